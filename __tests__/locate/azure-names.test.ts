// Findings that know a resource by its id in Azure only, and code that says its name.
import { account, finding, patched, reasons, remedy, type Tree } from '../plan/code';

const id = (name: string, kind = 'Microsoft.Storage/storageAccounts', group = 'rg') =>
  `/subscriptions/0/resourcegroups/${group}/providers/${kind}/${name}`;
const TLS = 'storage_ensure_minimum_tls_version_12';
const weak = (name: string, more = '') => account(name, `min_tls_version = "TLS1_0"\n${more}`);
const plan = (tree: Tree, armId: string, rule = TLS) => {
  const result = remedy(tree, [finding(rule, { armId }, 'prowler')]);
  return { left: reasons(result), after: patched(tree, result), result };
};

test('the name in the id leads to the code, and the change says so', () => {
  const { left, result } = plan({ 'main.tf': weak('a') + weak('b') }, id('STB'));
  expect(left).toEqual([]);
  expect(result.plan.changes.map(({ resources, notes }) => [resources, notes])).toEqual([
    [['azurerm_storage_account.b'], [`found by the name in ${id('STB')}`]],
  ]);
});

test('in another resource group it is another resource', () => {
  expect(plan({ 'main.tf': weak('a') }, id('sta', undefined, 'other')).left).toEqual([
    expect.stringMatching(/^not-found: /),
  ]);
});

test('a group that is a resource is looked up, one that nobody knows is no hindrance for a name that is unique in Azure', () => {
  const group = 'resource "azurerm_resource_group" "g" {\n  name     = "rg"\n  location = "westeurope"\n}\n';
  const of = (said: string) => weak('a').replace('"rg"', said);
  const tree = { 'main.tf': of('azurerm_resource_group.g.name') + group };
  expect(plan(tree, id('sta')).left).toEqual([]);
  expect(plan(tree, id('sta', undefined, 'other')).left).toHaveLength(1);
  expect(plan({ 'main.tf': `${of('var.group')}variable "group" {}\n` }, id('sta')).left).toEqual([]);
});

test('a name that others may have needs its group', () => {
  const disk = (group: string) => `resource "azurerm_managed_disk" "d" {
  name                          = "disk"
  resource_group_name           = ${group}
  location                      = "westeurope"
  storage_account_type          = "Standard_LRS"
  create_option                 = "Empty"
  public_network_access_enabled = true
}
variable "group" {}
`;
  const rule = 'vm_ensure_unattached_disks_encrypted_with_cmk';
  const armId = id('disk', 'Microsoft.Compute/disks');
  expect(plan({ 'main.tf': disk('"rg"') }, armId, rule).left.join()).not.toContain('not-found');
  expect(plan({ 'main.tf': disk('var.group') }, armId, rule).left).toEqual([expect.stringMatching(/^not-found: /)]);
});

test('one name in two root modules, or two blocks, is ambiguous', () => {
  const two = plan({ 'dev/main.tf': weak('a'), 'prod/main.tf': weak('a') }, id('sta'));
  expect(two.left).toEqual([expect.stringMatching(/^ambiguous: fits dev\/main\.tf:1, prod\/main\.tf:1/)]);
  const tree = {
    'main.tf': `${weak('a').replace('"sta"', 'var.name')}variable "name" {}\n`,
    'dev.tfvars': 'name = "sta"\n',
    'prod.tfvars': 'name = "stb"\n',
  };
  expect(plan(tree, id('stb')).result.plan.changes.map(({ roots }) => roots)).toEqual([['. (prod.tfvars)']]);
  const same = { ...tree, 'prod.tfvars': 'name = "sta"\n' };
  expect(plan(same, id('sta')).left).toEqual([
    expect.stringMatching(
      /^ambiguous: .* may be azurerm_storage_account\.a of \. \(dev\.tfvars\), \. \(prod\.tfvars\)/,
    ),
  ]);
});
