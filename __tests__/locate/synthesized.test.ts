// Documents of cdktf: where their values are written, and what is no place to write.
import type { Path } from '../../controls/value';
import { elementOf } from '../../remediations/cdktf/element';
import { intoBlocks } from '../../remediations/locate/hcl/in-json';
import { trace, type Writing } from '../../remediations/locate/hcl/trace';
import { estateOf, resourcesOf } from '../plan/code';

const ACCOUNT = 'azurerm_storage_account';
const STACK = { metadata: { backend: 'local', stackName: 'shop', version: '0.21.0' }, outputs: {} };
const metadata = (path: string) => ({ metadata: { path, uniqueId: path.split('/').pop() } });
const DOCUMENT = 'cdktf.out/stacks/shop/cdk.tf.json';

const tree = (account: object, more: object = {}) => ({
  [DOCUMENT]: JSON.stringify({
    '//': STACK,
    resource: { [ACCOUNT]: { logs: { '//': metadata('shop/box/logs'), name: 'stlogs', ...account } } },
    ...more,
  }),
});

function traced(files: Record<string, string>, path: Path, append = false): Writing {
  const estate = estateOf(files);
  const resource = resourcesOf(estate).find(({ type }) => type === ACCOUNT)!;
  return trace(estate, resource, path, { types: [ACCOUNT], to: true, append });
}

const text = (writing: Writing): string => {
  if (writing.at === 'refused') return `${writing.reason}: ${writing.note}`;
  const { file, start, end, blocks, attribute, steps } = writing.place;
  const where = [...blocks.map(({ kind, labels }) => [kind, ...labels].join(' ')), attribute ?? '', ...steps].join(
    ' > ',
  );
  return writing.at === 'value'
    ? `${where}: ${file.text.slice(start, end)}`
    : `${where} lacks ${writing.rest.join('.')}`;
};

const HERE = `resource ${ACCOUNT} logs`;

describe('where a value is written', () => {
  test.each<[string, object, Path, string]>([
    ['an attribute', { min_tls_version: 'TLS1_0' }, ['min_tls_version'], `${HERE} > min_tls_version: "TLS1_0"`],
    ['what is not there', {}, ['min_tls_version'], `${HERE} >  lacks min_tls_version`],
    [
      'a block as an object',
      { network_rules: { default_action: 'Allow' } },
      ['network_rules', 'default_action'],
      `${HERE} > network_rules > default_action: "Allow"`,
    ],
    [
      'a block as a list of one',
      { network_rules: [{ default_action: 'Allow' }] },
      ['network_rules', 'default_action'],
      `${HERE} > network_rules > 0 > default_action: "Allow"`,
    ],
    [
      'what a block lacks',
      { blob_properties: { delete_retention_policy: {} } },
      ['blob_properties', 'delete_retention_policy', 'days'],
      `${HERE} > blob_properties > delete_retention_policy lacks days`,
    ],
    [
      'one of several blocks',
      { network_rules: { private_link_access: [{ endpoint_tenant_id: 'a' }, { endpoint_tenant_id: 'b' }] } },
      ['network_rules', 'private_link_access', 1, 'endpoint_tenant_id'],
      `${HERE} > network_rules > private_link_access > 1 > endpoint_tenant_id: "b"`,
    ],
    [
      'one block too many',
      { network_rules: { private_link_access: [] } },
      ['network_rules', 'private_link_access', 1, 'endpoint_tenant_id'],
      'computed-value: there is no network_rules.private_link_access number 2',
    ],
    [
      'an expression',
      { min_tls_version: '${lower("A")}' },
      ['min_tls_version'],
      'computed-value: the value at cdktf.out/stacks/shop/cdk.tf.json:1 is made by lower(): change what it falls back to, or the value it reads',
    ],
    [
      'a dynamic block',
      { dynamic: { network_rules: { for_each: '${var.x}', content: {} } } },
      ['network_rules', 'default_action'],
      'dynamic-block: network_rules is a dynamic block: its content is made by an expression',
    ],
    [
      'a dynamic block inside another',
      { network_rules: { dynamic: { private_link_access: [{ for_each: '${var.x}', content: {} }] } } },
      ['network_rules', 'private_link_access'],
      'dynamic-block: private_link_access is a dynamic block: its content is made by an expression',
    ],
  ])('%s', (_, account, path, expected) => {
    expect(text(traced(tree(account), path))).toBe(expected);
  });

  test('one more block goes beside the others', () => {
    const account = { network_rules: { private_link_access: [{ endpoint_tenant_id: 'a' }] } };
    const path = ['network_rules', 'private_link_access'];
    expect(text(traced(tree(account), path, true))).toBe(`${HERE} > network_rules lacks private_link_access`);
  });

  test('the default of a variable, and a local', () => {
    const variable = tree(
      { min_tls_version: '${var.tls}' },
      { variable: { tls: { default: 'TLS1_0', type: 'string' } } },
    );
    expect(text(traced(variable, ['min_tls_version']))).toBe('variable tls > default: "TLS1_0"');
    const local = tree({ min_tls_version: '${local.tls}' }, { locals: { tls: 'TLS1_0' } });
    expect(text(traced(local, ['min_tls_version']))).toBe('locals > tls: "TLS1_0"');
  });
});

describe('elements', () => {
  const of = (writing: Writing) => (writing.at === 'refused' ? undefined : elementOf(writing.place));

  test('a resource has its path in the metadata', () => {
    expect(of(traced(tree({}), ['min_tls_version']))).toEqual({
      stack: 'shop',
      path: 'shop/box/logs',
      className: 'StorageAccount',
      type: ACCOUNT,
      stackTrace: [],
    });
  });

  test('variables and locals are told by stack and name', () => {
    const variable = tree({ min_tls_version: '${var.tls}' }, { variable: { tls: { default: 'TLS1_0' } } });
    expect(of(traced(variable, ['min_tls_version']))).toMatchObject({
      path: 'shop/tls',
      className: 'TerraformVariable',
    });
    const local = tree({ min_tls_version: '${local.tls}' }, { locals: { tls: 'TLS1_0' } });
    expect(of(traced(local, ['min_tls_version']))).toMatchObject({ path: 'shop/tls', className: 'TerraformLocal' });
  });

  test('a module of the app is copied: its arguments are variables of the construct, the rest is changed elsewhere', () => {
    const main = `variable "tls" {}\nresource "${ACCOUNT}" "it" {\n  min_tls_version = var.tls\n}\n`;
    const files = {
      [DOCUMENT]: JSON.stringify({
        '//': STACK,
        module: { m: { '//': metadata('shop/m'), source: './assets/m', tls: 'TLS1_0' } },
      }),
      'cdktf.out/stacks/shop/assets/m/main.tf': main,
    };
    const argument = traced(files, ['min_tls_version']);
    expect(text(argument)).toBe('module m > tls: "TLS1_0"');
    expect(of(argument)).toMatchObject({ path: 'shop/m', className: 'TerraformHclModule', within: 'variables' });
    expect(text(traced(files, ['https_traffic_only_enabled']))).toBe(
      'cdktf: cdktf.out/stacks/shop/assets/m/main.tf is a copy that cdktf made: change the module that it was made of',
    );
  });
});

test('JSON that somebody wrote stays what nobody edits', () => {
  const files = { 'main.tf.json': JSON.stringify({ resource: { [ACCOUNT]: { logs: { '//': metadata('a/b') } } } }) };
  expect(text(traced(files, ['min_tls_version']))).toBe(
    'json-syntax: main.tf.json is JSON syntax, which is read but not edited',
  );
});

test('a place that leads through no block is the value itself', () => {
  const expression = { type: 'text', value: 'x', start: 3, end: 6 } as const;
  const place = {
    site: 'attribute',
    file: { path: '', text: '', json: true },
    blocks: [],
    steps: [],
    start: 3,
    end: 6,
  } as const;
  expect(intoBlocks(ACCOUNT, expression, place, ['tags', 'a'], false)).toEqual({ expression, place, rest: ['a'] });
});
