import type { Review } from './review';

/** Names of policies by fixture. */
type Names = Readonly<Record<string, readonly string[]>>;

const because = (reason: string, names: Names): Record<string, string> =>
  Object.fromEntries(
    Object.entries(names).flatMap(([fixture, policies]) =>
      policies.map((name) => [
        `fixtures/conditional-access-${fixture} azuread_conditional_access_policy.${name}`,
        reason,
      ]),
    ),
  );

export const conditionalAccess: Review = {
  differences: {
    ...because('the catalogue does not say that it is for everybody and for everything', {
      countries: ['fail_some_applications', 'fail_some_users'],
      'device-code': ['fail_some_applications', 'fail_some_users'],
      'mfa-register-devices': ['fail_some_users'],
      'mfa-risky-sign-ins': ['fail_some_applications', 'fail_some_users'],
    }),
    ...because('the catalogue does not say which of several policies it is about', {
      countries: ['na_addresses', 'na_legacy_protocols', 'na_mfa_abroad'],
      'countries/enforced': ['na_experiment'],
      'device-code': ['na_everyone', 'na_legacy_protocols', 'na_transfer'],
      'device-code/enforced': ['na_experiment'],
      'mfa-admin-portals': ['na_everyone', 'na_legacy_protocols', 'na_other_application'],
      'mfa-admin-portals/enforced': ['na_experiment'],
      'mfa-admin-portals/not-covered': ['na_everyone_but_offices'],
      'mfa-administrators': ['na_compliant_device', 'na_everyone', 'na_legacy_protocols', 'na_users'],
      'mfa-administrators/enforced': ['na_experiment'],
      'mfa-administrators/not-covered': ['na_everyone_but_offices'],
      'mfa-azure-management': ['na_everyone', 'na_legacy_protocols', 'na_other_application'],
      'mfa-azure-management/enforced': ['na_experiment'],
      'mfa-azure-management/not-covered': ['na_everyone_but_offices'],
      'mfa-everyone': [
        'na_administrators',
        'na_android',
        'na_legacy_protocols',
        'na_risky',
        'na_session',
        'na_some_applications',
      ],
      'mfa-everyone/enforced': ['na_experiment'],
      'mfa-register-devices': ['na_everyone', 'na_legacy_protocols', 'na_security_info'],
      'mfa-register-devices/enforced': ['na_experiment'],
      'mfa-risky-sign-ins': ['na_everyone', 'na_legacy_protocols', 'na_user_risk'],
      'mfa-risky-sign-ins/enforced': ['na_experiment'],
      'mfa-virtual-machines': ['na_everyone', 'na_legacy_protocols', 'na_other_application'],
      'mfa-virtual-machines/enforced': ['na_experiment'],
      'mfa-virtual-machines/not-covered': ['na_everyone_but_offices'],
    }),
    ...because('the catalogue does not say that another control may do instead of the second factor', {
      'mfa-admin-portals': ['fail_or_compliant_device', 'fail_strength_or_device'],
      'mfa-administrators': ['fail_or_compliant_device', 'fail_strength_or_device'],
      'mfa-azure-management': ['fail_or_compliant_device', 'fail_strength_or_device'],
      'mfa-everyone': ['fail_or_compliant_device', 'fail_strength_or_device'],
      'mfa-register-devices': ['fail_or_compliant_device', 'fail_strength_or_device'],
      'mfa-risky-sign-ins': ['fail_or_compliant_device', 'fail_strength_or_device'],
      'mfa-virtual-machines': ['fail_or_compliant_device', 'fail_strength_or_device'],
    }),
    ...because('the catalogue does not say that a policy for everybody and everything does as well', {
      'mfa-admin-portals/covered': ['na_report_only', 'pass_everyone'],
      'mfa-administrators/covered': ['na_report_only', 'pass_everyone'],
      'mfa-azure-management/covered': ['na_report_only', 'pass_everyone'],
      'mfa-virtual-machines/covered': ['na_report_only', 'pass_everyone'],
    }),
    ...because('the catalogue does not say that a block is stronger than a second factor', {
      'mfa-risky-sign-ins/blocked': ['pass_blocked'],
    }),
  },
};
