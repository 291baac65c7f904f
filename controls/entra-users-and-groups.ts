import { manual } from './control';

const tenant = (number: string) => ({ scope: 'tenant', cis: { 'v3.0.0': number } }) as const;

const NO_RESOURCE =
  'No resource of azurerm, azuread or azapi carries it; a program can read and write it with Microsoft Graph.';
const PORTAL_ONLY =
  'The setting has neither a resource of Terraform nor a documented interface: only the portal shows it.';
const SIGN_IN = 'Sign in to entra.microsoft.com as';
const AUTHORIZATION = 'Microsoft Graph GET /policies/authorizationPolicy';
const ANSWER = 'The answer of Microsoft Graph with its date.';
const SCREENSHOT = 'A screenshot of the page with the name of the tenant and the date.';

/** What people who administer nothing may do in the directory, CIS 2.3, 2.4 and 2.12 to 2.21. */
export const entraUsersAndGroups = [
  manual({
    ...tenant('2.3'),
    id: 'entra-no-tenant-creation',
    title: 'Only administrators create tenants',
    why: 'A tenant that somebody made for a test is one that nobody watches, with its creator as Global Administrator.',
    severity: 'medium',
    level: 1,
    manual: {
      why: NO_RESOURCE,
      steps: `${SIGN_IN} Global Administrator and open Users, User settings. Set Restrict non-admin users from creating tenants to Yes, and save. Whoever needs to gets the role Tenant Creator.`,
      evidence: ANSWER,
      every: 'quarter',
      property: `${AUTHORIZATION}: defaultUserRolePermissions.allowedToCreateTenants is false`,
    },
    aliases: { prowler: ['entra_policy_ensure_default_user_cannot_create_tenants'], powerpipe: ['cis_v300_2_3'] },
  }),
  manual({
    ...tenant('2.4'),
    id: 'entra-guest-review',
    title: 'Guests are reviewed, and those who are no longer needed are removed',
    why: 'A guest outlives the project, and nobody tells you when a partner lets an employee go.',
    severity: 'medium',
    level: 1,
    manual: {
      why: 'Whether somebody is still needed is a question to a person. Access reviews can ask it, but have no resource in Terraform.',
      steps: `${SIGN_IN} User Administrator, open Users, All users, and filter by user type Guest. Ask the inviter or the sponsor of each whether the guest is still needed, look at the last sign-in, and block, then delete, who is not. With Microsoft Entra ID Governance make a review that repeats instead: ID Governance, Access reviews, New access review, guests only, and let it apply its results.`,
      evidence:
        'For each month a list of all guests with date, reviewer and decision, or the results of the access review. Roles in subscriptions that guests hold belong on it.',
      every: 'month',
      property:
        "Microsoft Graph GET /identityGovernance/accessReviews/definitions: one for guests that repeats; GET /users?$filter=userType eq 'Guest' lists them",
    },
    aliases: {
      'azure-policy': [
        '339353f6-2387-4a45-abe4-7f529d121046',
        '94e1c2ac-cbbe-4cac-a2b5-389c812dee87',
        'e9ac8f8e-ce22-4355-8f04-99b911d6be52',
      ],
      defender: [
        '20606e75-05c4-48c0-9d97-add6daa2109a',
        '0354476c-a12a-4fcc-a79d-f0ab7ffffdbb',
        'fde1c0c9-0fd2-4ecc-87b5-98956cbc1095',
      ],
      powerpipe: ['cis_v300_2_4', 'ad_guest_user_reviewed_monthly'],
    },
  }),
  manual({
    ...tenant('2.12'),
    id: 'entra-no-user-consent',
    title: 'People cannot give applications access to data of the organisation',
    why: 'A click on Accept gives a stranger a mailbox, without a password and past every second factor.',
    severity: 'high',
    level: 1,
    manual: {
      why: NO_RESOURCE,
      steps: `${SIGN_IN} Privileged Role Administrator and open Enterprise apps, Consent and permissions, User consent settings. Choose Do not allow user consent, and save. Switch on the requests to an administrator (Admin consent settings) first, so that people have a way to ask.`,
      evidence: `${ANSWER} A list of the applications that people consented to before, and what became of them.`,
      every: 'quarter',
      property: `${AUTHORIZATION}: defaultUserRolePermissions.permissionGrantPoliciesAssigned holds nothing that begins with managePermissionGrantsForSelf`,
    },
    aliases: { prowler: ['entra_policy_restricts_user_consent_for_apps'], powerpipe: ['cis_v300_2_12'] },
  }),
  manual({
    ...tenant('2.13'),
    id: 'entra-user-consent-verified-publishers',
    title: 'Where people may consent at all, then to verified publishers and few permissions',
    why: 'A publisher that Microsoft has verified can be held to account; one that nobody knows cannot.',
    severity: 'high',
    level: 2,
    manual: {
      why: `${NO_RESOURCE} Where 2.12 is met nobody consents, which is stricter: this one is met with it.`,
      steps: `${SIGN_IN} Privileged Role Administrator and open Enterprise apps, Consent and permissions, User consent settings. Choose the setting for verified publishers and selected permissions, then under Permission classifications classify as low only what you mean to allow, such as openid, profile and email.`,
      evidence: `${ANSWER} The permissions that are classified as low, or the evidence of 2.12 where consent is off.`,
      every: 'quarter',
      property: `${AUTHORIZATION}: defaultUserRolePermissions.permissionGrantPoliciesAssigned is ["managePermissionGrantsForSelf.microsoft-user-default-low"], or as for 2.12`,
    },
    aliases: { prowler: ['entra_policy_user_consent_for_verified_apps'], powerpipe: ['cis_v300_2_13'] },
  }),
  manual({
    ...tenant('2.14'),
    id: 'entra-no-app-registration',
    title: 'Only those with a role for it register applications',
    why: 'An application has credentials of its own that nobody rotates, and stays when its maker leaves.',
    severity: 'high',
    level: 1,
    manual: {
      why: NO_RESOURCE,
      steps: `${SIGN_IN} Privileged Role Administrator and open Users, User settings. Set Users can register applications to No, and save. Developers get the role Application Developer; check that pipelines that register applications do not run as ordinary users.`,
      evidence: ANSWER,
      every: 'quarter',
      property: `${AUTHORIZATION}: defaultUserRolePermissions.allowedToCreateApps is false`,
    },
    aliases: {
      prowler: ['entra_policy_ensure_default_user_cannot_create_apps'],
      powerpipe: ['cis_v300_2_14', 'iam_user_not_allowed_to_register_application'],
    },
  }),
  manual({
    ...tenant('2.15'),
    id: 'entra-restricted-guests',
    title: 'Guests see nothing of the directory but themselves',
    why: 'Who works where and in which groups is what the next phishing mail is written from.',
    severity: 'medium',
    level: 1,
    manual: {
      why: NO_RESOURCE,
      steps: `${SIGN_IN} Privileged Role Administrator and open External Identities, External collaboration settings. Under Guest user access choose the last, most restrictive choice, and save. Guests then no longer find colleagues by name in some applications.`,
      evidence: ANSWER,
      every: 'quarter',
      property: `${AUTHORIZATION}: guestUserRoleId is 2af84b1e-32c8-42b7-82bc-daa82404023b`,
    },
    aliases: { prowler: ['entra_policy_guest_users_access_restrictions'], powerpipe: ['cis_v300_2_15'] },
  }),
  manual({
    ...tenant('2.16'),
    id: 'entra-guest-invitations',
    title: 'Only certain roles invite guests',
    why: 'An invitation opens the directory to somebody whom nobody checked; guests who invite guests go on without end.',
    severity: 'high',
    level: 2,
    manual: {
      why: NO_RESOURCE,
      steps: `${SIGN_IN} Privileged Role Administrator and open External Identities, External collaboration settings. Under Guest invite settings choose that only users with specific admin roles can invite, or nobody, and save. Whoever looks after partners gets the role Guest Inviter.`,
      evidence: `${ANSWER} The holders of the role Guest Inviter.`,
      every: 'quarter',
      property: `${AUTHORIZATION}: allowInvitesFrom is adminsAndGuestInviters, or none`,
    },
    aliases: { prowler: ['entra_policy_guest_invite_only_for_admin_roles'], powerpipe: ['cis_v300_2_16'] },
  }),
  manual({
    ...tenant('2.17'),
    id: 'entra-restricted-admin-center',
    title: 'The admin centre of Entra ID is closed to those who administer nothing',
    why: 'Curiosity and a stolen account look around in the same place.',
    severity: 'low',
    level: 1,
    manual: {
      why: `${PORTAL_ONLY} It hides pages and protects no data: Microsoft Graph answers as before.`,
      steps: `${SIGN_IN} Global Administrator and open Users, User settings. Set Restrict access to Microsoft Entra admin center to Yes, and save. Owners of groups and applications who manage them there need another way, such as myaccount.microsoft.com.`,
      evidence: SCREENSHOT,
      every: 'year',
    },
    aliases: { powerpipe: ['cis_v300_2_17'] },
  }),
  manual({
    ...tenant('2.18'),
    id: 'entra-no-group-features',
    title: 'People do not manage groups on their own page',
    why: 'Groups open doors: who makes and joins them by a click opens doors by a click.',
    severity: 'low',
    level: 2,
    manual: {
      why: PORTAL_ONLY,
      steps: `${SIGN_IN} Groups Administrator and open Groups, General. Set Restrict user ability to access groups features in My Groups to Yes, and save.`,
      evidence: SCREENSHOT,
      every: 'year',
    },
    aliases: { powerpipe: ['cis_v300_2_18'] },
  }),
  manual({
    ...tenant('2.19'),
    id: 'entra-no-security-group-creation',
    title: 'Only administrators create security groups',
    why: 'Access hangs on these groups; one that anybody made is in no review.',
    severity: 'medium',
    level: 2,
    manual: {
      why: NO_RESOURCE,
      steps: `${SIGN_IN} Privileged Role Administrator and open Groups, General. Under Security groups set that users can create them in portals, API or PowerShell to No, and save. Whoever needs to gets the role Groups Administrator.`,
      evidence: ANSWER,
      every: 'quarter',
      property: `${AUTHORIZATION}: defaultUserRolePermissions.allowedToCreateSecurityGroups is false`,
    },
    aliases: {
      prowler: ['entra_policy_default_users_cannot_create_security_groups'],
      powerpipe: ['cis_v300_2_19', 'iam_user_not_allowed_to_create_security_group'],
    },
  }),
  manual({
    ...tenant('2.20'),
    id: 'entra-no-owner-approval',
    title: 'Owners of a group do not decide alone who joins it',
    why: 'An owner knows the person who asks, and not what else the group gives access to.',
    severity: 'low',
    level: 2,
    manual: {
      why: PORTAL_ONLY,
      steps: `${SIGN_IN} Groups Administrator and open Groups, General. Set Owners can manage group membership requests in My Groups to No, and save. Requests then go to those who administer groups: name them.`,
      evidence: SCREENSHOT,
      every: 'year',
    },
    aliases: { powerpipe: ['cis_v300_2_20'] },
  }),
  manual({
    ...tenant('2.21'),
    id: 'entra-no-microsoft-365-group-creation',
    title: 'Only administrators create Microsoft 365 groups',
    why: 'Each brings a mailbox, a site and files, and stays when nobody remembers what it was for.',
    severity: 'medium',
    level: 2,
    manual: {
      why: NO_RESOURCE,
      steps: `${SIGN_IN} Groups Administrator and open Groups, General. Under Microsoft 365 groups set that users can create them in portals, API or PowerShell to No, and save. Making a team in Teams or a plan in Planner makes such a group as well: tell people where to ask.`,
      evidence: `${ANSWER} Where a group is named in GroupCreationAllowedGroupId, its members may create groups all the same: list them.`,
      every: 'quarter',
      property:
        'Microsoft Graph GET /groupSettings, the settings of template 62375ab9-6b52-47ed-826b-58e47e0e304b (Group.Unified): EnableGroupCreation is false',
    },
    aliases: { prowler: ['entra_users_cannot_create_microsoft_365_groups'], powerpipe: ['cis_v300_2_21'] },
  }),
];
