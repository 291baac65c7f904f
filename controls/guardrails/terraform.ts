import { Reference } from '../value';
import { type Definition, type Guardrails, groupOf, type Initiative } from './initiative';

export const GUARDRAILS_SCHEMA = 'azure-plumbline/guardrails-1';

/** Where guardrails hold: one of both. */
export type GuardrailScope = { readonly subscription: string } | { readonly managementGroup: string };

/** Where a control does not hold, for a time. */
export interface Exemption {
  readonly control: string;
  /** The id in Azure of a resource, a resource group, a subscription or a management group. */
  readonly armId: string;
  readonly reason: string;
  readonly owner: string;
  /** The last day it counts, UTC. */
  readonly until: string;
  readonly ticket?: string;
}

export interface AssignedGuardrails extends Guardrails {
  readonly scope: GuardrailScope;
  /** false: evaluated, and nothing is refused whatever the effect. */
  readonly enforce: boolean;
  readonly exemptions: readonly Exemption[];
}

/** A value of Terraform: `json` is text that holds JSON. */
export type TerraformValue = string | boolean | Reference | readonly string[] | { readonly json: object };
export type TerraformAttributes = Readonly<Record<string, TerraformValue>>;

/** A resource, and the blocks in it, in order. */
export interface TerraformResource {
  readonly type: string;
  readonly name: string;
  readonly attributes: TerraformAttributes;
  readonly blocks: readonly { readonly name: string; readonly attributes: TerraformAttributes }[];
}

const CATEGORY = 'azure-plumbline';
const BUILT_IN = '/providers/Microsoft.Authorization/policyDefinitions/';

/** Everything that Terraform makes: definitions, an initiative and an assignment for each level, exemptions. */
export function terraformOf(given: AssignedGuardrails): readonly TerraformResource[] {
  return [
    ...given.definitions.map((each) => definition(each, given.scope)),
    ...given.initiatives.map((each) => initiative(each, given.scope)),
    ...given.initiatives.map((each) => assignment(each, given)),
    ...exemptions(given),
  ];
}

/** `plumbline-level-1` → `level_1` */
const label = (name: string): string => name.replace(/^plumbline-/, '').replace(/[^A-Za-z0-9_]+/g, '_');
const idOf = (type: string, name: string): Reference => new Reference(`${type}.${label(name)}`, ['id']);

const managementGroupId = (name: string): string => `/providers/Microsoft.Management/managementGroups/${name}`;

/** Definitions and initiatives are made in the subscription of the provider, or in the management group. */
const madeIn = (scope: GuardrailScope): TerraformAttributes =>
  'managementGroup' in scope ? { management_group_id: managementGroupId(scope.managementGroup) } : {};

function definition(
  { name, displayName, description, control, effects, rule }: Definition,
  scope: GuardrailScope,
): TerraformResource {
  const effect = { type: 'String', allowedValues: effects, defaultValue: effects[0] };
  return {
    type: 'azurerm_policy_definition',
    name: label(name),
    attributes: {
      name,
      display_name: displayName,
      description,
      policy_type: 'Custom',
      mode: 'All',
      ...madeIn(scope),
      metadata: { json: { category: CATEGORY, control } },
      parameters: { json: { effect } },
      policy_rule: { json: rule },
    },
    blocks: [],
  };
}

const initiativeType = (scope: GuardrailScope): string =>
  'managementGroup' in scope ? 'azurerm_management_group_policy_set_definition' : 'azurerm_policy_set_definition';

function initiative(each: Initiative, scope: GuardrailScope): TerraformResource {
  const { name, displayName, description, references } = each;
  const groups = new Map(references.map(groupOf).map(({ name, title }) => [name, title]));
  return {
    type: initiativeType(scope),
    name: label(name),
    attributes: {
      name,
      display_name: displayName,
      description,
      policy_type: 'Custom',
      ...madeIn(scope),
      metadata: { json: { category: CATEGORY } },
    },
    blocks: [
      ...[...groups].map(([group, title]) => ({
        name: 'policy_definition_group',
        attributes: { name: group, display_name: title },
      })),
      ...references.map((reference) => ({
        name: 'policy_definition_reference',
        attributes: {
          policy_definition_id:
            'custom' in reference.definition
              ? idOf('azurerm_policy_definition', reference.definition.custom)
              : `${BUILT_IN}${reference.definition.builtIn}`,
          reference_id: reference.id,
          policy_group_names: [groupOf(reference).name],
          ...(Object.keys(reference.parameters).length
            ? { parameter_values: { json: parameterValues(reference.parameters) } }
            : {}),
        },
      })),
    ],
  };
}

const parameterValues = (parameters: Readonly<Record<string, string | number>>): object =>
  Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));

const assignmentType = (scope: GuardrailScope): string =>
  'managementGroup' in scope ? 'azurerm_management_group_policy_assignment' : 'azurerm_subscription_policy_assignment';

function assignment(
  { name, displayName, description, references }: Initiative,
  { scope, enforce }: AssignedGuardrails,
): TerraformResource {
  return {
    type: assignmentType(scope),
    name: label(name),
    attributes: {
      name,
      display_name: displayName,
      description,
      ...('managementGroup' in scope
        ? { management_group_id: managementGroupId(scope.managementGroup) }
        : { subscription_id: `/subscriptions/${scope.subscription}` }),
      policy_definition_id: idOf(initiativeType(scope), name),
      enforce,
      metadata: { json: { category: CATEGORY } },
    },
    blocks: references.map(({ id, message }) => ({
      name: 'non_compliance_message',
      attributes: { content: message, policy_definition_reference_id: id },
    })),
  };
}

/** What an exemption is attached to, by the form of its id. */
const KINDS = [
  {
    of: /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+$/i,
    type: 'azurerm_management_group_policy_exemption',
    by: 'management_group_id',
  },
  { of: /^\/subscriptions\/[^/]+$/i, type: 'azurerm_subscription_policy_exemption', by: 'subscription_id' },
  {
    of: /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+$/i,
    type: 'azurerm_resource_group_policy_exemption',
    by: 'resource_group_id',
  },
  { of: /^\/subscriptions\/[^/]+\/.*providers\/.+/i, type: 'azurerm_resource_policy_exemption', by: 'resource_id' },
] as const;

/** Whether something can be exempted by this id. */
export const isExemptible = (armId: string): boolean => KINDS.some(({ of }) => of.test(armId));

function exemptions({ initiatives, exemptions: all, scope }: AssignedGuardrails): TerraformResource[] {
  return all.flatMap((exemption): TerraformResource[] => {
    const { control, armId, owner, reason, ticket, until } = exemption;
    const kind = KINDS.find(({ of }) => of.test(armId));
    const within = initiatives.find(({ references }) => references.some((each) => each.control === control));
    if (!kind || !within) return [];
    const own = within.references.filter((each) => each.control === control);
    const name = `plumbline-${control}-${hash(armId.toLowerCase())}`;
    return [
      {
        type: kind.type,
        name: label(name),
        attributes: {
          name,
          display_name: `${control} until ${until}: ${armId.slice(armId.lastIndexOf('/') + 1)}`.slice(0, 128),
          description: `${reason} (${owner}${ticket ? `, ${ticket}` : ''})`.slice(0, 512),
          [kind.by]: armId,
          policy_assignment_id: idOf(assignmentType(scope), within.name),
          policy_definition_reference_ids: own.map(({ id }) => id),
          exemption_category: 'Waiver',
          expires_on: `${until}T23:59:59Z`,
          metadata: { json: { owner, control, ...(ticket ? { ticket } : {}) } },
        },
        blocks: [],
      },
    ];
  });
}

/** FNV-1a: the name stays the same as long as the id does. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (const char of text) sum = Math.imul(sum ^ char.codePointAt(0)!, 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}
