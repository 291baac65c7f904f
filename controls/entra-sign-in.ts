import { manual } from './control';

const tenant = (number: string) => ({ scope: 'tenant', cis: { 'v3.0.0': number } }) as const;

// Words that several of these settings share: where they are, and why no tool reaches them.
const PORTAL_ONLY =
  'The setting has neither a resource of Terraform nor a documented interface: only the portal shows it.';
const NO_RESOURCE =
  'No resource of azurerm, azuread or azapi carries it; a program can read and write it with Microsoft Graph.';
const PASSWORD_RESET =
  'Sign in to entra.microsoft.com as Authentication Policy Administrator and open Entra ID, Password reset';
const PASSWORD_PROTECTION =
  'Sign in to entra.microsoft.com as Authentication Policy Administrator and open Entra ID, Authentication methods, Password protection';
const PER_USER =
  'Sign in to entra.microsoft.com as Authentication Policy Administrator and open Users, All users, Per-user MFA';
const PASSWORD_RULES =
  'Microsoft Graph GET /groupSettings, the settings of template 5cf42378-d67d-4f36-ba46-e8b86229381d (Password Rule Settings)';
const SELF_SERVICE_OFF = 'Where self-service password reset is off for everybody, record that instead.';

/** How people prove who they are and get back in, CIS 2.1.1 to 2.1.4 and 2.5 to 2.11. */
export const entraSignIn = [
  manual({
    ...tenant('2.1.1'),
    id: 'entra-security-defaults',
    title: 'Security defaults are on, unless conditional access takes their place',
    why: 'They ask everybody for a second factor and close old protocols, without a licence and without a policy to maintain.',
    severity: 'critical',
    level: 1,
    manual: {
      why: `${NO_RESOURCE} They exclude conditional access: a tenant has one or the other.`,
      steps:
        'Sign in to entra.microsoft.com as Conditional Access Administrator and open Entra ID, Overview, Properties, Manage security defaults. Choose Enabled. A tenant that uses conditional access leaves them Disabled and needs enabled policies for 2.2.4 to 2.2.8 and one that blocks legacy authentication.',
      evidence:
        'The answer of Microsoft Graph with its date; where it says false, the list of enabled policies from /identity/conditionalAccess/policies that take the place of the defaults.',
      every: 'quarter',
      property: 'Microsoft Graph GET /policies/identitySecurityDefaultsEnforcementPolicy: isEnabled is true',
    },
    aliases: { prowler: ['entra_security_defaults_enabled'], powerpipe: ['cis_v300_2_1_1'] },
  }),
  manual({
    ...tenant('2.1.2'),
    id: 'entra-mfa-privileged-users',
    title: 'Every privileged account needs a second factor',
    why: 'A password that was guessed, bought or phished must not be enough to become an administrator.',
    severity: 'high',
    level: 1,
    manual: {
      why: 'The state of a single user is in no provider of Terraform. Conditional access (2.2.4) does the same for all of them at once and can be written as code.',
      steps: `${PER_USER}. Filter by everybody who has a role in Entra ID, or Owner, Contributor or User Access Administrator in Azure, and set them to Enabled; it becomes Enforced when they register. Prefer a policy for these roles and leave the state Disabled then, as both together confuse.`,
      evidence:
        'A list of all holders of such roles with their state, or with the policy that covers them. Break-glass accounts stand on it with the reason why they are left out.',
      every: 'month',
      property:
        'Microsoft Graph (beta) GET /users/{id}/authentication/requirements: perUserMfaState is enforced, for every holder of a role',
    },
    aliases: { prowler: ['entra_privileged_user_has_mfa'], powerpipe: ['cis_v300_2_1_2'] },
  }),
  manual({
    ...tenant('2.1.3'),
    id: 'entra-mfa-other-users',
    title: 'Every other account needs a second factor too',
    why: 'From any mailbox an attacker can write to the next victim as a colleague.',
    severity: 'medium',
    level: 2,
    manual: {
      why: 'The state of a single user is in no provider of Terraform. Conditional access (2.2.5) does the same for everybody and can be written as code.',
      steps: `${PER_USER}. Set everybody who is not Enabled or Enforced yet to Enabled, in groups that your support can help to register. Prefer a policy for all users and leave the state Disabled then.`,
      evidence:
        'An export of all users with their state, or the policy for all users and the members of the groups that it excludes.',
      every: 'quarter',
      property:
        'Microsoft Graph (beta) GET /users/{id}/authentication/requirements: perUserMfaState is enforced, for every user',
    },
    aliases: { prowler: ['entra_non_privileged_user_has_mfa'], powerpipe: ['cis_v300_2_1_3'] },
  }),
  manual({
    ...tenant('2.1.4'),
    id: 'entra-no-remembered-mfa',
    title: 'Devices are not trusted to skip the second factor',
    why: 'A laptop that is remembered for weeks lets whoever takes it in with the password alone.',
    severity: 'medium',
    level: 1,
    manual: {
      why: PORTAL_ONLY,
      steps: `${PER_USER}, Service settings. Under Remember multifactor authentication on trusted device clear the box that lets users do so, and save. With conditional access use the sign-in frequency instead.`,
      evidence: 'A screenshot of the service settings that shows the box, the name of the tenant and the date.',
      every: 'quarter',
    },
    aliases: { powerpipe: ['cis_v300_2_1_4'] },
  }),
  manual({
    ...tenant('2.5'),
    id: 'entra-password-reset-two-methods',
    title: 'Two methods are needed to reset a forgotten password',
    why: 'A telephone number that was taken over should not be enough to get a new password.',
    severity: 'medium',
    level: 1,
    manual: {
      why: PORTAL_ONLY,
      steps: `${PASSWORD_RESET}, Authentication methods. Set Number of methods required to reset to 2, and leave out security questions. Check first that people have registered two methods (Authentication methods, Activity).`,
      evidence: `A screenshot of the page with the name of the tenant and the date. ${SELF_SERVICE_OFF}`,
      every: 'quarter',
    },
    aliases: { powerpipe: ['cis_v300_2_5'] },
  }),
  manual({
    ...tenant('2.6'),
    id: 'entra-lockout-threshold',
    title: 'Accounts are locked after at most ten wrong passwords',
    why: 'Guessing has to be slow: each try that is allowed is one more common password.',
    severity: 'medium',
    level: 1,
    manual: {
      why: NO_RESOURCE,
      steps: `${PASSWORD_PROTECTION}. Set Lockout threshold to 10 or less, and save. Where passwords are checked on premises, keep the threshold of Active Directory above it.`,
      evidence:
        'The answer of Microsoft Graph with its date. Where the tenant has no such settings object, Azure uses 10.',
      every: 'year',
      property: `${PASSWORD_RULES}: LockoutThreshold is at most 10`,
    },
    aliases: { powerpipe: ['cis_v300_2_6'] },
  }),
  manual({
    ...tenant('2.7'),
    id: 'entra-lockout-duration',
    title: 'A locked account stays locked for a minute or longer',
    why: 'A lock that opens at once does not slow anybody down.',
    severity: 'medium',
    level: 1,
    manual: {
      why: NO_RESOURCE,
      steps: `${PASSWORD_PROTECTION}. Set Lockout duration in seconds to 60 or more, and save.`,
      evidence:
        'The answer of Microsoft Graph with its date. Where the tenant has no such settings object, Azure uses 60.',
      every: 'year',
      property: `${PASSWORD_RULES}: LockoutDurationInSeconds is at least 60`,
    },
    aliases: { powerpipe: ['cis_v300_2_7'] },
  }),
  manual({
    ...tenant('2.8'),
    id: 'entra-banned-passwords',
    title: 'Words of the organisation cannot be used in passwords',
    why: 'The name of the company, its products and its town are what attackers try first.',
    severity: 'medium',
    level: 1,
    manual: {
      why: NO_RESOURCE,
      steps: `${PASSWORD_PROTECTION}. Set Enforce custom list to Yes and enter names of the organisation, brands, places and products, one a line; variants with digits and symbols are covered by themselves. It needs Microsoft Entra ID P1.`,
      evidence:
        'The answer of Microsoft Graph with its date, the list itself included, as on and empty protects nothing.',
      every: 'year',
      property: `${PASSWORD_RULES}: EnableBannedPasswordCheck is true, and BannedPasswordList is not empty`,
    },
    aliases: { powerpipe: ['cis_v300_2_8'] },
  }),
  manual({
    ...tenant('2.9'),
    id: 'entra-reconfirm-reset-details',
    title: 'People confirm from time to time how they can be reached for a reset',
    why: 'A number that was given up belongs to somebody else after a while.',
    severity: 'low',
    level: 1,
    manual: {
      why: PORTAL_ONLY,
      steps: `${PASSWORD_RESET}, Registration. Set Number of days before users are asked to re-confirm their authentication information to anything but 0, such as 180, and save.`,
      evidence: `A screenshot of the page with the name of the tenant and the date. ${SELF_SERVICE_OFF}`,
      every: 'year',
    },
    aliases: { powerpipe: ['cis_v300_2_9'] },
  }),
  manual({
    ...tenant('2.10'),
    id: 'entra-notify-password-reset',
    title: 'People are told when their password is reset',
    why: 'Whoever did not ask for it knows at once that somebody else did.',
    severity: 'low',
    level: 1,
    manual: {
      why: PORTAL_ONLY,
      steps: `${PASSWORD_RESET}, Notifications. Set Notify users on password resets to Yes, and save.`,
      evidence: `A screenshot of the page with the name of the tenant and the date. ${SELF_SERVICE_OFF}`,
      every: 'year',
    },
    aliases: { powerpipe: ['cis_v300_2_10'] },
  }),
  manual({
    ...tenant('2.11'),
    id: 'entra-notify-administrator-reset',
    title: 'All administrators are told when one of them resets a password',
    why: 'The reset of an administrator is how many takeovers begin, and a colleague is the first who can tell.',
    severity: 'medium',
    level: 1,
    manual: {
      why: PORTAL_ONLY,
      steps: `${PASSWORD_RESET}, Notifications. Set Notify all admins when other admins reset their password to Yes, and save. Check that the mailboxes of administrators are read.`,
      evidence: 'A screenshot of the page with the name of the tenant and the date.',
      every: 'year',
    },
    aliases: { powerpipe: ['cis_v300_2_11'] },
  }),
];
