import type { NetworkSecurityGroupConfig } from '@cdktf/provider-azurerm/lib/network-security-group';
import type { NetworkSecurityRuleConfig } from '@cdktf/provider-azurerm/lib/network-security-rule';
import { CLIENT_NETWORKS, MANAGEMENT_NETWORKS } from './asks';
import { type Ask, controlsFor, type Deviation } from './control';
import { both } from './three-answers';
import {
  type Attributes,
  isAbsent,
  isList,
  isObject,
  type Path,
  Reference,
  type Resource,
  Unknown,
  type Value,
} from './value';

/** Controls on rules, wherever they stand. */
export const ruleControl = controlsFor<NetworkSecurityGroupConfig | NetworkSecurityRuleConfig>(
  'azurerm_network_security_group',
  'azurerm_network_security_rule',
);

/** Who may use a rule instead of everybody. */
interface Owner {
  readonly ask?: Ask;
  /** Narrowing a rule that opens nothing but these ports needs no answer. */
  readonly narrowable?: readonly number[];
}

/** What a control looks for. No protocols or ports: any of them. */
interface Exposure {
  readonly direction: 'Inbound' | 'Outbound';
  readonly protocols?: readonly string[];
  readonly ports?: readonly number[];
  readonly owner: (rule: Attributes) => Owner;
}

const MANAGEMENT_PORTS = [22, 3389];
export const MANAGEMENT_PROTOCOLS = ['Tcp', '*'];
export const administrators = (): Owner => ({ ask: MANAGEMENT_NETWORKS, narrowable: MANAGEMENT_PORTS });
export const clients = (): Owner => ({ ask: CLIENT_NETWORKS });
/** As the controls for one service ask, so that two of them never want different networks of a rule. */
export function whoeverItServes(rule: Attributes): Owner {
  const isManagement = both(equals(rule.protocol, MANAGEMENT_PROTOCOLS), covers(rule, MANAGEMENT_PORTS));
  if (isManagement instanceof Unknown) return {};
  return isManagement ? administrators() : clients();
}

const OPEN = /^(\*|any|internet|(0\.0\.0\.0|::)|.*\/0)$/i;
const isOpen = (end: Value | undefined): boolean => typeof end === 'string' && OPEN.test(end);

/** Rules of a group, or the one rule of a separate resource, with the path each stands at. */
function rules(resource: Resource): { rule: Value; at: Path }[] {
  if (resource.type === 'azurerm_network_security_rule') return [{ rule: resource.attributes, at: [] }];
  const inline = resource.attributes.security_rule;
  if (isAbsent(inline)) return [];
  if (isList(inline)) return inline.map((rule, i) => ({ rule, at: ['security_rule', i] }));
  return [{ rule: inline, at: ['security_rule'] }];
}

export const openTo = (exposure: Exposure) => (resource: Resource) => {
  const deviations: Deviation[] = [];
  let unclear: Unknown | undefined;
  for (const { rule, at } of rules(resource)) {
    const found = isObject(rule) ? openings(rule, exposure) : rule instanceof Unknown ? rule : [];
    if (found instanceof Unknown) unclear ??= found;
    else deviations.push(...found.map((deviation) => ({ ...deviation, path: [...at, ...deviation.path] })));
  }
  return deviations.length ? deviations : (unclear ?? []);
};

function openings(rule: Attributes, { direction, protocols, ports, owner }: Exposure): Deviation[] | Unknown {
  const conditions = [
    equals(rule.direction, [direction]),
    equals(rule.access, ['Allow']),
    protocols ? equals(rule.protocol, protocols) : true,
    ports ? covers(rule, ports) : true,
  ];
  if (conditions.includes(false)) return [];
  const unclear = conditions.find((condition) => condition instanceof Unknown);
  if (unclear instanceof Unknown) return unclear;
  const end = direction === 'Inbound' ? 'source' : 'destination';
  const expected = `no ${end} that is the whole internet`;
  const deviations: Deviation[] = [];
  const { [`${end}_address_prefix`]: single, [`${end}_address_prefixes`]: several } = rule;
  const { ask, narrowable } = owner(rule);
  const narrow = narrowable !== undefined && opensOnly(rule, narrowable);
  if (isOpen(single))
    deviations.push({
      path: [`${end}_address_prefix`],
      found: single,
      expected,
      ask,
      plural: `${end}_address_prefixes`,
      // "Internet" holds nothing of the virtual network: admitting that instead would open something new.
      ...(narrow && !/internet/i.test(String(single)) ? { set: 'VirtualNetwork' } : {}),
    });
  if (isList(several) && several.some(isOpen)) {
    const isKnown = several.every((each) => typeof each === 'string');
    const rest = several.filter((each) => !isOpen(each));
    deviations.push({
      path: [`${end}_address_prefixes`],
      found: several,
      expected,
      ask,
      ...(isKnown ? { keep: rest } : {}),
      ...(narrow && isKnown && rest.length ? { set: rest } : {}),
    });
  }
  if (deviations.length) return deviations;
  const ends = [single, ...(isList(several) ? several : [several])];
  const blind = ends.find((each) => each instanceof Unknown || each instanceof Reference);
  if (blind instanceof Reference) return new Unknown(`a ${end} is taken from ${blind.address}`);
  return blind instanceof Unknown ? blind : [];
}

function equals(value: Value | undefined, accepted: readonly string[]): boolean | Unknown {
  if (value instanceof Unknown) return value;
  if (value instanceof Reference) return new Unknown(`taken from ${value.address}`);
  return typeof value === 'string' && accepted.some((one) => one.toLowerCase() === value.toLowerCase());
}

function portRanges(rule: Attributes): readonly Value[] {
  const { destination_port_range: single, destination_port_ranges: several } = rule;
  return [...(isAbsent(single) ? [] : [single]), ...(isList(several) ? several : isAbsent(several) ? [] : [several])];
}

function covers(rule: Attributes, ports: readonly number[]): boolean | Unknown {
  const ranges = portRanges(rule);
  if (ranges.some((range) => ports.some((port) => bounds(range).some(([low, high]) => low <= port && port <= high))))
    return true;
  return (ranges.find((range) => range instanceof Unknown) as Unknown | undefined) ?? false;
}

const opensOnly = (rule: Attributes, ports: readonly number[]) =>
  portRanges(rule)
    .flatMap(bounds)
    .every(([low, high]) => high - low < ports.length && range(low, high).every((port) => ports.includes(port)));

const range = (low: number, high: number) => Array.from({ length: high - low + 1 }, (_, i) => low + i);

/** `22`, `20-30`, `*`, and the comma lists that Azure accepts in one string. */
function bounds(text: Value): [number, number][] {
  if (typeof text === 'number') return [[text, text]];
  if (typeof text !== 'string') return [];
  return text.split(',').map((part): [number, number] => {
    if (part.trim() === '*') return [0, 65535];
    const [low, high = low] = part.split('-').map((bound) => Number.parseInt(bound, 10));
    return [low, high];
  });
}
