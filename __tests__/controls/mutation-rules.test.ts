// The controls on network rules are code: one field of a rule is changed at a time, in both directions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Control } from '../../controls/control';
import { judge } from '../../controls/deviations';
import { Surroundings } from '../../controls/surroundings';
import { type Attributes, type Resource, Unknown } from '../../controls/value';
import { checked } from './harness';
import { reviewed } from './reviewed';

const NOWHERE = new Surroundings({ major: 4, source: 'the test' }, []);

/** A rule that opens one port to everybody, which the control must refuse. */
const open = (protocol: string, port: string): Attributes => ({
  name: 'rule',
  priority: 100,
  direction: 'Inbound',
  access: 'Allow',
  protocol,
  source_address_prefix: '*',
  source_port_range: '*',
  destination_address_prefix: '*',
  destination_port_range: port,
});

/** The same rule where it can be written: inside its group, beside it, among others, several in a list. */
const places: Readonly<Record<string, (rule: Attributes) => Resource>> = {
  'a rule of its own': (rule) => resource('azurerm_network_security_rule', rule),
  'the only rule of a group': (rule) => resource('azurerm_network_security_group', { security_rule: [rule] }),
  'a rule that is not in a list': (rule) => resource('azurerm_network_security_group', { security_rule: rule }),
  'the last of three rules': (rule) =>
    resource('azurerm_network_security_group', {
      security_rule: [{ ...rule, access: 'Deny', priority: 90 }, { ...rule, direction: 'Outbound' }, rule],
    }),
};
const resource = (type: string, attributes: Attributes): Resource => ({ address: `${type}.main`, type, attributes });

type Field = 'access' | 'direction' | 'protocol' | 'source' | 'port';
interface Subject {
  readonly id: string;
  readonly protocol: string;
  readonly port: string;
  /** Values that leave the rule open, and values that close it. */
  readonly open: Readonly<Record<Field, readonly Attributes[]>>;
  readonly closed: Readonly<Record<Field, readonly Attributes[]>>;
}

const each = (name: string, ...values: (string | readonly string[])[]) =>
  values.map((value): Attributes => ({ [name]: value }));
const ports = (...ranges: string[]) => each('destination_port_range', ...ranges);
const portLists = (...lists: string[][]) =>
  lists.map((list): Attributes => ({ destination_port_range: null, destination_port_ranges: list }));
const sourceLists = (...lists: string[][]) =>
  lists.map((list): Attributes => ({ source_address_prefix: null, source_address_prefixes: list }));

const common = {
  open: {
    access: each('access', 'Allow', 'allow'),
    direction: each('direction', 'Inbound', 'inbound'),
    source: [
      ...each(
        'source_address_prefix',
        '*',
        'Internet',
        'INTERNET',
        'Any',
        '0.0.0.0',
        '0.0.0.0/0',
        '::',
        '::/0',
        '<nw>/0',
        '/0',
      ),
      ...sourceLists(['0.0.0.0/0'], ['10.0.0.0/8', 'Internet'], ['*', '10.0.0.0/8']),
    ],
  },
  closed: {
    access: each('access', 'Deny'),
    direction: each('direction', 'Outbound'),
    source: [
      ...each(
        'source_address_prefix',
        '10.0.0.0/8',
        '203.0.113.7',
        'VirtualNetwork',
        'AzureLoadBalancer',
        '2001:db8::/32',
        '10.0.0.0/10',
      ),
      ...sourceLists(['10.0.0.0/8', '192.168.0.0/16'], []),
      { source_address_prefix: null, source_application_security_group_ids: ['/subscriptions/0/asg'] },
    ],
  },
};
const tcp = (id: string, port: number, others: number[] = []): Subject => ({
  id,
  protocol: 'Tcp',
  port: String(port),
  open: {
    ...common.open,
    protocol: each('protocol', 'Tcp', 'TCP', '*'),
    port: [
      ...ports('*', '0-65535', `${port}`, `${port}-${port}`, `${port - 1}-${port}`, `${port}-${port + 1}`, `7,${port}`),
      ...ports(...others.map(String)),
      ...portLists([`${port}`], ['7', `${port - 2}-${port + 2}`], ['*']),
    ],
  },
  closed: {
    ...common.closed,
    protocol: each('protocol', 'Udp', 'Icmp', 'Ah', 'Esp'),
    port: [
      ...ports('7', `${port + 1}`, `${port - 1}`, `${port + 1}-65535`, `${port}0`, `7,${port + 1}`),
      ...portLists(['7', `${port + 1}-${port + 9}`], []),
    ],
  },
});
const udp: Subject = {
  id: 'network-no-public-udp',
  protocol: 'Udp',
  port: '53',
  open: {
    ...common.open,
    protocol: each('protocol', 'Udp', 'UDP'),
    port: [...ports('*', '53', '1900', '123-161'), ...portLists(['53', '123'])],
  },
  closed: { ...common.closed, protocol: each('protocol', 'Tcp', 'Icmp', 'Ah', 'Esp'), port: [] },
};
const subjects: readonly Subject[] = [
  tcp('network-no-public-rdp', 3389),
  tcp('network-no-public-ssh', 22),
  tcp('network-no-public-http', 443, [80]),
  udp,
];
const FIELDS: readonly Field[] = ['access', 'direction', 'protocol', 'source', 'port'];

const answer = (control: Control, at: (rule: Attributes) => Resource, rule: Attributes) =>
  judge(control, at(rule), NOWHERE).answer;

describe.each(subjects)('$id', ({ id, protocol, port, open: opens, closed: closes }) => {
  const control = checked.find((each) => each.id === id)!;
  const base = open(protocol, port);

  test.each(Object.entries(places))('%s', (_, at) => {
    expect(answer(control, at, base)).toBe('no');
    for (const field of FIELDS) {
      const passing = opens[field].filter((change) => answer(control, at, { ...base, ...change }) !== 'no');
      const failing = closes[field].filter((change) => answer(control, at, { ...base, ...change }) !== 'yes');
      expect({ field, passing, failing }).toEqual({ field, passing: [], failing: [] });
      // What one field closes, opening it again must show.
      for (const change of closes[field])
        expect(answer(control, at, { ...base, ...change, ...open(protocol, port) })).toBe('no');
    }
  });

  test.each(Object.entries(places))('%s: a field that is not known', (_, at) => {
    const blind = new Unknown('the test');
    for (const name of ['access', 'direction', 'protocol', 'source_address_prefix'])
      expect(`${name} ${answer(control, at, { ...base, [name]: blind })}`).toBe(`${name} unknown`);
    // Where another field closes the rule, it does not matter.
    for (const change of [...closes.access, ...closes.direction, ...closes.protocol])
      expect(answer(control, at, { ...base, ...change, source_address_prefix: blind })).toBe('yes');
  });
});

test('several controls that look at one rule want the same networks of it, so that they make one change', () => {
  const wanted = (id: string, rule: Attributes) => {
    const verdict = judge(checked.find((each) => each.id === id)!, places['a rule of its own'](rule), NOWHERE);
    const [deviation] = verdict.answer === 'no' ? verdict.deviations : [];
    return [deviation?.ask?.parameter, deviation?.set, deviation?.plural];
  };
  for (const { id, protocol, port } of subjects) {
    const rule = open(protocol, port);
    expect(wanted('network-no-public-inbound', rule)).toEqual(wanted(id, rule));
  }
  for (const port of ['1433', '22-1433', '*']) {
    const rule = open('Tcp', port);
    expect(wanted('network-no-public-sensitive-ports', rule)).toEqual(wanted('network-no-public-inbound', rule));
  }
});

/** Controls with code of another kind, and the test that mutates them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'cosmosdb-chosen-networks': 'mutation-cosmosdb.test.ts',
  'entra-few-global-administrators': 'mutation-roles.test.ts',
};

test('every control with code is mutated: here, by what reviewed/ says of it, or in the test that is named', () => {
  const coded = checked.filter((control) => control.inspect).map(({ id }) => id);
  const mutated = [
    ...subjects.map(({ id }) => id),
    ...Object.keys(ELSEWHERE),
    ...Object.keys(reviewed('coded')).map((name) => name.split(' ')[0]),
  ];
  expect([...new Set(mutated)].sort()).toEqual(coded.sort());
  const silent = Object.entries(ELSEWHERE).filter(
    ([id, file]) => !readFileSync(join(__dirname, file), 'utf8').includes(`'${id}'`),
  );
  expect(silent).toEqual([]);
});
