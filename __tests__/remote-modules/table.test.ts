// How the table is read off modules: scripts/generate-remote-modules.mjs, on modules made up for it.
import type { File } from '../../remediations/hcl/ast';
import { parse } from '../../remediations/hcl/parse';
import type { KnownModule } from '../../remediations/remote-modules/modules';

interface Release {
  readonly version: string;
  readonly files: readonly File[];
  readonly inner: readonly File[];
}
type EntryOf = (
  repository: string,
  releases: readonly Release[],
  known: { types: Set<string>; judged: Set<string>; knows: (type: string, path: string) => boolean },
) => KnownModule;
const { entryOf, registryName } = require('../../scripts/remote-modules/table.mjs') as {
  entryOf: EntryOf;
  registryName: (repository: string) => string;
};

const parsed = (text: string): File => {
  const result = parse(text);
  if (!result.ok) throw new Error(result.error.message);
  return result.file;
};

const TYPES = new Set(['azurerm_storage_account', 'azurerm_private_endpoint']);
const entry = (releases: Readonly<Record<string, string>>, inner = ''): KnownModule =>
  entryOf(
    'example/terraform-azurerm-store',
    Object.entries(releases).map(([version, text]) => ({ version, files: [parsed(text)], inner: [parsed(inner)] })),
    { types: TYPES, judged: new Set(['azurerm_storage_account']), knows: (_, path) => path !== 'unheard_of' },
  );

/** What the table says of attributes of an account with this body; `more` are variables and locals. */
const says = (body: string, more = '') => {
  const { resources } = entry({
    '1.0.0': `variable "a" { default = null }
variable "b" { default = null }
variable "on" {
  type    = bool
  default = false
}
variable "o" {
  type    = object({ x = optional(string, "X"), y = optional(object({ z = string })), n = number })
  default = null
}
${more}
resource "azurerm_storage_account" "it" {
  min_tls_version = var.a
${body}
}
`,
  });
  const { attributes } = resources['azurerm_storage_account.it'];
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([path, [fact]]) => {
      const { from, to, ...rest } = fact;
      return path === 'min_tls_version' ? [] : [[path, rest]];
    }),
  );
};
const OPAQUE = { opaque: true };

test('the name in the registry', () => {
  expect(registryName('Azure/terraform-azurerm-avm-res-x-y')).toBe('Azure/avm-res-x-y/azurerm');
});

test.each([
  ['var.a', { input: 'a' }],
  ['(var.o.y.z)', { input: 'o.y.z' }],
  ['"${var.a}"', { input: 'a' }],
  ['var.o["x"]', { input: 'o.x' }],
  ['"TLS1_2"', { value: 'TLS1_2' }],
  ['-1', { value: -1 }],
  ['null', { value: null }],
  ['["a", "b"]', { value: ['a', 'b'] }],
  ['!var.on', { input: 'on', not: true }],
  ['var.o == null ? null : var.o.x', { input: 'o.x' }],
  ['var.o != null ? var.o.x : null', { input: 'o.x' }],
  ['var.a == null ? "d" : var.a', { input: 'a', orElse: 'd' }],
  ['coalesce(var.on, true)', { input: 'on', orElse: true }],
  ['try(var.o.x, null)', { input: 'o.x' }],
  ['tobool(var.on)', { input: 'on' }],
  ['var.on ? null : var.a', { input: 'a', unless: { input: 'on', is: true }, otherwise: null }],
  ['var.on ? var.a : null', { input: 'a', unless: { input: 'on', is: true, not: true }, otherwise: null }],
  ['var.b == "x" ? "y" : var.a', { input: 'a', unless: { input: 'b', is: 'x' }, otherwise: 'y' }],
  ['var.b == null ? "y" : var.a', { input: 'a', unless: { input: 'b', not: true }, otherwise: 'y' }],
  ['local.way', { input: 'o.x' }],
  ['local.isB ? null : var.a', { input: 'a', unless: { input: 'b' }, otherwise: null }],
])('%s', (expression, fact) => {
  const more = 'locals {\n  way = var.o.x\n  isB = var.b != null\n}\n';
  expect(says(`name = ${expression}`, more)).toEqual({ name: fact });
});

test.each([
  'lower(var.a)',
  'tostring(var.a)',
  'coalesce(var.a, "text")',
  'var.a == "x" && var.on ? null : var.b',
  'var.on ? var.a : var.b',
  '"${var.a}-${var.b}"',
  'var.o.q',
  'var.undeclared',
  'var.o[var.a]',
  'local.round',
  'azurerm_resource_group.x.name',
  'each.value',
  'try(tolist(var.a), null)',
])('%s is not known', (expression) => {
  expect(says(`name = ${expression}`, 'locals {\n  round = local.round\n}\n')).toEqual({ name: OPAQUE });
});

describe('blocks', () => {
  const dynamic = (forEach: string, content = 'days = var.o.x') =>
    `dynamic "sas_policy" {\n  for_each = ${forEach}\n  content {\n    ${content}\n  }\n}`;

  test.each([
    ['[1]', { block: true }],
    ['var.o == null ? [] : [var.o]', { block: true, input: 'o' }],
    ['var.o != null ? toset([1]) : []', { block: true, input: 'o' }],
    ['var.o == null ? {} : { this = var.o }', { block: true, input: 'o' }],
    ['var.o[*]', { block: true, input: 'o' }],
    ['var.on ? ["x"] : []', { block: true, input: 'on', is: true }],
    ['var.on ? [] : ["x"]', { block: true, input: 'on', is: true, not: true }],
    ['var.b == "x" ? [1] : []', { block: true, input: 'b', is: 'x' }],
  ])('for_each = %s', (forEach, fact) => {
    expect(says(dynamic(forEach))).toEqual({ sas_policy: fact, 'sas_policy.days': { input: 'o.x' } });
  });

  test.each(['var.b', '[for x in var.b : x]', 'length(var.b) > 0 ? [1] : []', 'var.on ? [1, 2] : []'])(
    'for_each = %s is not known',
    (forEach) => {
      expect(says(dynamic(forEach))).toEqual({ sas_policy: OPAQUE });
    },
  );

  test('an iterator stands for the element, under its own name too', () => {
    expect(says(dynamic('[var.o]', 'days = sas_policy.value.x'))).toMatchObject({
      'sas_policy.days': { input: 'o.x' },
    });
    const named = dynamic('[var.o]', 'days = it.value.x').replace('content', 'iterator = it\n  content');
    expect(says(named)).toMatchObject({ 'sas_policy.days': { input: 'o.x' } });
  });

  test('several of one kind are not told apart', () => {
    const twice = 'sas_policy {\n  days = 1\n}\n';
    expect(says(twice)).toEqual({ sas_policy: { block: true }, 'sas_policy.days': { value: 1 } });
    expect(says(twice + twice)).toEqual({ sas_policy: OPAQUE });
  });

  test('what is about Terraform is left out, and what azurerm does not have', () => {
    expect(says('depends_on = []\nunheard_of = 1\nlifecycle {\n  prevent_destroy = true\n}\n')).toEqual({});
  });
});

describe('releases', () => {
  const account = (more = '', head = '') =>
    `variable "tls" {}\nvariable "m" { default = {} }\nresource "azurerm_storage_account" "it" {\n${head}  min_tls_version = var.tls\n${more}}\n`;

  test('equal facts of neighbours are one', () => {
    const made = entry({ '1.0.0': account(), '1.1.0': account('is_hns_enabled = true\n'), '2.0.0': account() });
    expect(made.releases).toEqual(['1.0.0', '1.1.0', '2.0.0']);
    expect(made.resources['azurerm_storage_account.it']).toEqual({
      in: [{ from: '1.0.0', to: '2.0.0' }],
      attributes: {
        is_hns_enabled: [{ from: '1.1.0', to: '1.1.0', value: true }],
        min_tls_version: [{ from: '1.0.0', to: '2.0.0', input: 'tls' }],
      },
    });
    expect(made.inputs).toEqual({ tls: [{ from: '1.0.0', to: '2.0.0' }] });
  });

  test('how often a resource is made, and what it ignores', () => {
    const inRelease = (head: string, more = '') =>
      entry({ '1.0.0': account(more, head) }).resources['azurerm_storage_account.it'].in[0];
    expect(inRelease('count = var.tls == null ? 0 : 1\n')).toMatchObject({ counted: true });
    expect(inRelease('count = length(var.m)\n')).not.toHaveProperty('counted');
    expect(inRelease('for_each = var.m\n')).toMatchObject({ each: 'm' });
    const ignoring = (names: string) => inRelease('', `lifecycle {\n  ignore_changes = ${names}\n}\n`).ignored;
    expect(ignoring('[tags["a"], identity[0].type, tags]')).toEqual(['tags', 'identity']);
    expect(ignoring('["tags"]')).toEqual(['tags']);
    expect(ignoring('all')).toBe('all');
  });

  test('each.value is an entry of the input', () => {
    const made = entry({ '1.0.0': account('name = each.value.name\n', 'for_each = var.m\n') });
    expect(made.resources['azurerm_storage_account.it'].attributes.name).toMatchObject([{ input: 'm.*.name' }]);
  });

  test('resources beside it, in modules of its own too, and the inputs that make them', () => {
    const made = entry(
      { '1.0.0': `${account()}variable "lock" {}\nvariable "private_endpoints" {}\n` },
      'resource "azurerm_private_endpoint" "x" {}\nresource "azurerm_lb" "x" {}\n',
    );
    expect(made.types[0].types).toEqual(['azurerm_private_endpoint', 'azurerm_storage_account']);
    expect(made.besides[0].besides).toEqual(['private_endpoints', 'lock']);
  });
});

test('inputs: defaults as their types convert them, and only the parts that are read', () => {
  const { inputs } = entry({
    '1.0.0': `
variable "on" {
  type     = bool
  default  = "true"
  nullable = false
}
variable "any" { default = timestamp() }
variable "o" {
  type    = object({ x = optional(string, 1), y = optional(object({ z = optional(list(string), []) }), {}), n = map(object({ q = string })) })
  default = {}
}
variable "unused" {}
resource "azurerm_storage_account" "it" {
  a = var.on
  b = var.any
  c = var.o.y.z
}
`,
  });
  expect(inputs).toMatchObject({
    any: [{ opaque: true }],
    o: [
      {
        default: {},
        type: {
          x: { optional: true, default: '1' },
          y: { optional: true, default: {}, type: { z: { optional: true, default: [] } } },
          n: {},
        },
      },
    ],
    on: [{ default: true, nullable: false }],
  });
  expect(inputs).not.toHaveProperty('unused');
});
