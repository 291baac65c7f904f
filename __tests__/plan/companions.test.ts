// New resources beside what they belong to, and the questions only an owner can answer.
import { account, attributes, finding, patched, reasons, remedy, type Tree } from './code';

const A = 'azurerm_storage_account.a';
const WORKSPACE = '/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/w';
const answers = { logAnalyticsWorkspaceId: WORKSPACE };
const logging = (address = A) => [finding('storage-blob-logging', address, 'plumbline')];

const added = (tree: Tree, findings = logging(), options: Parameters<typeof remedy>[2] = { answers }) => {
  const made = remedy(tree, findings, options);
  return { made, text: Object.values(patched(tree, made)).join('\n') };
};

test('a diagnostic setting points at the service, is named after its account and stands behind it', () => {
  const { text } = added({ 'main.tf': `${account('a')}\n# the end\n` });
  expect(text.slice(account('a').length)).toBe(`
resource "azurerm_monitor_diagnostic_setting" "a_blob_logs" {
  name                       = "blob-logs"
  target_resource_id         = "\${azurerm_storage_account.a.id}/blobServices/default"
  log_analytics_workspace_id = "${WORKSPACE}"

  enabled_log {
    category = "StorageRead"
  }

  enabled_log {
    category = "StorageWrite"
  }

  enabled_log {
    category = "StorageDelete"
  }
}

# the end
`);
});

test('one blank line stands between what is added, also behind a file without a last line end', () => {
  const findings = ['storage-blob-logging', 'storage-queue-logging', 'storage-table-logging'].map((rule) =>
    finding(rule, A, 'plumbline'),
  );
  const { text } = added({ 'main.tf': account('a').trimEnd() }, findings);
  expect(text.match(/^resource/gm)).toHaveLength(4);
  expect(text).not.toContain('\n\n\n');
});

test('names that are taken are not taken twice', () => {
  const taken = 'resource "azurerm_monitor_diagnostic_setting" "a_blob_logs" {\n  name = "other"\n}\n';
  expect(added({ 'main.tf': account('a'), 'other.tf': taken }).text).toContain(
    'resource "azurerm_monitor_diagnostic_setting" "a_blob_logs_2" {',
  );
});

test('labels that differ only in what a name cannot hold do not collide', () => {
  const tree = { 'main.tf': account('a-b') + account('a_b') };
  const findings = ['a-b', 'a_b'].flatMap((name) => logging(`azurerm_storage_account.${name}`));
  const names = [...added(tree, findings).text.matchAll(/"azurerm_monitor_diagnostic_setting" "(.*)"/g)].map(
    (m) => m[1],
  );
  expect(names).toHaveLength(2);
  expect(new Set(names).size).toBe(2);
});

test('an account with for_each or count gets one for each instance', () => {
  const each = added({ 'main.tf': account('a', 'for_each = { x = 1, y = 2 }') });
  expect(each.text).toContain('  for_each = azurerm_storage_account.a\n\n');
  expect(each.text).toContain('"${each.value.id}/blobServices/default"');
  const counted = added({ 'main.tf': account('a', 'count = 2') });
  expect(counted.text).toContain('  count = length(azurerm_storage_account.a)\n\n');
  expect(counted.text).toContain('"${azurerm_storage_account.a[count.index].id}/blobServices/default"');
  for (const { made } of [each, counted]) expect(made.plan.changes[0].resources).toHaveLength(2);
});

test('inside a module it is written once, with names of that module', () => {
  const tree = {
    'main.tf': 'module "x" {\n  source = "./m"\n}\nmodule "y" {\n  source = "./m"\n}\n',
    'm/main.tf': account('a'),
  };
  const { text, made } = added(tree, [...logging(`module.x.${A}`), ...logging(`module.y.${A}`)]);
  expect(text.match(/azurerm_monitor_diagnostic_setting/g)).toHaveLength(1);
  expect(text).toContain('"${azurerm_storage_account.a.id}/blobServices/default"');
  expect(made.plan.changes[0].resources).toEqual([`module.x.${A}`, `module.y.${A}`]);
});

describe('the only workspace of the module answers for itself', () => {
  const workspace = (name: string, more = '') =>
    `resource "azurerm_log_analytics_workspace" "${name}" {\n  name = "${name}"\n${more}}\n`;
  test('by reference', () => {
    const tree = { 'main.tf': account('a') + workspace('w') };
    expect(added(tree, logging(), {}).text).toContain(
      'log_analytics_workspace_id = azurerm_log_analytics_workspace.w.id',
    );
  });

  test.each([
    ['two', workspace('v') + workspace('w')],
    ['one with count', workspace('w', '  count = 1\n')],
    ['none', ''],
  ])('but not %s', (_, more) => {
    const { made } = added({ 'main.tf': account('a') + more }, logging(), {});
    expect(made.plan.changes).toEqual([]);
    expect(made.plan.questions.map(({ parameter }) => parameter)).toEqual(['logAnalyticsWorkspaceId']);
  });
});

describe('questions', () => {
  test('are asked once, naming every resource and control that waits for the answer', () => {
    const names = ['b', 'a'].map((name) => `azurerm_storage_account.${name}`);
    const findings = names.flatMap((address) => [
      ...logging(address),
      finding('storage-table-logging', address, 'plumbline'),
    ]);
    const { plan } = remedy({ 'main.tf': account('a') + account('b') }, findings);
    expect(plan.questions).toEqual([
      expect.objectContaining({
        parameter: 'logAnalyticsWorkspaceId',
        resources: [...names].sort(),
        controls: ['storage-blob-logging', 'storage-table-logging'],
      }),
    ]);
    expect(plan.unplanned.map(({ reason }) => reason)).toEqual(Array(4).fill('needs-answer'));
  });

  test('nothing is asked that a level or --only leaves out', () => {
    const made = remedy({ 'main.tf': account('a') }, logging(), { level: 1 });
    expect(made.plan.questions).toEqual([]);
    expect(reasons(made)).toEqual(['level: belongs to level 2; the plan is for level 1']);
  });

  const rule = (source: string, port = '8080', name = 'r') =>
    `resource "azurerm_network_security_rule" "${name}" {
  name                       = "${name}"
  direction                  = "Inbound"
  access                     = "Allow"
  protocol                   = "Udp"
  destination_port_range     = "${port}"
  ${source}
  destination_address_prefix = "*"
}
`;
  const R = 'azurerm_network_security_rule.r';
  const open = { 'main.tf': rule('source_address_prefix      = "*"') };
  const answered = (clientNetworks: string[]) =>
    remedy(open, [finding('network-no-public-udp', R, 'plumbline')], { answers: { clientNetworks } });

  test('no answer, no change', () => {
    const made = remedy(open, [finding('network-no-public-udp', R, 'plumbline')]);
    expect([made.files.size, made.plan.questions.map(({ parameter }) => parameter)]).toEqual([0, ['clientNetworks']]);
  });

  test('one network takes the place of the open one', () => {
    const tree = patched(open, answered(['203.0.113.0/24']));
    expect(tree['main.tf']).toBe(open['main.tf'].replace('= "*"', '= "203.0.113.0/24"'));
  });

  test('several go into the plural attribute, and the singular one is removed', () => {
    const tree = patched(open, answered(['203.0.113.0/24', '10.0.0.0/8']));
    expect(tree['main.tf']).toContain('  source_address_prefixes    = ["203.0.113.0/24", "10.0.0.0/8"]\n');
    expect(tree['main.tf']).not.toContain('source_address_prefix ');
    expect(attributes(tree).source_address_prefixes).toEqual(['203.0.113.0/24', '10.0.0.0/8']);
  });

  test('an open network in a list is taken out of it, the others stay', () => {
    const several = {
      'main.tf': rule('source_address_prefixes    = ["10.0.0.0/8", "0.0.0.0/0"]', '22').replace('Udp', 'Tcp'),
    };
    const made = remedy(several, [finding('CKV_AZURE_10', R)]);
    expect(patched(several, made)['main.tf']).toContain('source_address_prefixes    = ["10.0.0.0/8"]\n');
  });

  test('a rule that admits administrators and others is narrowed once, for administrators', () => {
    const all = { 'main.tf': rule('source_address_prefix      = "*"', '*').replace('Udp', 'Tcp') };
    const findings = ['CKV_AZURE_9', 'CKV_AZURE_10', 'CKV_AZURE_160'].map((each) => finding(each, R));
    const made = remedy(all, findings, {
      answers: { clientNetworks: ['198.51.100.0/24'], managementNetworks: ['203.0.113.0/24'] },
    });
    expect(made.plan.changes.map(({ to, findings: closed }) => [to, closed.length])).toEqual([['203.0.113.0/24', 3]]);
  });

  test('through a variable that several rules read, both names would have to change: left alone', () => {
    const shared = {
      'main.tf': `${rule('source_address_prefix      = var.from')}variable "from" {\n  default = "*"\n}\n`,
    };
    const made = remedy(shared, [finding('network-no-public-udp', R, 'plumbline')], {
      answers: { clientNetworks: ['203.0.113.0/24', '10.0.0.0/8'] },
    });
    const text = patched(shared, made)['main.tf'];
    const both = text.includes('source_address_prefix ') && text.includes('source_address_prefixes');
    expect(both).toBe(false);
  });
});

test('an answer is written as a literal, whatever stands in it', () => {
  const hostile = '/subscriptions/x/"\n${file("/etc/passwd")}%{ if true }\\';
  const { text, made } = added({ 'main.tf': account('a') }, logging(), {
    answers: { logAnalyticsWorkspaceId: hostile },
  });
  expect(made.plan.changes).toHaveLength(1);
  const tree = { 'main.tf': text };
  expect(attributes(tree, 'azurerm_monitor_diagnostic_setting.a_blob_logs').log_analytics_workspace_id).toBe(hostile);
});
