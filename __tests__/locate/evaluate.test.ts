// What expressions come to, as far as the code itself says it.
import { Reference, Unknown } from '../../controls/value';
import { attributes, value } from '../plan/code';

const why = (expression: string, more?: string): string => {
  const found = value(expression, more);
  if (!(found instanceof Unknown)) throw new Error(`known: ${JSON.stringify(found)}`);
  return found.why;
};

test.each([
  ['"a${"b"}c"', 'abc'],
  ['"${true}"', true],
  ['"n = ${1 + 2 * 3}"', 'n = 7'],
  ['"$${kept} %%{kept}"', '${kept} %{kept}'],
  ['<<EOT\n  two\n    lines\nEOT\n', '  two\n    lines\n'],
  ['<<-EOT\n    two\n      lines\n  EOT\n', 'two\n  lines\n'],
  ['true ? "yes" : "no"', 'yes'],
  ['1 > 2 ? "yes" : "no"', 'no'],
  ['var.unset ? "same" : "same"', 'same'],
  ['try(local.settings.missing, "fallback")', 'fallback'],
  ['try(local.settings.tls, "fallback")', 'TLS1_2'],
  ['can(local.settings.missing)', false],
  ['lookup(local.settings, "tls", "none")', 'TLS1_2'],
  ['lookup(local.settings, "missing", "none")', 'none'],
  ['coalesce(null, "", "third")', 'third'],
  ['merge({ a = 1 }, { a = 2, b = 3 })', { a: 2, b: 3 }],
  ['local.settings["tls"]', 'TLS1_2'],
  ['local.list[1]', 'b'],
  ['[for each in local.list : upper(each) if each != "a"]', ['B']],
  ['{ for i, each in local.list : each => i }', { a: 0, b: 1 }],
  ['join("-", concat(local.list, ["c"]))', 'a-b-c'],
  ['format("%s-%d", "x", 3)', 'x-3'],
  ['!false && -1 < 0', true],
  ['{ "__proto__" = 1 }', Object.defineProperty({}, '__proto__', { value: 1, enumerable: true })],
])('%s', (expression, expected) => {
  const locals = 'variable "unset" {}\nlocals {\n  settings = { tls = "TLS1_2" }\n  list = ["a", "b"]\n}\n';
  expect(value(expression, locals)).toEqual(expected);
});

test.each([
  ['var.none', 'var.none is not declared'],
  ['local.none', 'local.none is not defined'],
  ['data.azurerm_client_config.current.tenant_id', 'data source azurerm_client_config.current'],
  ['path.module', 'path.module'],
  ['each.key', 'each is not known here'],
  ['jsonencode({})', 'the result of jsonencode()'],
  ['upper(var.none)', 'var.none is not declared'],
  ['var.none ? 1 : 2', 'a condition that is not known here'],
  ['"%{ if true }x%{ endif }"', 'a template with directives'],
  ['"a${azurerm_resource_group.x.name}"', 'text built from azurerm_resource_group.x.name'],
])('%s is unknown, and why', (expression, expected) => expect(why(expression)).toBe(expected));

test('a variable without a value is unknown, and said to have none', () => {
  expect(why('var.x', 'variable "x" {}')).toBe('var.x has no value in this tree');
});

test('a reference keeps where it points and what stands behind it', () => {
  const id = (expression: string) => value(expression, 'resource "a_b" "keyed" {\n  for_each = { x = 1 }\n}\n');
  expect(id('azurerm_storage_account.sa.id')).toEqual(new Reference('azurerm_storage_account.sa', ['id']));
  expect(id('"${azurerm_storage_account.sa.id}/blobServices/default"')).toEqual(
    new Reference('azurerm_storage_account.sa', ['id'], '/blobServices/default'),
  );
  expect(id('a_b.counted[0].id')).toEqual(new Reference('a_b.counted[0]', ['id']));
  expect(id('a_b.keyed["x"].id')).toEqual(new Reference('a_b.keyed["x"]', ['id']));
  expect(id('"${a_b.one.id}${a_b.two.id}"')).toBeInstanceOf(Unknown);
  expect(id('a_b.all[*].id')).toBeInstanceOf(Unknown);
});

test.each([
  ['two locals', 'locals {\n  a = local.b\n  b = local.a\n}\n', 'local.a'],
  ['a local and itself', 'locals {\n  a = [local.a]\n}\n', 'local.a'],
  ['a local inside its own try', 'locals {\n  a = try(local.a, local.a)\n}\n', 'local.a'],
  ['a variable and its default', 'variable "a" {\n  default = var.a\n}\n', 'var.a'],
])('%s that refer to each other end', (_, code, expression) => {
  expect(JSON.stringify(value(expression, code))).toContain('refers to itself');
});

test('a chain of a thousand locals is followed', () => {
  const chain = Array.from({ length: 1000 }, (_, i) => `  l${i} = local.l${i + 1}`).join('\n');
  expect(value('local.l0', `locals {\n${chain}\n  l1000 = "end"\n}\n`)).toBe('end');
});

test('a chain that is longer than the stack is deep is unknown, and no crash', () => {
  const chain = Array.from({ length: 20_000 }, (_, i) => `  l${i} = local.l${i + 1}`).join('\n');
  expect(value('local.l0', `locals {\n${chain}\n  l20000 = "end"\n}\n`)).toBeInstanceOf(Unknown);
});

test('optional() of a variable’s type fills what is missing, nested too', () => {
  const code = `variable "accounts" {
  type = map(object({
    tls    = optional(string, "TLS1_2")
    note   = optional(string)
    rules  = optional(object({ action = optional(string, "Deny") }), {})
    ranges = optional(list(object({ from = optional(number, 1) })), [{}])
  }))
  default = {
    a = {}
    b = { tls = "TLS1_0", rules = { action = "Allow" }, ranges = [{ from = 5 }, {}] }
    c = { tls = null }
  }
}
`;
  expect(value('var.accounts', code)).toEqual({
    a: { tls: 'TLS1_2', note: null, rules: { action: 'Deny' }, ranges: [{ from: 1 }] },
    b: { tls: 'TLS1_0', note: null, rules: { action: 'Allow' }, ranges: [{ from: 5 }, { from: 1 }] },
    c: { tls: 'TLS1_2', note: null, rules: { action: 'Deny' }, ranges: [{ from: 1 }] },
  });
});

test('a literal dynamic block is the blocks it makes; an unknown one is unknown', () => {
  const dynamic = (forEach: string) => `variable "unset" {}
resource "azurerm_network_security_group" "it" {
  dynamic "security_rule" {
    for_each = ${forEach}
    iterator = rule
    content {
      name = rule.key
      priority = rule.value.priority
    }
  }
}
`;
  const rules = (forEach: string) => attributes({ 'main.tf': dynamic(forEach) }).security_rule;
  expect(rules('{ a = { priority = 1 }, b = { priority = 2 } }')).toEqual([
    { name: 'a', priority: 1 },
    { name: 'b', priority: 2 },
  ]);
  expect(rules('{}')).toEqual([]);
  expect(rules('var.unset')).toEqual([new Unknown('dynamic block security_rule')]);
});

test('a dynamic block that may stand once is an object', () => {
  const code = (forEach: string) => `resource "azurerm_storage_account" "it" {
  dynamic "network_rules" {
    for_each = ${forEach}
    content {
      default_action = network_rules.value
    }
  }
}
`;
  expect(attributes({ 'main.tf': code('["Deny"]') }).network_rules).toEqual({ default_action: 'Deny' });
  expect(attributes({ 'main.tf': code('[]') }).network_rules).toEqual([]);
});

test.each([
  ['"@Vault(${var.unset})"', '@Vault('],
  ['"@Vault(${azurerm_resource_group.x.name})"', '@Vault('],
  ['"a${"b"}${"c${var.unset}"}"', 'abc'],
  ['"${azurerm_resource_group.x.name}/b/${var.unset}"', ''],
  ['var.unset', ''],
])('text that is not known begins with what is: %s', (expression, start) => {
  expect(value(expression, 'variable "unset" {}\n')).toMatchObject({ start });
});

test.each([
  ['data.azurerm_subscription.current.id', new Reference('data.azurerm_subscription.current', ['id'])],
  ['"${data.azurerm_subscription.current.id}/x"', new Reference('data.azurerm_subscription.current', ['id'], '/x')],
  ['data.azurerm_subscription.all[0].id', new Reference('data.azurerm_subscription.all[0]', ['id'])],
  [
    '"/subscriptions/${data.azurerm_client_config.current.subscription_id}"',
    new Reference('data.azurerm_client_config.current', ['subscription_id']),
  ],
  [
    '"/subscriptions/${azurerm_subscription.shop.subscription_id}/resourceGroups/rg"',
    new Reference('azurerm_subscription.shop', ['subscription_id'], '/resourceGroups/rg'),
  ],
])('the id of a subscription points at it: %s', (expression, expected) => {
  expect(value(expression)).toEqual(expected);
});

test.each([
  'data.azurerm_subscription.current.display_name',
  'data.azurerm_client_config.current.tenant_id',
  'data.azurerm_resource_group.main.id',
  '"/subscriptions/${var.unset}"',
  '"/subscriptions/${data.azurerm_client_config.current.subscription_id}/${var.unset}"',
  '"/providers/${data.azurerm_client_config.current.subscription_id}"',
])('what a data source says else stays unknown: %s', (expression) => {
  expect(value(expression, 'variable "unset" {}\n')).toBeInstanceOf(Unknown);
});

test.each([
  ['"${var.unset}/vhds/system.vhd"', true],
  ['"https://${var.unset}"', true],
  ['"${azurerm_storage_account.x.name}-${var.unset}"', true],
  ['"${var.unset}"', false],
  ['"${var.unset}${var.unset}"', false],
  ['"%{ if var.unset }x%{ endif }${var.unset}"', false],
  ['var.unset', false],
])('%s is surely a text: %s', (expression, isText) => {
  expect(value(expression, 'variable "unset" {}\n')).toMatchObject({ isText });
});
