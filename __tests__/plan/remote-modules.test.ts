import { differenceText } from '../../remediations/render/review';
import { finding, patched, reasons, remedy, type Tree } from './code';

const SOURCE = 'Azure/avm-res-storage-storageaccount/azurerm';
const ACCOUNT = 'module.logs.azurerm_storage_account.this';
const TLS = 'CKV_AZURE_44';
const NETWORK = 'CKV_AZURE_35';

/** A call of the module of storage accounts; `body` stands behind what it requires. */
const call = (body = '', version: string | undefined = '0.6.4', source = SOURCE): Tree => ({
  'main.tf': `module "logs" {
  source  = "${source}"
${version === undefined ? '' : `  version = "${version}"\n`}
  name                = "stlogs"
  location            = "westeurope"
  resource_group_name = "rg"
${body}}
`,
});

/** What a plan for findings on the account says, and what becomes of main.tf. */
const plan = (tree: Tree, rule = TLS, address = ACCOUNT) => {
  const made = remedy(tree, [finding(rule, { address, file: '.external_modules/x/main.tf' })]);
  return { made, changes: made.plan.changes.map(differenceText), reasons: reasons(made), after: patched(tree, made) };
};
const line = (text: string) => `  ${text}\n`;

describe('an argument of the call', () => {
  test('is replaced where it is written', () => {
    const tree = call(line('min_tls_version     = "TLS1_0"'));
    const { made, changes, reasons, after } = plan(tree);
    expect(reasons).toEqual([]);
    expect(changes).toEqual(['min_tls_version: "TLS1_0" → "TLS1_2"']);
    expect(after['main.tf']).toBe(tree['main.tf'].replace('TLS1_0', 'TLS1_2'));
    const [change] = made.plan.changes;
    expect(change).toMatchObject({ resources: [ACCOUNT], edit: { place: { site: 'argument' } } });
    expect(change.notes).toEqual([
      'through input min_tls_version of Azure/avm-res-storage-storageaccount/azurerm (0.6.4)',
    ]);
  });

  test('that is right already by the default of the module is left alone', () => {
    const { changes, reasons } = plan(call());
    expect(changes).toEqual([]);
    expect(reasons).toEqual([expect.stringMatching(/^already-compliant: /)]);
  });

  test('is added where the default of the module deviates', () => {
    const tree = call(line('public_network_access_enabled = true') + line('shared_access_key_enabled = true'));
    expect(plan(tree, NETWORK).reasons).toEqual([expect.stringMatching(/^already-compliant/)]);
  });

  test('is an object: its entry is replaced, or added', () => {
    const replaced = call(line('network_rules       = { default_action = "Allow" }'));
    expect(plan(replaced, NETWORK).after['main.tf']).toBe(replaced['main.tf'].replace('"Allow"', '"Deny"'));
  });
});
