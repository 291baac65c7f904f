import { parse } from 'yaml';
import { UserError } from '../../remediations/errors';
import { answer, parameters } from '../../remediations/profile/parameters';
import { NO_PROFILE, readProfile } from '../../remediations/profile/profile';
import { reviewed } from '../controls/reviewed';

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return `${error.message}\n${error.hint ?? ''}`;
    throw error;
  }
  throw new Error('nothing was refused');
}

test.each([
  ['managementNetworks', ['10.0.0.0/8', '2001:db8::/32', '203.0.113.7']],
  ['managementNetworks', '10.0.0.0/8'],
  ['keyExpirationDate', '2028-02-29T00:00:00Z'],
  ['keyExpirationDate', new Date('2027-06-30T00:00:00Z')],
  ['logAnalyticsWorkspaceId', '/subscriptions/0/resourceGroups/rg/providers/x/workspaces/w'],
  ['sqlAlertRecipients', ['dba@example.com', 'security@mail.example.com']],
  ['sqlAlertRecipients', 'dba@example.com'],
  ['securityContactEmail', 'security@example.com'],
  ['sqlAdministratorObjectId', '22222222-2222-2222-2222-22222222222A'],
])('%s: %j', (name, given) => {
  const read = answer(name, given, 'here');
  expect(JSON.stringify(read)).toContain(String(Array.isArray(given) ? given[0] : '').slice(0, 4));
});

/** An exception that lacks nothing but what it is for, and its last day. */
function exception(more: string): string {
  return `exceptions:\n  - control: storage-min-tls\n    reason: Old printers\n    owner: print\n    ${more}\n`;
}

const attestation = (days: string): string =>
  `attestations: [{ control: entra-guest-review, by: me, evidence: the wiki, ${days} }]`;

test.each([
  ['unknown', 'x', /^here: no control asks for "unknown"\nKnown parameters: .*managementNetworks/],
  ['managementNetworks', '0.0.0.0/0', /holds "0\.0\.0\.0\/0"\nGive CIDR ranges/],
  ['managementNetworks', ['10.0.0.0/8', 'everywhere'], /holds "everywhere"/],
  ['managementNetworks', '300.1.1.1/8', /holds "300\.1\.1\.1\/8"/],
  ['managementNetworks', '10.0.0.0/99', /holds "10\.0\.0\.0\/99"/],
  ['managementNetworks', '10.0.0.0/8/8', /holds/],
  ['managementNetworks', '::/0', /holds/],
  ['managementNetworks', '*', /holds/],
  ['managementNetworks', '', /holds ""/],
  ['managementNetworks', [], /holds \[\]/],
  ['managementNetworks', 5, /holds 5/],
  ['sqlAlertRecipients', ['203.0.113.0/24'], /holds "203\.0\.113\.0\/24"\nGive mail addresses/],
  ['sqlAlertRecipients', ['dba@example.com; ops@example.com'], /Give mail addresses/],
  ['sqlAlertRecipients', [], /holds \[\]\nGive mail addresses/],
  ['securityContactEmail', 'security team', /is "security team"\nGive mail addresses/],
  ['sqlAdministratorObjectId', 'sql-administrators', /is "sql-administrators"\nGive an object id/],
  ['logAnalyticsWorkspaceId', 'workspace', /is "workspace"\nGive a resource id/],
  ['logAnalyticsWorkspaceId', '/subscriptions/${x}', /Give a resource id/],
  ['logAnalyticsWorkspaceId', ['/subscriptions/x'], /must be a text/],
  ['keyExpirationDate', 'tomorrow', /is "tomorrow"\nGive a UTC time/],
  ['keyExpirationDate', '2027-13-45T00:00:00Z', /Give a UTC time/],
  ['keyExpirationDate', '2027-02-30T00:00:00Z', /Give a UTC time/],
  ['keyExpirationDate', '2027-06-30', /Give a UTC time/],
])('%s: %j is refused', (name, given, message) => {
  expect(refusal(() => answer(name, given, 'here'))).toMatch(message);
});

test.each([
  ['level: 3', 'p: level is 3\nAllowed: 1, 2.'],
  ['levle: 1', 'p: "levle" is not known\nAllowed: '],
  ['- 1', 'p: a mapping is expected'],
  ['text', 'p: a mapping is expected'],
  ['parameters: [1]', 'p: parameters must be a mapping'],
  ['parameters:\n  managementNetworks: 5', 'p: managementNetworks holds 5'],
  ['parameters:\n  constructor: x', 'p: no control asks for "constructor"'],
  ['on: storage-min-tls', 'p: on must be a list'],
  ['on: [storage-min-tls]', 'p: on: storage-min-tls is no control on request'],
  ['on: [5]', 'p: on: a text is expected'],
  ['off: [storage-min-tls]', 'p: off must be a mapping of controls to reasons'],
  ['off:\n  nothing: x', 'p: off: no control "nothing"'],
  ['off:\n  storage-min-tls:', 'p: off, storage-min-tls: a text is expected'],
  ['exceptions: all', 'p: exceptions must be a list'],
  ['exceptions: [all]', 'p: exceptions[0]: a mapping is expected'],
  [exception('until: 2027-06-30'), 'p: exceptions[0]: it does not say for what'],
  [exception('address: a*'), 'p: exceptions[0]: until is undefined\nGive its last day'],
  [exception('address: a*\n    until: 2027-02-30'), 'p: exceptions[0]: until is "2027-02-30"'],
  [exception('address: 5\n    until: 2027-06-30'), 'p: exceptions[0], address: a text is expected'],
  [exception('tags: {}\n    until: 2027-06-30'), 'p: exceptions[0], tags: there is none'],
  [exception('scope: x'), 'p: exceptions[0]: "scope" is not known\nAllowed: control, reason'],
  [
    exception('address: a\n    until: 2027-06-30').replace('storage-min-tls', 'storage-max-tls'),
    'no control "storage-max-tls"',
  ],
  [exception('address: a\n    until: 2027-06-30').replace('Old printers', '""'), 'exceptions[0], reason: a text'],
  ['environments: [prod]', 'p: environments must be a mapping of names to variable files'],
  ['environments:\n  prod: []', 'p: environments, prod: there is none'],
  ['environments:\n  prod: [5]', 'p: environments, prod: a text is expected'],
  ['criticality: [{is: top, name: x}]', 'p: criticality[0]: is "top"\nAllowed: low, normal, high.'],
  ['criticality: [{is: high}]', 'p: criticality[0]: it does not say for what'],
  ['attestations: [{control: storage-min-tls}]', 'p: attestations[0]: storage-min-tls is checked by plumbline'],
  [attestation('on: 2026-11-02, next: 2026-11-02'), 'p: attestations[0]: next is 2026-11-02, and on is 2026-11-02'],
  [attestation('on: 2026-11-02'), 'p: attestations[0]: next is undefined\nGive a day'],
  [attestation('on: soon, next: 2026-11-02'), 'p: attestations[0]: on is "soon"'],
  [attestation('on: 2026-11-02, next: 2026-12-02').replace('me', '""'), 'p: attestations[0], by: a text'],
  ['provider: "3.0"', 'p, provider: azurerm "3.0"'],
  ['provider: newest', 'p, provider: azurerm "newest"'],
])('plumbline.yaml: %j is refused', (text, message) => {
  expect(refusal(() => readProfile(parse(text), 'p'))).toContain(message);
});

test('an empty profile says nothing, a full one is read', () => {
  expect(readProfile(parse(''), 'p')).toEqual(NO_PROFILE);
  expect(
    readProfile(parse('level: 2\nprovider: 4.41\nparameters:\n  clientNetworks: 10.0.0.0/8\n'), 'p'),
  ).toMatchObject({
    level: 2,
    provider: { major: 4, minor: 41 },
    parameters: { clientNetworks: ['10.0.0.0/8'] },
  });
});

test('exceptions, controls that are off and criticality are read', () => {
  const profile = readProfile(
    parse(`on: [storage-geo-redundant]
off:
  web-app-http2: The gateway speaks HTTP/1.1
environments:
  dev: dev.tfvars
  prod: [common.tfvars, prod.tfvars]
exceptions:
  - control: storage-min-tls
    address: module.legacy["*"].azurerm_storage_account.*
    tags: { environment: dev* }
    reason: Old printers
    owner: print
    until: 2027-06-30
    ticket: SEC-12
criticality:
  - { is: high, tags: { environment: prod } }
  - { is: low, name: "*-sandbox" }
`),
    'p',
  );
  expect([...profile.on]).toEqual(['storage-geo-redundant']);
  expect([...profile.off]).toEqual([['web-app-http2', 'The gateway speaks HTTP/1.1']]);
  expect(profile.exceptions).toEqual([
    {
      control: 'storage-min-tls',
      address: 'module.legacy["*"].azurerm_storage_account.*',
      tags: { environment: 'dev*' },
      reason: 'Old printers',
      owner: 'print',
      until: '2027-06-30',
      ticket: 'SEC-12',
    },
  ]);
  expect(profile.environments).toEqual([
    { name: 'dev', files: ['dev.tfvars'] },
    { name: 'prod', files: ['common.tfvars', 'prod.tfvars'] },
  ]);
  expect(profile.criticality).toEqual([
    { is: 'high', tags: { environment: 'prod' } },
    { is: 'low', name: '*-sandbox' },
  ]);
});

test('what the fixes of the controls are tested with, the command takes', () => {
  for (const [name, given] of Object.entries(reviewed('answers')))
    expect({ [name]: answer(name, given, 'here') }).toEqual({ [name]: given });
});

test('every question has a name of its own, a question mark and a type', () => {
  expect(parameters().size).toBeGreaterThan(4);
  for (const [name, { question, type }] of parameters()) {
    expect(name).toMatch(/^[a-z][A-Za-z]+$/);
    expect(question).toMatch(/\?$/);
    expect(['string', 'list', 'id', 'date']).toContain(type);
  }
});
