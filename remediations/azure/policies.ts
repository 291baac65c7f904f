import { at, list, record, text, textAt } from '../findings/json';
import type { ArmObject, Scan } from './arm-object';
import { builtIn } from './policy-writers';

/** What an assignment of Azure Policy writes into resources by itself. */
export interface PolicyWrite {
  /** Name and id of the assignment. */
  readonly assignment: string;
  readonly assignmentId: string;
  readonly definition: string;
  /** Alias, `Microsoft.Storage/storageAccounts/minimumTlsVersion`; of what is deployed its type. */
  readonly about: string;
  /** What is written; undefined where it cannot be told, or something is deployed. */
  readonly value?: unknown;
  readonly effect: 'modify' | 'deploy';
  /** Of what is deployed: lower-case types it is deployed for; absent for the subscription, or where that is not known. */
  readonly of?: readonly string[];
}

interface Scoped {
  /** Lower case. */
  readonly scope: string;
  readonly without: readonly string[];
  readonly writes: readonly PolicyWrite[];
}

/** By lower-cased name. */
type Parameters = Readonly<Record<string, unknown>>;
/** A definition as it is assigned: by itself, or as a member of a set under its reference. */
interface Use {
  readonly id: string;
  readonly parameters: Parameters;
  readonly effect?: string;
}

/** The assignments of a scan that write. */
export class Policies {
  private readonly assigned: readonly Scoped[];
  private readonly definitions: ReadonlyMap<string, ArmObject>;

  constructor({ objects }: Pick<Scan, 'objects'>) {
    const ofType = (type: RegExp) => objects.filter((each) => type.test(each.type));
    this.definitions = new Map(
      ofType(/^microsoft\.authorization\/policy(set)?definitions$/i).map((each) => [each.id.toLowerCase(), each]),
    );
    const exempt = ofType(/^microsoft\.authorization\/policyexemptions$/i);
    this.assigned = ofType(/^microsoft\.authorization\/policyassignments$/i).flatMap((each) => {
      const scoped = this.scoped(each, exempt);
      return scoped?.writes.length ? [scoped] : [];
    });
  }

  /** What is written into a resource, or put beside it, by its id. */
  about(armId: string): readonly PolicyWrite[] {
    const id = armId.toLowerCase();
    return this.assigned.flatMap(({ scope, without, writes }) =>
      isBelow(id, scope) && !without.some((each) => isBelow(id, each)) ? writes : [],
    );
  }

  private scoped(assignment: ArmObject, exempt: readonly ArmObject[]): Scoped | undefined {
    const { properties } = assignment;
    if (/^doNotEnforce$/i.test(textAt(properties, 'enforcementMode') ?? '')) return undefined;
    const id = assignment.id.toLowerCase();
    const scope = id.slice(0, id.lastIndexOf('/providers/microsoft.authorization/'));
    const own = exempt.filter((each) => textAt(each.properties, 'policyAssignmentId')?.toLowerCase() === id);
    const freed = own.flatMap((each) =>
      list(at(each.properties, 'policyDefinitionReferenceIds')).length
        ? []
        : [each.id.toLowerCase().replace(/\/providers\/microsoft\.authorization\/policyexemptions\/[^/]+$/, '')],
    );
    const name = textAt(properties, 'displayName') ?? assignment.name;
    return {
      scope,
      without: [...list(at(properties, 'notScopes')).flatMap((each) => text(each)?.toLowerCase() ?? []), ...freed],
      writes: this.uses(properties).flatMap((use) => this.writesOf(use, name, assignment.id)),
    };
  }

  private uses(properties: unknown): readonly Use[] {
    const id = textAt(properties, 'policyDefinitionId');
    if (id === undefined) return [];
    const given = valuesOf(at(properties, 'parameters'));
    const overrides = list(at(properties, 'overrides')).filter((each) => textAt(each, 'kind') === 'policyEffect');
    const effectOf = (reference: string | undefined) =>
      textAt(
        overrides.find((each) => {
          const selectors = list(at(each, 'selectors'));
          return selectors.every((selector) => list(at(selector, 'in')).some((one) => sameText(one, reference)));
        }),
        'value',
      );
    const members = list(at(this.definitions.get(id.toLowerCase())?.properties, 'policyDefinitions'));
    const isSet = /\/policysetdefinitions\//i.test(id);
    if (!isSet) return [useOf(id, given, effectOf(undefined))];
    const all = { ...defaultsOf(this.definitions.get(id.toLowerCase())), ...given };
    return members.flatMap((each) => {
      const member = textAt(each, 'policyDefinitionId');
      if (member === undefined) return [];
      const parameters = Object.entries(valuesOf(at(each, 'parameters'))).map(
        ([name, value]) => [name, resolved(value, all)] as const,
      );
      return [useOf(member, Object.fromEntries(parameters), effectOf(textAt(each, 'policyDefinitionReferenceId')))];
    });
  }

  private writesOf(use: Use, assignment: string, assignmentId: string): PolicyWrite[] {
    const definition = this.definitions.get(use.id.toLowerCase());
    const known = builtIn(use.id);
    const about = { assignment, assignmentId };
    if (!definition) return known ? fromTable(use, known, about) : [];
    const parameters = { ...defaultsOf(definition), ...use.parameters };
    const rule = at(definition.properties, 'policyRule', 'then');
    const effect = use.effect ?? text(resolved(at(rule, 'effect'), parameters))?.toLowerCase();
    const named = { ...about, definition: textAt(definition.properties, 'displayName') ?? definition.name };
    const details = at(rule, 'details');
    if (effect === 'modify')
      return list(at(details, 'operations')).flatMap((operation) => written(operation, parameters, named));
    if (effect === 'append') return list(details).flatMap((each) => written(each, parameters, named));
    const type = effect === 'deployifnotexists' ? text(resolved(at(details, 'type'), parameters)) : undefined;
    return type === undefined ? [] : [{ ...named, about: type, effect: 'deploy', ...ofTypes(definition) }];
  }
}

/** Of a built-in definition that was not read: what it is about, but not to which value. */
function fromTable(
  { effect, parameters }: Use,
  { name, effect: usual, about, of }: NonNullable<ReturnType<typeof builtIn>>,
  assigned: Pick<PolicyWrite, 'assignment' | 'assignmentId'>,
): PolicyWrite[] {
  const chosen = effect ?? text(parameters.effect)?.toLowerCase();
  if (chosen !== undefined && !['modify', 'deployifnotexists'].includes(chosen)) return [];
  return about.map((each) => ({ ...assigned, definition: name, about: each, effect: usual, ...(of ? { of } : {}) }));
}

function written(
  operation: unknown,
  parameters: Parameters,
  named: Omit<PolicyWrite, 'about' | 'effect'>,
): PolicyWrite[] {
  const field = text(resolved(at(operation, 'field'), parameters));
  if (field === undefined || !field.includes('/') || /^remove$/i.test(textAt(operation, 'operation') ?? '')) return [];
  // Many ask for the version of the API alone. Whether another condition holds is not looked at: it may.
  const condition = textAt(operation, 'condition');
  const holds = condition === undefined || /^\[[^\]]*requestContext\(\)\.apiVersion[^\]]*\]$/i.test(condition);
  const value = holds ? resolved(at(operation, 'value'), parameters) : undefined;
  return [{ ...named, about: field, effect: 'modify', ...(value === undefined ? {} : { value }) }];
}

const useOf = (id: string, parameters: Parameters, effect: string | undefined): Use => ({
  id,
  parameters,
  ...(effect === undefined ? {} : { effect: effect.toLowerCase() }),
});

/** The types that a rule is for, where it says `"field": "type"`. */
function ofTypes(definition: ArmObject): { readonly of?: readonly string[] } {
  const types: string[] = [];
  const look = (condition: unknown): void => {
    if (textAt(condition, 'field')?.toLowerCase() === 'type')
      types.push(
        ...[at(condition, 'equals'), ...list(at(condition, 'in'))].flatMap((each) => text(each)?.toLowerCase() ?? []),
      );
    for (const each of [...list(at(condition, 'allOf')), ...list(at(condition, 'anyOf'))]) look(each);
  };
  look(at(definition.properties, 'policyRule', 'if'));
  return types.length ? { of: types } : {};
}

/** `[parameters('name')]` as its value; any other expression is not known. */
function resolved(value: unknown, parameters: Parameters): unknown {
  if (typeof value !== 'string' || !value.startsWith('[') || value.startsWith('[[')) return value;
  const name = /^\[\s*parameters\(\s*'([^']+)'\s*\)\s*\]$/i.exec(value)?.[1];
  return name === undefined ? undefined : parameters[name.toLowerCase()];
}

/** `{ name: { value } }` as `{ name: value }`; Azure does not tell names by their case. */
const valuesOf = (parameters: unknown): Parameters =>
  Object.fromEntries(
    Object.entries(record(parameters) ?? {}).flatMap(([name, each]) => {
      const value = at(each, 'value');
      return value === undefined ? [] : [[name.toLowerCase(), value]];
    }),
  );

const defaultsOf = (definition: ArmObject | undefined): Parameters =>
  Object.fromEntries(
    Object.entries(record(at(definition?.properties, 'parameters')) ?? {}).flatMap(([name, each]) => {
      const value = at(each, 'defaultValue');
      return value === undefined ? [] : [[name.toLowerCase(), value]];
    }),
  );

/** A management group holds every subscription that the assignment was read of. */
const isBelow = (id: string, scope: string): boolean =>
  scope === '' || scope.startsWith('/providers/microsoft.management/') || id === scope || id.startsWith(`${scope}/`);

const sameText = (one: unknown, other: string | undefined): boolean =>
  typeof one === 'string' && one.toLowerCase() === other?.toLowerCase();
