import type { Review } from './review';

const STAGED = 'a policy is tried before it is enforced: advice';

const COUNTRY = 'the catalogue does not say that a location can be a country';
const ONE_IS_ENOUGH = 'one trusted location is enough, beside which others may be there for another purpose';
const CRITICAL = 'the catalogue leaves to the owner which resources are critical; a tag says it here';
const INHERITED = 'the catalogue forgets that locks are inherited';
const CAPITALS = 'the catalogue compares capital letters; a GUID has none';
const MEMBERS = 'the catalogue counts assignments only; memberships of the role count as well';
const HELD = 'the catalogue takes a role that nobody holds for one that is used';
const LOCKS = 'the catalogue does not say which roles it is about';
const BROAD = 'the catalogue says in prose at which scopes a role can be given';
const IN_JSON = 'the catalogue compares the whole text of the parameters';
const OVERRIDES = 'the catalogue forgets that an override can switch a check off';
const INITIATIVE = 'the catalogue does not say that other initiatives are not meant';
const REQUEST = 'the catalogue has the body of the answer; a request has the properties at the top';

const POLICIES = [
  'countries',
  'device-code',
  'mfa-admin-portals',
  'mfa-administrators',
  'mfa-azure-management',
  'mfa-everyone',
  'mfa-register-devices',
  'mfa-risky-sign-ins',
  'mfa-virtual-machines',
];

export const tenant: Review = {
  differences: {
    'fixtures/conditional-access-trusted-locations azuread_named_location.na_country': COUNTRY,
    'fixtures/conditional-access-trusted-locations/trusted azuread_named_location.na_country': COUNTRY,
    'fixtures/conditional-access-trusted-locations/trusted azuread_named_location.na_partners': ONE_IS_ENOUGH,
    'fixtures/critical-resources-locked azurerm_resource_group.na_group': CRITICAL,
    'fixtures/critical-resources-locked azurerm_storage_account.na_flag_off': CRITICAL,
    'fixtures/critical-resources-locked azurerm_storage_account.na_locked_group': INHERITED,
    'fixtures/critical-resources-locked azurerm_storage_account.na_locked_group_by_name': INHERITED,
    'fixtures/critical-resources-locked azurerm_storage_account.na_low': CRITICAL,
    'fixtures/critical-resources-locked azurerm_storage_account.na_other_tag': CRITICAL,
    'fixtures/critical-resources-locked azurerm_storage_account.na_untagged': CRITICAL,
    'fixtures/critical-resources-locked azurerm_storage_account.unknown_tags': CRITICAL,
    'fixtures/critical-resources-locked azurerm_storage_account.unknown_value': CRITICAL,
    'fixtures/critical-resources-locked/subscription azurerm_storage_account.na_locked_subscription': INHERITED,
    'fixtures/entra-few-global-administrators azuread_directory_role_assignment.pass_upper': CAPITALS,
    'fixtures/entra-few-global-administrators azuread_directory_role_member.na_helpdesk': MEMBERS,
    'fixtures/entra-few-global-administrators azuread_directory_role_member.pass_member': MEMBERS,
    'fixtures/entra-few-global-administrators/five azuread_directory_role_assignment.fail_each["11111111-0000-0000-0000-000000000000"]':
      MEMBERS,
    'fixtures/entra-few-global-administrators/five azuread_directory_role_assignment.fail_each["22222222-0000-0000-0000-000000000000"]':
      MEMBERS,
    'fixtures/entra-few-global-administrators/five azuread_directory_role_assignment.fail_each["33333333-0000-0000-0000-000000000000"]':
      MEMBERS,
    'fixtures/entra-few-global-administrators/five azuread_directory_role_assignment.fail_each["44444444-0000-0000-0000-000000000000"]':
      MEMBERS,
    'fixtures/entra-few-global-administrators/perhaps azuread_directory_role_assignment.unknown_each["11111111-0000-0000-0000-000000000000"]':
      MEMBERS,
    'fixtures/entra-few-global-administrators/perhaps azuread_directory_role_assignment.unknown_each["22222222-0000-0000-0000-000000000000"]':
      MEMBERS,
    'fixtures/entra-few-global-administrators/perhaps azuread_directory_role_assignment.unknown_each["33333333-0000-0000-0000-000000000000"]':
      MEMBERS,
    'fixtures/entra-few-global-administrators/perhaps azuread_directory_role_assignment.unknown_each["44444444-0000-0000-0000-000000000000"]':
      MEMBERS,
    'fixtures/entra-few-global-administrators/perhaps azuread_directory_role_member.unknown_member': MEMBERS,
    'fixtures/entra-few-global-administrators/perhaps azuread_directory_role_member.unknown_role': MEMBERS,
    'fixtures/role-lock-administrators azurerm_role_definition.fail_nobody': HELD,
    'fixtures/role-lock-administrators azurerm_role_definition.na_all_of_authorization': LOCKS,
    'fixtures/role-lock-administrators azurerm_role_definition.na_other': LOCKS,
    'fixtures/role-lock-administrators azurerm_role_definition.na_reader': LOCKS,
    'fixtures/role-lock-administrators/elsewhere azurerm_role_definition.unknown_holder': HELD,
    'fixtures/role-no-custom-owner azurerm_role_definition.na_resource_group': BROAD,
    'fixtures/role-no-custom-owner azurerm_role_definition.unknown_scope': BROAD,
    'fixtures/security-benchmark-policies azurerm_subscription_policy_assignment.fail_disabled': IN_JSON,
    'fixtures/security-benchmark-policies azurerm_subscription_policy_assignment.fail_override': OVERRIDES,
    'fixtures/security-benchmark-policies azurerm_subscription_policy_assignment.na_other_initiative': INITIATIVE,
    'fixtures/security-benchmark-policies azurerm_subscription_policy_assignment.unknown_definition': INITIATIVE,
    'fixtures/subscription-transfer-blocked azapi_resource_action.fail_in_properties': REQUEST,
    'fixtures/subscription-transfer-blocked azapi_resource_action.na_other_type': REQUEST,
    'fixtures/subscription-transfer-blocked azapi_resource_action.na_read': REQUEST,
    'fixtures/subscription-transfer-blocked azapi_resource_action.pass_both': REQUEST,
    'fixtures/subscription-transfer-blocked azapi_resource_action.pass_exempted': REQUEST,
    'fixtures/subscription-transfer-blocked azapi_resource_action.unknown_value': REQUEST,
  },
  replacedCompanions: {
    'azurerm_management_lock lock_level': 'either level protects, so nothing is written over a lock that is there',
  },
  left: {
    ...Object.fromEntries(POLICIES.map((id) => [`fixtures/conditional-access-${id} `, STAGED])),
    'fixtures/conditional-access-mfa-admin-portals/not-covered': STAGED,
    'fixtures/conditional-access-mfa-administrators/not-covered': STAGED,
    'fixtures/conditional-access-mfa-azure-management/not-covered': STAGED,
    'fixtures/conditional-access-mfa-virtual-machines/not-covered': STAGED,
    'fixtures/conditional-access-trusted-locations ': 'which addresses are trusted the owner knows: advice',
    'fixtures/entra-few-global-administrators/five ': 'who keeps the role the owner decides: advice',
    'fixtures/role-no-custom-owner ': 'what a role really needs the activity log says: advice',
    'fixtures/security-benchmark-policies azurerm_subscription_policy_assignment.fail_disabled':
      'parameters are one text: which effect is right the owner knows',
    'fixtures/security-benchmark-policies azurerm_subscription_policy_assignment.fail_override':
      'an override was made for a reason: the owner takes it away',
  },
  bad: {
    grant_controls: [
      {},
      { operator: 'AND', built_in_controls: ['compliantDevice'] },
      { operator: 'OR', built_in_controls: ['mfa', 'compliantDevice'] },
      { operator: 'OR', built_in_controls: ['block', 'mfa'] },
      {
        operator: 'OR',
        built_in_controls: ['mfa', 'approvedApplication'],
        authentication_strength_policy_id: 'strong',
      },
    ],
    'ip.ip_ranges': [[]],
    'role-no-custom-owner permissions': [
      [{ actions: ['*'] }],
      [{ actions: ['Microsoft.Compute/*/read'] }, { actions: ['*'], not_actions: ['Microsoft.Authorization/*'] }],
    ],
    'subscription-transfer-blocked body': [
      {},
      { blockSubscriptionsLeavingTenant: true },
      { properties: { blockSubscriptionsLeavingTenant: true, blockSubscriptionsIntoTenant: true } },
    ],
    'security-benchmark-policies parameters': ['{"effect":{"value":"Disabled"}}', '{"effect":{"value":"disabled"}}'],
    'security-benchmark-policies overrides': [[{ value: 'Disabled' }], [{ value: 'Audit' }, { value: 'disabled' }]],
    'critical-resources-locked lock_level': ['', 'None'],
  },
  answers: { lockAdministratorsObjectId: '44444444-4444-4444-4444-444444444444' },
};
