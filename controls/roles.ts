import type { RoleAssignmentConfig } from '@cdktf/provider-azurerm/lib/role-assignment';
import type { RoleDefinitionConfig } from '@cdktf/provider-azurerm/lib/role-definition';
import { type About, type Ask, companion, controlsFor, orAbsent, self, such } from './control';
import { isBroad, someId } from './subscription';
import { isAbsent, isList, isObject, type Resource, Unknown, type Value } from './value';

const control = controlsFor<RoleDefinitionConfig>('azurerm_role_definition');

/** Every entry of `actions` of every permissions block; what cannot be read stays unknown. */
const actionsOf = ({ attributes: { permissions } }: Resource): readonly Value[] =>
  (isList(permissions) ? permissions : isAbsent(permissions) ? [] : [permissions]).flatMap((block) => {
    const actions = isObject(block) ? block.actions : block;
    return isList(actions) ? actions : isAbsent(actions) ? [] : [actions];
  });

/** Whether the role can be given for a whole subscription or more. */
const isAssignableBroadly: About = ({ attributes: { scope, assignable_scopes: scopes } }) =>
  someId(
    [scope, ...(isAbsent(scopes) ? [] : [scopes])].filter((each) => each !== undefined),
    isBroad,
  );

const LOCKS = 'microsoft.authorization/locks/*';
/** A role for locks and nothing else: whoever may do more besides is no administrator of locks. */
const administersLocks: About = (role) => {
  const actions = actionsOf(role);
  const blind = actions.find((action): action is Unknown => action instanceof Unknown);
  const names = actions.filter((action) => typeof action === 'string').map((action) => action.toLowerCase());
  if (names.some((name) => name !== LOCKS && !name.endsWith('/read'))) return false;
  return blind ?? names.includes(LOCKS);
};

const LOCK_ADMINISTRATORS: Ask = {
  parameter: 'lockAdministratorsObjectId',
  question: 'Which group administers resource locks (its object id)?',
  type: 'string',
};

/** CIS 2.23 and 2.24. */
export const roles = [
  control({
    id: 'role-no-custom-owner',
    title: 'No custom role may do everything in a subscription',
    why: 'A copy of Owner under another name escapes the reviews that look at owners.',
    severity: 'high',
    level: 1,
    scope: 'subscription',
    cis: { 'v3.0.0': '2.23' },
    about: isAssignableBroadly,
    want: {
      permissions: orAbsent(
        such(
          'no "*" among the actions',
          (blocks) =>
            isList(blocks) &&
            blocks.every(
              (block) =>
                isObject(block) &&
                (isAbsent(block.actions) ||
                  (isList(block.actions) &&
                    block.actions.every((action) => typeof action === 'string' && action !== '*'))),
            ),
        ),
      ),
    },
    fix: {
      impact: 'disruptive',
      consequences: ['Whoever has the role can do only what is listed from then on, pipelines included.'],
      advice:
        'Find in the activity log what holders of the role did in the last 90 days and list those actions in place of "*"; whoever needs everything gets the built-in Owner, eligible for a limited time. Actions that are excluded by not_actions do not make it smaller: what Azure adds later is allowed.',
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_39', differs: 'Looks at the first permissions block only.' }],
      trivy: [
        { rule: 'AZU-0030', differs: 'Fires only where the role can be given at the root, "/".' },
        'azure-authorization-limit-role-actions',
        { rule: 'AZU-0052', differs: 'Looks for the right to write role definitions, which "*" includes.' },
        'azure-authorization-prevent-custom-role-creation',
      ],
      kics: [
        {
          rule: '3fa5900f-9aac-4982-96b2-a6143d9c99fb',
          differs: 'Looks for the right to write role definitions, which "*" includes.',
        },
      ],
      prowler: ['iam_subscription_roles_owner_custom_not_created'],
      'azure-policy': ['a451c1ef-c6ca-483d-87ed-f49761e3ffb5'],
      powerpipe: ['cis_v300_2_23', 'iam_no_custom_subscription_owner_roles_created'],
    },
  }),
  control({
    id: 'role-lock-administrators',
    title: 'A role of its own administers resource locks, and somebody holds it',
    why: 'Where only owners may lift a lock, everybody who needs that becomes an owner.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '2.24' },
    about: administersLocks,
    companions: [
      companion<RoleAssignmentConfig>('azurerm_role_assignment', {
        refersBy: 'role_definition_id',
        via: 'role_definition_resource_id',
        want: {},
        add: {
          label: 'holders',
          attributes: { scope: self('scope'), principal_id: LOCK_ADMINISTRATORS },
        },
      }),
      companion<RoleAssignmentConfig>('azurerm_role_assignment', {
        refersBy: 'role_definition_name',
        via: 'name',
        want: {},
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: ['Members of the group can lock resources and lift locks in the scope of the role.'],
      restores: 'yes',
    },
    aliases: {
      prowler: ['iam_custom_role_has_permissions_to_administer_resource_locks'],
      powerpipe: ['cis_v300_2_24'],
    },
  }),
];
