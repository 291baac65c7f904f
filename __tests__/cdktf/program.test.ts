import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Element, elementOfBlock } from '../../remediations/cdktf/element';
import { type Found, Program } from '../../remediations/cdktf/program';
import { skeleton } from '../../remediations/cdktf/skeleton';
import { WorkloadStack } from '../../stacks/workload';
import { newApp } from '../constructs/synth';
import { estateOf } from './told';

const element = (path: string, className = 'StorageAccount', stackTrace: readonly string[] = []): Element => ({
  stack: 'shop',
  path,
  className,
  stackTrace,
});

const find = (text: string, path: string, className?: string): Found =>
  new Program([{ path: 'main.ts', text }]).find(element(path, className));
const lines = ({ creations, around }: Found): string[] => [
  ...creations.map(({ file, line }) => `${file}:${line}`),
  ...(around ? [`in ${around.className} ${around.file}:${around.line}`] : []),
];

describe('by class and id', () => {
  test.each([
    ["new StorageAccount(this, 'logs', {})"],
    ['new StorageAccount(this, "logs", {})'],
    ['new StorageAccount(this, `logs`, {})'],
    ["new StorageAccount(\n  this,\n  'logs',\n  {},\n)"],
    ["new storageAccount.StorageAccount(this, 'logs', {})"],
    ["new azurerm.storageAccount . StorageAccount(TerraformStack.of(this), 'logs', {})"],
    ["new StorageAccount<Thing>(scope(a, { b: [1, 2] }), 'logs')"],
    ["const a = x / 2; const b = /'/; new StorageAccount(this, 'logs', {}); const c = 1 / 2;"],
    ["const t = `${new Map([['}', `a`]])}'`; new StorageAccount(this, 'logs', {});"],
  ])('%s', (text) => {
    expect(lines(find(text, 'shop/logs'))).toEqual(['main.ts:1']);
  });

  test.each([
    ["// new StorageAccount(this, 'logs', {})"],
    ["/* new StorageAccount(this, 'logs', {}) */"],
    ['const text = "new StorageAccount(this, \'logs\', {})";'],
    ["new StorageAccount(this, 'log', {})"],
    ["new StorageAccount('logs')"],
    ['new StorageAccount()'],
  ])('not %s', (text) => {
    expect(lines(find(text, 'shop/logs'))).toEqual([]);
  });

  test('what names it, and its scope', () => {
    const at = (text: string) => find(text, 'shop/logs').creations[0];
    expect(at("const logs = new StorageAccount(this, 'logs', {});").variable).toBe('logs');
    expect(at("this.logs = new StorageAccount(scope, 'logs', {});")).toMatchObject({
      variable: 'this.logs',
      scope: 'scope',
      idCode: "'logs'",
    });
    expect(at("void new StorageAccount(this, 'logs', {});").variable).toBeUndefined();
  });

  test('a class of ours that extends the one of the bindings', () => {
    expect(lines(find("new AuditedAccount(this, 'logs', {});", 'shop/logs'))).toEqual(['main.ts:1']);
    const both = "new AuditedAccount(this, 'logs');\nnew StorageAccount(this, 'logs', {});";
    expect(lines(find(both, 'shop/logs'))).toEqual(['main.ts:2']);
  });
});

describe('ids that are computed', () => {
  const loop = 'for (const name of names) {\n  new StorageAccount(this, `data-${name}`, {});\n}\n';

  test('fixed parts of a template tell', () => {
    expect(lines(find(loop, 'shop/data-eu'))).toEqual(['main.ts:2']);
    expect(lines(find(loop, 'shop/logs'))).toEqual([]);
  });

  test('an id that is written out comes first', () => {
    expect(lines(find(`${loop}new StorageAccount(this, 'data-eu', {});`, 'shop/data-eu'))).toEqual(['main.ts:4']);
  });

  test('the only one of the class whose id an expression says', () => {
    expect(lines(find('new StorageAccount(this, name, {});', 'shop/logs'))).toEqual(['main.ts:1']);
    expect(lines(find('new StorageAccount(this, `${name}`, {});', 'shop/logs'))).toEqual(['main.ts:1']);
  });
});

describe('what stands around tells namesakes apart', () => {
  const text = `class Shop extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new StorageAccount(this, 'logs', {});
    new Box(this, 'box');
    new SecureStorage(this, 'orders', {});
  }
}
class Box extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new StorageAccount(this, 'logs', {});
  }
}
new Shop(app, 'shop');
`;

  test('by the class that makes the parent', () => {
    expect(lines(find(text, 'shop/logs'))).toEqual(['main.ts:4']);
    expect(lines(find(text, 'shop/box/logs'))).toEqual(['main.ts:12']);
  });

  test('several where nothing tells', () => {
    expect(lines(find(text, 'other/thing/logs'))).toEqual(['main.ts:4', 'main.ts:12']);
  });

  test('what a class of a package makes is made by that class', () => {
    expect(lines(find(text, 'shop/orders/Default'))).toEqual(['in SecureStorage main.ts:6']);
    expect(lines(find(text, 'shop/gone'))).toEqual(['in Shop main.ts:15']);
    expect(lines(find(text, 'unknown/gone'))).toEqual([]);
  });
});

test('a stack trace in the metadata counts more than the shape', () => {
  const text = "new StorageAccount(this, 'logs', {});\nnew StorageAccount(this, name, {});\n";
  const traced = element('shop/logs', 'StorageAccount', ['new StorageAccount (/app/main.ts:2:1)', 'at run (x.js:1:1)']);
  expect(lines(new Program([{ path: 'main.ts', text }]).find(traced))).toEqual(['main.ts:2']);
});

describe('the skeleton', () => {
  test('has the length and the lines of the text, whatever the text', () => {
    const sign = fc.constantFrom(
      '"',
      "'",
      '`',
      '/',
      '*',
      '\\',
      '${',
      '}',
      '{',
      '(',
      ')',
      ',',
      '\n',
      'a',
      ' ',
      '[',
      '=',
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const text = signs.join('');
        const made = skeleton(text);
        expect(made.length).toBe(text.length);
        expect(made.split('\n').length).toBe(text.split('\n').length);
      }),
    );
  });
});

describe('our own workload', () => {
  const root = join(__dirname, '../..');
  const read = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }));
  const stack = new WorkloadStack(newApp(), 'workload', {
    name: 'it',
    location: 'westeurope',
    tenantId: '00000000-0000-0000-0000-000000000000',
    keyExpirationDate: '2099-06-30T00:00:00Z',
    administrators: { name: 'administrators', objectId: '11111111-1111-1111-1111-111111111111' },
    adminPublicKey: 'ssh-ed25519 AAAA operator',
    webClientId: '22222222-2222-2222-2222-222222222222',
    networkWatcher: { name: 'watcher', resourceGroupName: 'rg' },
  });
  const elements = [...estateOf(stack).modules.values()].flatMap(({ resources }) =>
    resources.map(({ node }) => elementOfBlock('workload', node)),
  );
  const program = new Program([...read('.'), ...read('stacks')]);
  const withPatterns = new Program([...read('.'), ...read('stacks'), ...read('constructs/patterns')]);

  test('every resource leads to the class of a pattern, or to its own line', () => {
    expect(elements.length).toBeGreaterThan(40);
    const found = elements.map((each) => ({ path: each.path, lines: lines(program.find(each)) }));
    expect(found.filter((each) => each.lines.length !== 1)).toEqual([]);
    const at = (path: string) => found.find((each) => each.path === path)?.lines[0];
    expect(at('workload/storage/Default')).toMatch(/^in SecureStorage stacks\/workload\.ts:\d+$/);
    expect(at('workload/disks')).toMatch(/^stacks\/workload\.ts:\d+$/);
  });

  test('with the sources of the patterns, into them', () => {
    const found = elements.map((each) => [each.path, lines(withPatterns.find(each)).join()]);
    expect(Object.fromEntries(found)).toMatchObject({
      'workload/storage/Default': expect.stringMatching(/^constructs\/patterns\/secure-storage\.ts:\d+$/),
      'workload/vault/Default': expect.stringMatching(/^constructs\/patterns\/secure-key-vault\.ts:\d+$/),
      'workload/machine/Default': expect.stringMatching(/^constructs\/patterns\/virtual-machine\.ts:\d+$/),
    });
  });
});
