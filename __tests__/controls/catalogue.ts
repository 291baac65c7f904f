// A second, deliberately simple reading of what each recommendation asks, from the catalogue's `terraform.desired`.
// It shares no code with the evaluator: where the two disagree, one of them is wrong.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isList, isObject, Reference, Unknown, type Value } from '../../controls/value';
import type { Located } from '../../remediations/locate/hcl/estate';

const FOLDER = join(__dirname, '../../../shared/baseline');

export interface Desired {
  readonly resource: string;
  readonly attribute: string;
  readonly operator: string;
  readonly value?: string | number | boolean | readonly (string | number)[];
  readonly when?: string;
  readonly absent?: 'pass' | 'fail';
  readonly providerDefault?: string;
  /** Prose; four forms of it say more than the other fields and are read. */
  readonly note?: string;
}
export interface Recommendation {
  readonly id: string;
  readonly level: 1 | 2;
  readonly terraform: { readonly desired: readonly Desired[] };
  readonly scanners: Readonly<Record<string, readonly string[] | boolean>>;
  /** Rules about something near: another resource, or a stronger or weaker setting. */
  readonly relatedChecks?: Readonly<Record<string, readonly string[]>>;
}

/** A rule of a scanner that no recommendation holds. */
export interface ExtraCheck {
  readonly id: string;
  readonly scanner: string;
  readonly aliases?: readonly string[];
}

const read = (name: string): unknown => {
  const file = join(FOLDER, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
};
/** Undefined where the catalogue is not beside the repository. */
export const catalogue = read('cis-azure-3.0.0.json') as readonly Recommendation[] | undefined;
export const extraChecks = (read('extra-checks.json') ?? []) as readonly ExtraCheck[];

export type Reading = 'pass' | 'fail' | 'unknown' | 'na';
const negated: Record<Reading, Reading> = { pass: 'fail', fail: 'pass', unknown: 'unknown', na: 'na' };
/** What does not apply says nothing, unless nothing applies. */
const all = (readings: readonly Reading[]): Reading =>
  readings.length && readings.every((each) => each === 'na')
    ? 'na'
    : readings.includes('fail')
      ? 'fail'
      : readings.includes('unknown')
        ? 'unknown'
        : 'pass';
const any = (readings: readonly Reading[]): Reading => negated[all(readings.map((reading) => negated[reading]))];

/** Attributes that tell which of several resources of one type a recommendation is about. */
const SELECTORS: readonly string[] = ['criteria.operation_name', 'name', 'resource_type', 'setting_name'];
const isSelector = ({ attribute, operator }: Desired) =>
  (operator === 'equals' && SELECTORS.includes(attribute)) ||
  (operator === 'matches' && attribute === 'target_resource_id');

/** A reference as the id that it stands for, as far as a pattern can tell. */
const idOf = ({ address, attribute, suffix }: Reference): string =>
  /(^|[.])data[.]azurerm_subscription[.]/.test(address) || attribute.join() === 'subscription_id'
    ? `/subscriptions/0${suffix}`
    : `${address}${suffix}`;

/** What the catalogue says of web apps holds for function apps and for slots, which are sites of the same service. */
const namedIn = (type: string): string =>
  type
    .replace(/_(app_service|function_app|web_app)_slot$/, '_$1')
    .replace(/^azurerm_(app_service|function_app)$/, 'azurerm_linux_web_app')
    .replace(/_function_app$/, '_web_app');
/** What the older resource types, which the catalogue does not name, call the same setting. */
const isOlder = (type: string): boolean => /^azurerm_(app_service|function_app)(_slot)?$/.test(type);
const inOlder = (attribute: string): string =>
  attribute.replace('.application_stack', '').replace('.minimum_tls_version', '.min_tls_version');
/** Twins say the same of two resources; neither belongs to the other. */
const kindOf = (type: string): string => type.replace(/_(linux|windows)_/, '_');

/** What a recommendation says of a resource: its own settings, or another resource that refers to it. */
export function reading(desired: readonly Desired[], resource: Located): Reading {
  const types = [...new Set(desired.map((each) => each.resource))];
  const named = namedIn(resource.type);
  const said = desired.filter((each) => each.resource === named);
  const own = isOlder(resource.type) ? said.map((each) => ({ ...each, attribute: inOlder(each.attribute) })) : said;
  const groups = types
    .filter((type) => kindOf(type) !== kindOf(named))
    .map((type) =>
      companions(
        desired.filter((each) => each.resource === type),
        type,
        resource,
      ),
    );
  const which = chosen(own, resource.attributes);
  if (which === 'fail') return 'na';
  if (which === 'unknown') return 'unknown';
  const wanted = own.filter((each) => !isSelector(each));
  const mine = wanted.length ? [all(wanted.map((each) => condition(each, resource)))] : [];
  return mine[0] === 'na' ? 'na' : any([...mine, ...groups]);
}

/** Whether a resource is the one of its type that is meant. */
const chosen = (desired: readonly Desired[], attributes: Value): Reading =>
  all(desired.filter(isSelector).map((each) => operators(each, values(attributes, each.attribute.split('.')))));

const LINKS: readonly string[] = ['references', 'endsWith'];
/** How a companion refers, where the recommendation does not say it. */
const REFERRING: readonly string[] = [
  'server_id',
  'server_name',
  'storage_account_id',
  'resource_id',
  'scope',
  'target_resource_id',
];

function companions(desired: readonly Desired[], type: string, owner: Located): Reading {
  const each = desired.find(({ operator }) => operator === 'coversEach');
  if (each) return covered(each, type, owner);
  const said = desired.find(({ operator }) => LINKS.includes(operator))?.attribute;
  const others = owner.root.resources.filter((each) => each.type === type);
  const readings = others.map((other): Reading => {
    const which = chosen(desired, other.attributes);
    if (which === 'fail') return 'na';
    const targets = (said ? [said] : REFERRING)
      .flatMap((link) => values(other.attributes, link.split('.')))
      .flatMap((target) => (isList(target) ? target : [target]));
    const isHere = (target: Value) =>
      target instanceof Reference
        ? target.address === owner.address
        : !said && typeof target === 'string' && target === owner.attributes.name;
    if (!targets.some(isHere)) return targets.some((target) => target instanceof Unknown) ? 'unknown' : 'na';
    return all([which, ...desired.filter((each) => !isSelector(each)).map((each) => condition(each, other))]);
  });
  const told = readings.filter((each) => each !== 'na');
  if (told.length) return any(told);
  // "absent: pass" of a setting that stands on the companion: none is there, and Azure's default is right.
  return desired.some(({ absent }) => absent === 'pass') && desired.some(isSelector) ? 'pass' : 'fail';
}

/** "coversEach regions in use": one of the others has the same value as the resource. */
function covered({ attribute }: Desired, type: string, owner: Located): Reading {
  const [own] = values(owner.attributes, [attribute]);
  const others = owner.root.resources.filter((each) => each.type === type);
  return any([
    ...others.map((other): Reading => {
      const [value] = values(other.attributes, [attribute]);
      if (own instanceof Unknown || value instanceof Unknown) return 'unknown';
      return String(own).replaceAll(' ', '').toLowerCase() === String(value).toLowerCase() ? 'pass' : 'fail';
    }),
    'fail',
  ]);
}

/** All values at a dotted path; `[]` goes through repeated blocks. */
function values(from: Value, [first, ...rest]: readonly string[]): Value[] {
  if (from instanceof Unknown) return [from];
  if (isList(from)) return from.flatMap((each) => values(each, [first, ...rest]));
  const name = first.replace('[]', '');
  const inner = isObject(from) ? from[name] : undefined;
  if (inner === undefined || inner === null) return [];
  if (!rest.length) return first.endsWith('[]') && isList(inner) ? [...inner] : [inner];
  return isList(inner) ? inner.flatMap((each) => values(each, rest)) : values(inner, rest);
}

function condition(desired: Desired, { attributes, root }: Located): Reading {
  const steps = desired.attribute.split('.');
  if (desired.operator === 'countLessThan') return count(desired, attributes, root.resources);
  if (desired.when?.includes('direction ==')) return rules(desired, attributes, steps);
  // Other conditions are one comparison, or prose that nobody but a person can read.
  const [, name, wanted, or] = /^(\w+) == (\w+)(?: \(or (\w+)\))?$/.exec(desired.when ?? '') ?? [];
  if (name) {
    const value = or ? [wanted, or] : wanted;
    const applies = operators({ ...desired, operator: 'in', value }, values(attributes, [name]));
    if (applies !== 'pass') return applies === 'fail' ? 'na' : applies;
  }
  // "PHP in use": whether the attribute is there. "when a user-assigned identity reads the vault" is for a person to tell.
  if (/ in use$/.test(desired.when ?? '') && !values(attributes, steps).length) return 'na';
  if (/^when .+ reads the vault$/.test(desired.note ?? '')) return 'na';
  if (desired.when === 'target is a subscription') {
    const target = { ...desired, operator: 'matches', value: '^/subscriptions/[^/]+$' };
    const applies = operators(target, values(attributes, ['target_resource_id']));
    if (applies !== 'pass') return applies === 'fail' ? 'na' : applies;
  }
  const beside = (name: string) => values(attributes, [...steps.slice(0, -1), name]);
  // "or category_group audit/allLogs": another attribute of the same blocks that does as well.
  const [, other, accepted] = /^or (\w+) (\S+)$/.exec((desired.note ?? '').replace(' and ', '/')) ?? [];
  const legacy = /^or legacy (\S+)$/.exec(desired.note ?? '')?.[1];
  const instead = legacy
    ? operators(desired, values(attributes, legacy.split('.')))
    : other && operators({ ...desired, operator: 'containsAny', value: accepted.split('/') }, beside(other));
  // "or public_network_access_enabled = false": a setting that makes this one superfluous.
  const [, superior, said] = /^or (\w+) = (\w+)$/.exec(desired.note ?? '') ?? [];
  if (superior) {
    const closed = operators({ ...desired, value: said === 'true' }, beside(superior));
    return any([operators(desired, values(attributes, steps)), closed]);
  }
  // "at least one of a, b; never c": blocks or lists of which one has to be there, and what none may hold.
  const [, oneOf, never] = /^at least one of ([\w, ]+); never (\S+)$/.exec(desired.note ?? '') ?? [];
  if (oneOf) {
    const there = oneOf.split(', ').map((name) => operators({ ...desired, operator: 'exists' }, beside(name)));
    return all([
      any(there),
      operators({ ...desired, operator: 'notContains', value: never, absent: 'pass' }, beside(steps[0])),
    ]);
  }
  // "with .write and .delete": attributes beside it that must say the same.
  const together = [...(desired.note ?? '').matchAll(/[ ]\.(\w+)/g)].map(([, name]) =>
    operators(desired, beside(name)),
  );
  const own = all([operators(desired, values(attributes, steps)), ...together]);
  // "or grant_controls.authentication_strength_policy_id set": another attribute that does as well.
  const set = /^or (\S+) set$/.exec(desired.note ?? '')?.[1];
  const alternative = set
    ? operators({ ...desired, operator: 'existsOr' }, values(attributes, set.split('.')))
    : 'fail';
  return any([own, alternative, ...(instead ? [instead] : [])]);
}

/** Fewer resources than so many that name what "role template 62e90394-…" says. */
function count({ resource, attribute, value, when }: Desired, own: Value, all: readonly Located[]): Reading {
  const named = when?.split(' ').pop();
  const [mine] = values(own, [attribute]);
  if (mine instanceof Unknown) return 'unknown';
  if (mine !== named) return 'na';
  const others = all.filter(({ type }) => type === resource).flatMap((each) => values(each.attributes, [attribute]));
  return others.filter((each) => each === named).length < Number(value) ? 'pass' : 'fail';
}

/** `direction == Inbound && protocol in [Tcp, *] && destination_port_range(s) covers 22` for each rule, and its sources. */
function rules(desired: Desired, attributes: Value, steps: readonly string[]): Reading {
  const [name] = steps.slice(-1);
  const each = steps.length > 1 ? values(attributes, steps.slice(0, -1)) : [attributes];
  return all(
    each.map((rule): Reading => {
      if (rule instanceof Unknown) return 'unknown';
      const applies = all(desired.when!.split(' && ').map((term) => holds(term, rule)));
      if (applies === 'fail') return 'pass';
      const sources = [
        ...values(rule, [name]),
        ...values(rule, [`${name}es`]).flatMap((list) => (isList(list) ? list : [list])),
      ];
      const closed = all(sources.map((source) => operators(desired, [source])));
      return applies === 'unknown' && closed === 'fail' ? 'unknown' : closed;
    }),
  );
}

function holds(term: string, rule: Value): Reading {
  const covers = /^(\w+)\(s\) covers (.+)$/.exec(term);
  if (covers) {
    const found = [
      ...values(rule, [covers[1]]),
      ...values(rule, [`${covers[1]}s`]).flatMap((list) => (isList(list) ? list : [list])),
    ];
    return any([...found.map((range) => coversPort(range, covers[2].split(', ').map(Number))), 'fail']);
  }
  const [, name, operator, list] = /^(\w+) (==|in) (.+)$/.exec(term)!;
  const accepted = operator === '==' ? [list] : list.slice(1, -1).split(', ');
  const [value] = values(rule, [name]);
  if (value instanceof Unknown) return 'unknown';
  return accepted.some((each) => each.toLowerCase() === String(value).toLowerCase()) ? 'pass' : 'fail';
}

function coversPort(range: Value, ports: readonly number[]): Reading {
  if (range instanceof Unknown) return 'unknown';
  const inside = (part: string, port: number) => {
    const [low, high = low] = part === '*' ? [0, 65535] : part.split('-').map(Number);
    return low <= port && port <= high;
  };
  return String(range)
    .split(',')
    .some((part) => ports.some((port) => inside(part.trim(), port)))
    ? 'pass'
    : 'fail';
}

/** The settings whose names look like secrets, and what stands in them. */
function secrets(settings: Value, allowed: RegExp): Reading {
  if (settings instanceof Unknown) return 'unknown';
  return all(
    Object.entries(isObject(settings) ? settings : {})
      .filter(([name]) => /(password|secret|token|key|connection_?string)$/i.test(name))
      .map(([, value]) =>
        value instanceof Unknown
          ? allowed.test(value.start)
            ? 'pass'
            : 'unknown'
          : allowed.test(String(value))
            ? 'pass'
            : 'fail',
      ),
  );
}

function operators({ operator, value, absent, providerDefault }: Desired, found: readonly Value[]): Reading {
  if (!found.length) {
    if (absent) return absent;
    if (providerDefault === undefined)
      return ['absent', 'notContains', 'secretValuesMatch'].includes(operator) ? 'pass' : 'fail';
    const standIn = providerDefault.startsWith('[') ? (JSON.parse(providerDefault) as string[]) : providerDefault;
    return operators({ operator, value, resource: '', attribute: '' }, [standIn]);
  }
  if (operator === 'secretValuesMatch') return all(found.map((each) => secrets(each, new RegExp(String(value)))));
  const flat = found.flatMap((each) => (isList(each) ? each : [each]));
  const texts = flat.filter((each) => !(each instanceof Unknown || each instanceof Reference)).map(String);
  const wanted = (Array.isArray(value) ? value : [value]).map(String);
  const blind = flat.some((each) => each instanceof Unknown || (each instanceof Reference && operator !== 'exists'));
  const told = (answer: boolean): Reading => (answer ? 'pass' : blind ? 'unknown' : 'fail');
  switch (operator) {
    case 'exists':
      return blind ? 'unknown' : flat.every((each) => each === '') ? 'fail' : 'pass';
    case 'existsOr':
      return blind && !flat.some((each) => each instanceof Reference) ? 'unknown' : 'pass';
    case 'absent':
      return blind ? 'unknown' : 'fail';
    case 'equals':
    case 'in':
      return blind ? 'unknown' : wanted.some((each) => each === texts[0]) ? 'pass' : 'fail';
    case 'equalsIgnoreCase':
      return blind ? 'unknown' : texts[0].toLowerCase() === String(value).toLowerCase() ? 'pass' : 'fail';
    case 'notEquals':
      return texts.includes(String(value)) ? 'fail' : blind ? 'unknown' : 'pass';
    case 'matches': {
      const ids = flat.flatMap((each) =>
        each instanceof Unknown ? [] : [each instanceof Reference ? idOf(each) : String(each)],
      );
      if (ids.some((id) => new RegExp(String(value)).test(id))) return 'pass';
      return flat.some((each) => each instanceof Unknown) ? 'unknown' : 'fail';
    }
    case 'startsWith':
      return blind ? 'unknown' : texts[0].startsWith(String(value)) ? 'pass' : 'fail';
    case 'notContains':
      return texts.includes(String(value)) ? 'fail' : blind ? 'unknown' : 'pass';
    case 'containsToken':
    case 'subsetOf': {
      const tokens = texts.flatMap((text) => text.split(',')).map((token) => token.trim());
      if (operator === 'containsToken') return told(tokens.includes(String(value)));
      return blind ? 'unknown' : tokens.every((token) => wanted.includes(token)) ? 'pass' : 'fail';
    }
    case 'gt':
      return blind ? 'unknown' : Number(texts[0]) > Number(value) ? 'pass' : 'fail';
    case 'inOrGt':
      return blind ? 'unknown' : Number(texts[0]) === 0 || Number(texts[0]) > Number(value) ? 'pass' : 'fail';
    case 'notIn':
      return texts.some((text) => wanted.some((each) => each.toLowerCase() === text.toLowerCase()))
        ? 'fail'
        : blind
          ? 'unknown'
          : 'pass';
    case 'gte':
      return blind ? 'unknown' : Number(texts[0]) >= Number(value) ? 'pass' : 'fail';
    case 'lte':
      // Periods such as 00.01:00:00 are compared as text.
      if (typeof value === 'number') return blind ? 'unknown' : Number(texts[0]) <= value ? 'pass' : 'fail';
      return blind ? 'unknown' : texts[0] <= String(value) ? 'pass' : 'fail';
    case 'contains':
    case 'containsAll':
      return told(wanted.every((each) => texts.includes(each)));
    case 'containsAny':
      return told(wanted.some((each) => texts.includes(each)));
    case 'references':
      return 'pass';
    case 'endsWith':
      if (texts.some((text) => text.toLowerCase().endsWith(String(value).toLowerCase()))) return 'pass';
      return found.some((each) => each instanceof Reference && each.suffix === String(value)) ? 'pass' : 'fail';
    default:
      throw new Error(`the catalogue's operator ${operator} is not known here`);
  }
}
