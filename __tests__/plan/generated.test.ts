// Generated estates: what is planned is closed afterwards, what is not stays as it was, and the second run is empty.
import fc from 'fast-check';
import { asReport, checkEstate } from '../../remediations/check';
import { type Estate, readEstate } from '../../remediations/locate/hcl/estate';
import { remediate } from '../../remediations/remediate';
import { account, files, patched, type Tree, versions } from './code';

/** Ways to write a value; `%` stands for a literal. Names are shared between accounts on purpose. */
const literal = fc.constantFrom('"TLS1_0"', '"TLS1_2"', '"TLS1_3"', 'null');
const flag = fc.constantFrom('true', 'false', '"true"', 'null');
const through = (value: fc.Arbitrary<string>, name: string) =>
  fc.oneof(
    value,
    fc.constantFrom(
      `var.${name}`,
      `local.${name}`,
      `"\${var.${name}}"`,
      `try(local.${name}, null)`,
      `local.all["${name}"]`,
    ),
  );

const argument = fc.oneof(
  through(literal, 'tls').map((value) => `min_tls_version = ${value}`),
  through(flag, 'flag').map((value) => `public_network_access_enabled = ${value}`),
  flag.map((value) => `https_traffic_only_enabled = ${value}`),
  fc.constantFrom(
    'network_rules {\n  default_action = "Allow"\n}',
    'network_rules {\n  default_action = "Deny"\n  bypass = ["None"]\n}',
    'network_rules { default_action = var.action }',
    'dynamic "network_rules" {\n  for_each = var.rules\n  content {\n    default_action = network_rules.value\n  }\n}',
    'blob_properties {\n  delete_retention_policy {\n    days = 3\n  }\n}',
    'blob_properties {}',
    'sas_policy {\n  expiration_period = "07.00:00:00"\n  expiration_action = "Log"\n}',
    'lifecycle {\n  ignore_changes = [min_tls_version]\n}',
  ),
);
const body = fc
  .uniqueArray(argument, {
    maxLength: 6,
    selector: (text) =>
      text.split(/[ ={]/).filter((word) => word !== 'dynamic' && word !== '"network_rules"')[0] +
      (text.includes('network_rules') ? 'rules' : ''),
  })
  .map((all) => all.join('\n'));
const repeat = fc.constantFrom(
  '',
  'count = 2\n',
  'for_each = toset(["x", "y"])\n',
  'count = 0\n',
  'count = var.none\n',
);
const reader = fc.constantFrom('', 'output "o" {\n  value = var.tls\n}\n', 'output "o" {\n  value = local.flag\n}\n');
const environment = fc.constantFrom<Tree>(
  {},
  { 'terraform.tfvars': 'tls = "TLS1_1"\n' },
  { 'dev.tfvars': 'tls = "TLS1_0"\n', 'prod.tfvars': 'tls = "TLS1_2"\nflag = true\n' },
);

const shared = (tls: string, on: string) => `variable "tls" {
  default = ${tls}
}
variable "flag" {
  default = ${on}
}
variable "action" {
  default = "Allow"
}
variable "rules" {
  default = []
}
variable "none" {}
locals {
  tls  = "TLS1_0"
  flag = var.flag
  all  = { tls = "TLS1_1", flag = true }
}
`;
const tree = fc
  .tuple(
    fc.array(fc.tuple(repeat, body), { minLength: 1, maxLength: 4 }),
    literal,
    flag,
    reader,
    environment,
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([accounts, tls, on, read, variables, eol]): Tree => {
    const code = accounts.map(([each, text], i) => account(`a${i}`, each + text)).join('') + read;
    const all: Tree = { 'main.tf': code, 'variables.tf': shared(tls, on), 'versions.tf': versions(), ...variables };
    return Object.fromEntries(Object.entries(all).map(([path, text]) => [path, text.replaceAll('\n', eol)]));
  });

const options = { level: 2, answers: {}, allow: new Set(['replaces'] as const) } as const;
const rows = (estate: Estate) =>
  checkEstate(estate, { level: 2 }).deviating.map(
    ({ control, address, environment = '' }) => `${control.id} ${address} ${environment}`,
  );

test('planned is closed, the rest stays, nothing new deviates, the second run is empty', () => {
  fc.assert(
    fc.property(tree, (before) => {
      const estate = readEstate(files(before));
      const made = remediate([asReport(checkEstate(estate, { level: 2 }))], estate, options);
      const after = patched(before, made);
      const again = readEstate(files(after));
      expect(again.files.flatMap(({ error }) => error ?? [])).toEqual([]);
      const [old, now] = [rows(estate), rows(again)];
      expect(now.filter((row) => !old.includes(row))).toEqual([]);
      for (const { controls, resources, roots } of made.plan.changes)
        for (const control of controls)
          for (const address of resources)
            for (const root of roots)
              if (!made.plan.unplanned.some((each) => each.control === control.id && each.address === address))
                expect(now).not.toContain(`${control.id} ${address} ${root.trim()}`);
      const second = remediate([asReport(checkEstate(again, { level: 2 }))], again, options);
      expect([...second.files.keys()]).toEqual([]);
      expect(second.plan.changes).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
