import type { SecurityCenterContactConfig } from '@cdktf/provider-azurerm/lib/security-center-contact';
import { type Ask, controlsFor, present } from './control';

const control = controlsFor<SecurityCenterContactConfig>('azurerm_security_center_contact');

const SECURITY_CONTACT: Ask = {
  parameter: 'securityContactEmail',
  question: 'Which address receives security alerts (a mailbox that several people read)?',
  type: 'string',
  format: 'mail',
};

// azurerm speaks an API that knows on and off; the lowest severity and the roles can only be chosen in the portal or
// with azapi (Microsoft.Security/securityContacts).
const SWITCHES_ONLY = 'With azurerm mails are on or off: roles and the lowest severity are chosen in the portal.';

/** Who hears of alerts, CIS 3.1.12 to 3.1.14. */
export const securityContact = [
  control({
    id: 'security-contact-owners',
    title: 'Owners of the subscription get mails about security alerts',
    why: 'Whoever answers for a subscription should not learn of an attack on it from somebody else.',
    severity: 'medium',
    level: 1,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': '3.1.12' },
    want: { alertsToAdmins: true },
    fix: {
      impact: 'in-place',
      consequences: ['Every owner of the subscription gets mails about alerts.', SWITCHES_ONLY],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_22'],
      trivy: ['AZU-0063', 'azure-securitycenter-email-alerts-disabled'],
      prowler: ['defender_ensure_notify_emails_to_owners'],
      'azure-policy': ['0b15565f-aa9e-48ba-8619-45960f2c314d'],
      defender: ['9f97e78d-88ee-a48d-abe2-5ef12954e7ea'],
      powerpipe: ['cis_v300_3_1_12', 'securitycenter_security_alerts_to_owner_enabled'],
    },
  }),
  control({
    id: 'security-contact-email',
    title: 'Security alerts have an address beside the owners',
    why: 'Owners change and go on holiday; a mailbox of the security team is always read.',
    severity: 'low',
    level: 1,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': '3.1.13' },
    want: { email: present(SECURITY_CONTACT) },
    fix: {
      impact: 'in-place',
      consequences: ['Microsoft writes to the address about incidents of the subscription.'],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_131'],
      trivy: ['AZU-0062', 'azure-securitycenter-security-contact-email'],
      kics: ['34664094-59e0-4524-b69f-deaa1a68cce3'],
      prowler: ['defender_additional_email_configured_with_a_security_contact'],
      'azure-policy': ['4f4f78b8-e367-4b10-a341-d9a4ad5cf1c7'],
      defender: ['77758c9d-8a56-5f54-6ff7-69a762ca6004'],
      powerpipe: ['cis_v300_3_1_13', 'securitycenter_additional_email_configured'],
    },
  }),
  control({
    id: 'security-contact-alerts',
    title: 'Security alerts are sent by mail',
    why: 'An alert that waits in the portal until somebody signs in comes too late.',
    severity: 'high',
    level: 1,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': '3.1.14' },
    want: { alertNotifications: true },
    fix: {
      impact: 'in-place',
      consequences: ['The contact gets mails about alerts of the subscription.', SWITCHES_ONLY],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_21'],
      trivy: [
        'AZU-0044',
        'azure-securitycenter-alert-on-severe-notifications',
        'AZU-0063',
        'azure-securitycenter-email-alerts-disabled',
      ],
      kics: ['9db38e87-f6aa-4b5e-a1ec-7266df259409'],
      prowler: ['defender_ensure_notify_alerts_severity_is_high'],
      'azure-policy': ['6e2593d9-add6-4083-9c9b-4b7d2188c899'],
      defender: ['3869fbd7-5d90-84e4-37bd-d9a7f4ce9a24'],
      powerpipe: ['cis_v300_3_1_14', 'securitycenter_notify_alerts_configured'],
    },
  }),
  control({
    id: 'security-contact-phone',
    title: 'Microsoft can call somebody about a security incident',
    why: 'A mailbox that nobody opens at night, or that the intruder reads too, is no way to be reached.',
    severity: 'low',
    level: 2,
    scope: 'subscription',
    onRequest: 'Which number is answered at any time only the owner knows; CIS asks for mails alone.',
    cis: {},
    want: {
      phone: present({
        parameter: 'securityContactPhone',
        question: 'Which phone number does Microsoft call about security incidents (with the code of the country)?',
        type: 'string',
      }),
    },
    fix: {
      impact: 'in-place',
      consequences: ['Everybody who may read the security settings of the subscription, or the code, sees the number.'],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_20'],
      trivy: ['AZU-0046', 'azure-securitycenter-set-required-contact-details'],
    },
  }),
];
