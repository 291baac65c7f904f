import type { NetworkSecurityGroupConfig } from '@cdktf/provider-azurerm/lib/network-security-group';
import type { NetworkSecurityRuleConfig } from '@cdktf/provider-azurerm/lib/network-security-rule';
import { CLIENT_NETWORKS, MANAGEMENT_NETWORKS } from './asks';
import { type Ask, controlsFor, type Deviation } from './control';
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

const control = controlsFor<NetworkSecurityGroupConfig | NetworkSecurityRuleConfig>(
  'azurerm_network_security_group',
  'azurerm_network_security_rule',
);

/** What one of the four recommendations looks for. No ports: any port of the protocol. */
interface Exposure {
  readonly protocols: readonly string[];
  readonly ports?: readonly number[];
  readonly ask: Ask;
  /** Narrowing a rule that opens nothing but these ports needs no answer. */
  readonly narrowable?: readonly number[];
}

const MANAGEMENT_PORTS = [22, 3389];
const OPEN = /^(\*|any|internet|(0\.0\.0\.0|::)|.*\/0)$/i;

/** Rules of a group, or the one rule of a separate resource, with the path each stands at. */
function rules(resource: Resource): { rule: Value; at: Path }[] {
  if (resource.type === 'azurerm_network_security_rule') return [{ rule: resource.attributes, at: [] }];
  const inline = resource.attributes.security_rule;
  if (isAbsent(inline)) return [];
  if (isList(inline)) return inline.map((rule, i) => ({ rule, at: ['security_rule', i] }));
  return [{ rule: inline, at: ['security_rule'] }];
}

const inspect = (exposure: Exposure) => (resource: Resource) => {
  const deviations: Deviation[] = [];
  let unclear: Unknown | undefined;
  for (const { rule, at } of rules(resource)) {
    const found = isObject(rule) ? openings(rule, exposure) : rule instanceof Unknown ? rule : [];
    if (found instanceof Unknown) unclear ??= found;
    else deviations.push(...found.map((deviation) => ({ ...deviation, path: [...at, ...deviation.path] })));
  }
  return deviations.length ? deviations : (unclear ?? []);
};

function openings(rule: Attributes, { protocols, ports, ask, narrowable }: Exposure): Deviation[] | Unknown {
  const conditions = [
    equals(rule.direction, ['Inbound']),
    equals(rule.access, ['Allow']),
    equals(rule.protocol, protocols),
    ports ? covers(rule, ports) : true,
  ];
  if (conditions.includes(false)) return [];
  const unclear = conditions.find((condition) => condition instanceof Unknown);
  if (unclear instanceof Unknown) return unclear;
  const expected = 'no source that is the whole internet';
  const deviations: Deviation[] = [];
  const { source_address_prefix: single, source_address_prefixes: several } = rule;
  const narrow = narrowable !== undefined && opensOnly(rule, narrowable);
  if (typeof single === 'string' && OPEN.test(single))
    deviations.push({
      path: ['source_address_prefix'],
      found: single,
      expected,
      ask,
      plural: 'source_address_prefixes',
      // "Internet" holds nothing of the virtual network: admitting that instead would open something new.
      ...(narrow && !/internet/i.test(single) ? { set: 'VirtualNetwork' } : {}),
    });
  if (isList(several) && several.some((source) => typeof source === 'string' && OPEN.test(source))) {
    const isKnown = several.every((source) => typeof source === 'string');
    const rest = several.filter((source) => !(typeof source === 'string' && OPEN.test(source)));
    deviations.push({
      path: ['source_address_prefixes'],
      found: several,
      expected,
      ask,
      ...(isKnown ? { keep: rest } : {}),
      ...(narrow && isKnown && rest.length ? { set: rest } : {}),
    });
  }
  if (deviations.length) return deviations;
  const sources = [single, ...(isList(several) ? several : [several])];
  const blind = sources.find((source) => source instanceof Unknown || source instanceof Reference);
  if (blind instanceof Reference) return new Unknown(`a source is taken from ${blind.address}`);
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

const MANAGEMENT = { protocols: ['Tcp', '*'], ask: MANAGEMENT_NETWORKS, narrowable: MANAGEMENT_PORTS } as const;

export const networkSecurityGroup = [
  control({
    id: 'network-no-public-rdp',
    title: 'No network security group admits RDP from the whole internet',
    why: 'Open remote desktops are found within minutes and are the usual way in for ransomware.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.1' },
    asks: [MANAGEMENT_NETWORKS],
    inspect: inspect({ ...MANAGEMENT, ports: [3389] }),
    fix: {
      impact: 'disruptive',
      consequences: [
        'Whoever connects from the public internet is cut off; use Azure Bastion, a VPN or named networks (managementNetworks).',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_9'],
      trivy: ['AZU-0048', 'azure-network-disable-rdp-from-internet'],
      kics: ['efbf6449-5ec5-4cfe-8f15-acc51e0d787c'],
      prowler: ['network_rdp_internet_access_restricted'],
      'azure-policy': ['22730e10-96f6-4aac-ad84-9383d35b5917'],
      defender: ['bc303248-3d14-44c2-96a0-55f5c326b5fe'],
      powerpipe: ['cis_v300_7_1', 'network_security_group_rdp_access_restricted'],
    },
  }),
  control({
    id: 'network-no-public-ssh',
    title: 'No network security group admits SSH from the whole internet',
    why: 'Every public SSH port is guessed at without pause; one weak or leaked credential is enough.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.2' },
    asks: [MANAGEMENT_NETWORKS],
    inspect: inspect({ ...MANAGEMENT, ports: [22] }),
    fix: {
      impact: 'disruptive',
      consequences: [
        'Whoever connects from the public internet is cut off; use Azure Bastion, a VPN or named networks (managementNetworks).',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_10'],
      trivy: ['AZU-0050', 'azure-network-ssh-blocked-from-internet'],
      kics: ['3e3c175e-aadf-4e2b-a464-3fdac5748d24'],
      prowler: ['network_ssh_internet_access_restricted'],
      'azure-policy': ['22730e10-96f6-4aac-ad84-9383d35b5917'],
      defender: ['bc303248-3d14-44c2-96a0-55f5c326b5fe'],
      powerpipe: ['cis_v300_7_2', 'network_security_group_ssh_access_restricted'],
    },
  }),
  control({
    id: 'network-no-public-udp',
    title: 'No network security group admits UDP from the whole internet',
    why: 'UDP services answer forged senders and are used to amplify attacks on others.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.3' },
    asks: [CLIENT_NETWORKS],
    inspect: inspect({ protocols: ['Udp'], ask: CLIENT_NETWORKS }),
    fix: {
      impact: 'disruptive',
      consequences: ['Clients outside the named networks can no longer reach the UDP service.'],
      restores: 'yes',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_77', differs: 'Looks at the first security_rule only, and not at source_address_prefixes.' },
      ],
      prowler: ['network_udp_internet_access_restricted'],
      powerpipe: ['cis_v300_7_3', 'network_security_group_udp_service_restricted'],
    },
  }),
  control({
    id: 'network-no-public-http',
    title: 'No network security group admits HTTP or HTTPS from the whole internet unless that is its purpose',
    why: 'What need not face the internet should not: publish through a gateway or a front door with a firewall.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '7.4' },
    asks: [CLIENT_NETWORKS],
    inspect: inspect({ protocols: ['Tcp', '*'], ports: [80, 443], ask: CLIENT_NETWORKS }),
    fix: {
      impact: 'disruptive',
      consequences: ['Clients outside the named networks can no longer reach the web service.'],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_160', differs: 'Tests port 80 only.' }],
      prowler: [{ rule: 'network_http_internet_access_restricted', differs: 'Tests port 80 only.' }],
      powerpipe: ['cis_v300_7_4', 'network_security_group_https_port_80_443_access_restricted'],
    },
  }),
];
