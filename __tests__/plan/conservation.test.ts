// No finding disappears, whatever a report says about whatever code; and order does not matter.
import fc from 'fast-check';
import { controls } from '../../controls/index';
import type { Finding } from '../../remediations/findings/finding';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { Locator } from '../../remediations/locate/locate';
import { match } from '../../remediations/match';
import { remediate } from '../../remediations/remediate';
import { planJson } from '../../remediations/render/plan-json';
import { planMarkdown } from '../../remediations/render/plan-markdown';
import { counts } from '../../remediations/render/review';
import { account, files, patches, reportOf, type Tree, versions } from './code';

const rule = (name: string, source: string) =>
  `resource "azurerm_network_security_rule" "${name}" {\n  name = "${name}"\n  direction = "Inbound"\n  access = "Allow"\n  protocol = "Tcp"\n  destination_port_range = "22"\n  source_address_prefix = "${source}"\n}\n`;

const SUBSCRIPTION = '/subscriptions/00000000-0000-0000-0000-000000000001';

/** Every way a finding can end is somewhere in here. */
const TREE: Tree = {
  'versions.tf': versions(),
  'main.tf': [
    account('plain', 'min_tls_version = "TLS1_0"'),
    account('right', 'min_tls_version = "TLS1_3"'),
    account('shared', 'min_tls_version = var.tls'),
    account('also', 'min_tls_version = var.tls'),
    account('each', 'for_each = { x = { tls = "TLS1_0" }, y = { tls = "TLS1_2" } }\nmin_tls_version = each.value.tls'),
    account('none', 'count = 0'),
    account('ignored', 'min_tls_version = "TLS1_0"\nlifecycle {\n  ignore_changes = [min_tls_version]\n}'),
    account('dynamic', 'dynamic "network_rules" {\n  for_each = var.unset\n  content {}\n}'),
    'variable "tls" {\n  default = "TLS1_1"\n}\nvariable "unset" {}\n',
    'module "m" {\n  source = "./m"\n}\n',
  ].join(''),
  'm/main.tf':
    account('inner', 'min_tls_version = true ? "TLS1_0" : "TLS1_2"') + rule('ssh', '*') + rule('ok', '10.0.0.0/8'),
  'three/main.tf': `${versions('~> 3.0')}${account('plain', 'min_tls_version = "TLS1_0"')}`,
  'bad/main.tf': 'resource "azurerm_storage_account" "x" {',
  'json/main.tf.json': JSON.stringify({ resource: { azurerm_storage_account: { j: { min_tls_version: 'TLS1_0' } } } }),
};

const known = controls.flatMap((control) =>
  Object.entries(control.aliases).flatMap(([scanner, aliases]) =>
    aliases.map((alias) => [scanner, typeof alias === 'string' ? alias : alias.rule] as const),
  ),
);
const names = ['plain', 'right', 'shared', 'also', 'each', 'each["x"]', 'none', 'ignored', 'dynamic', 'j', 'gone'];
const rules: fc.Arbitrary<readonly [scanner: string, rule: string]> = fc.oneof(
  fc.constantFrom(...known),
  fc.constantFrom(...controls.map(({ id }) => ['plumbline', id] as const)),
  fc.constantFrom(['tfsec', 'AZU015'] as const, ['terrascan', 'AC_AZURE_0389'] as const, ['wiz', 'x'] as const),
  fc.constantFrom(['checkov', 'CKV_AWS_1'] as const, ['other', 'CKV_AZURE_44'] as const, ['other', 'nothing'] as const),
);
const subjects = fc.record(
  {
    address: fc.oneof(
      fc.constantFrom(...names.map((name) => `azurerm_storage_account.${name}`)),
      fc.constantFrom('module.m.azurerm_storage_account.inner', 'module.m.azurerm_network_security_rule.ssh', '??', ''),
    ),
    file: fc.constantFrom(
      ...Object.keys(TREE),
      '/src/three/main.tf',
      'C:\\x\\m\\main.tf',
      '../gone.tf',
      'git::https:/example.test/x?ref=v1/main.tf',
    ),
    module: fc.constantFrom('module.m', 'module.m["k"]', 'module.gone', 'module.'),
    azureName: fc.constantFrom('stplain', 'stinner', 'STRIGHT', 'gone'),
    label: fc.constantFrom('plain', 'gone'),
    armId: fc.constantFrom(
      ...['Microsoft.Storage/storageAccounts/Live', 'microsoft.storage/storageaccounts/live/blobservices/default'].map(
        (rest) => `${SUBSCRIPTION}/resourceGroups/rg/providers/${rest}`,
      ),
      ...['Microsoft.KeyVault/vaults/kv', 'Microsoft.Sql/servers/s'].map(
        (rest) => `${SUBSCRIPTION}/resourcegroups/RG/providers/${rest}`,
      ),
      SUBSCRIPTION,
      '/',
      '??',
    ),
    type: fc.constantFrom('azurerm_storage_account', 'azurerm_subnet', 'constructor'),
    lines: fc.tuple(fc.nat(80), fc.nat(10)).map(([first, more]) => [first + 1, first + 1 + more] as const),
  },
  { requiredKeys: [] },
);
const findings = fc.array(fc.record({ rule: rules, subject: subjects }), { maxLength: 40 }).map((all) =>
  all.map(
    ({ rule: [scanner, id], subject }): Finding => ({
      scanner: scanner as Finding['scanner'],
      rule: id,
      subject,
      message: id,
    }),
  ),
);

const estate = readEstate(files(TREE));
const options = { level: 2, answers: {}, allow: new Set<never>() } as const;

test('received = planned + unplanned + ignored, each finding in exactly one place', () => {
  fc.assert(
    fc.property(findings, fc.constantFrom(1, 2), fc.boolean(), (all, level, narrow) => {
      const only = narrow ? new Set(['storage-min-tls', 'storage-no-public-network']) : undefined;
      const { plan } = remediate([reportOf(all, { passed: 3 })], estate, {
        ...options,
        level,
        ...(only ? { only } : {}),
      });
      const planned = new Set(plan.changes.flatMap((change) => change.findings));
      const unplanned = plan.unplanned.map((each) => each.finding);
      const deselected = plan.ignored['not selected by --only'] ?? 0;
      expect(new Set(unplanned).size).toBe(unplanned.length);
      expect(unplanned.filter((each) => planned.has(each))).toEqual([]);
      expect(planned.size + unplanned.length + deselected).toBe(all.length);
      expect(counts(plan).received).toBe(all.length + 3);
      expect(plan.unplanned.filter(({ note }) => !note)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

const shuffled = <T>(items: readonly T[], seed: number): T[] =>
  items
    .map((item, i) => [Math.imul(i + 1, seed | 1) % 1009, i, item] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, , item]) => item);

/** Every artefact a person or a program reads. */
function artefacts(all: readonly Finding[], tree: Tree): string[] {
  const read = readEstate(files(tree));
  const result = remediate([reportOf(all)], read, options);
  const document = { ...result, level: 2 as const, sources: ['report.json (checkov)'], provider: [], notes: [] };
  return [...Object.values(patches(result)), [...planJson(document)].join(''), planMarkdown(document)];
}

test('the same input gives the same bytes', () => {
  const all = fc.sample(findings, { seed: 7, numRuns: 5 }).flat();
  expect(artefacts(all, TREE)).toEqual(artefacts(all, TREE));
});

test('patches do not depend on the order of findings', () => {
  fc.assert(
    fc.property(findings, fc.nat(), (all, seed) => {
      const patch = (list: readonly Finding[]) =>
        patches(remediate([reportOf(list)], estate, options))['changes.patch'];
      expect(patch(shuffled(all, seed))).toBe(patch(all));
    }),
    { numRuns: 60 },
  );
});

test('nor does any artefact on the order of findings', () => {
  const all = fc.sample(findings, { seed: 7, numRuns: 5 }).flat();
  expect(artefacts([...all].reverse(), TREE)).toEqual(artefacts(all, TREE));
});

test('nor on the order in which files are read', () => {
  const all = fc.sample(findings, { seed: 11, numRuns: 5 }).flat();
  const patch = (read: ReturnType<typeof files>) =>
    patches(remediate([reportOf(all)], readEstate(read), options))['changes.patch'];
  expect(patch(files(TREE).reverse())).toBe(patch(files(TREE)));
});

test('the rule of an unknown tool is matched by its id alone', () => {
  const [finding] = fc.sample(
    findings.filter((all) => all.length > 0),
    1,
  )[0];
  const other = {
    ...finding,
    scanner: 'other',
    rule: 'CKV_AZURE_44',
    subject: { address: 'azurerm_storage_account.plain', file: 'main.tf' },
  } as const;
  expect(match([other], new Locator(estate), { level: 2 }).cases.map(({ control }) => control.id)).toEqual([
    'storage-min-tls',
  ]);
});
