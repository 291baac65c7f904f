// Files on disk: what is read, what is left alone, and what one bad file does to the others.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { readTree } from '../../remediations/locate/hcl/tree';
import { account, addresses, estateOf, resourcesOf } from '../plan/code';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tree-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
const paths = () => readTree(folder).map(({ path }) => path);

test('Terraform files are read, sorted, with forward slashes', () => {
  for (const path of [
    'b/main.tf',
    'a.tf',
    'c.tf.json',
    'x.tfvars',
    'x.tfvars.json',
    '.terraform.lock.hcl',
    'README.md',
  ])
    write(path, path.endsWith('json') ? '{}' : '');
  expect(paths()).toEqual(['.terraform.lock.hcl', 'a.tf', 'b/main.tf', 'c.tf.json', 'x.tfvars', 'x.tfvars.json']);
});

test('caches and build output are not entered', () => {
  for (const each of ['.terraform', '.git', 'cdktf.out', 'node_modules', '.terragrunt-cache'])
    write(`${each}/modules/m/main.tf`, account('a'));
  write('main.tf', '');
  expect(paths()).toEqual(['main.tf']);
});

test('links are not followed, to folders, to files, in circles', () => {
  const outside = mkdtempSync(join(tmpdir(), 'outside-'));
  writeFileSync(join(outside, 'secret.tf'), account('secret'));
  write('main.tf', '');
  symlinkSync(outside, join(folder, 'folder'));
  symlinkSync(join(outside, 'secret.tf'), join(folder, 'file.tf'));
  symlinkSync(folder, join(folder, 'circle'));
  expect(paths()).toEqual(['main.tf']);
  rmSync(outside, { recursive: true });
});

test('one file is a tree of one', () => {
  write('a.tf', account('a'));
  write('b.tf', account('b'));
  expect(addresses(readEstate(readTree(join(folder, 'a.tf'))))).toEqual(['azurerm_storage_account.a']);
  write('notes.txt', 'x');
  expect(() => readTree(join(folder, 'notes.txt'))).toThrow('not a Terraform file');
});

test('bytes that are not UTF-8 are an error of that file only', () => {
  write('bad.tf', Uint8Array.from([0x61, 0xff, 0xfe]));
  write('good.tf', account('a'));
  const files = readTree(folder);
  expect(files.map(({ error }) => error)).toEqual(['bad.tf: not UTF-8 text', undefined]);
  expect(addresses(readEstate(files))).toEqual(['azurerm_storage_account.a']);
});

test('a byte order mark and CRLF are read over, and kept in the text', () => {
  const text = `\uFEFF${account('a', 'min_tls_version = "TLS1_2"').replaceAll('\n', '\r\n')}`;
  write('main.tf', text);
  const [file] = readTree(folder);
  expect(file.text).toBe(text);
  const [resource] = resourcesOf(readEstate([file]));
  expect(resource.attributes.min_tls_version).toBe('TLS1_2');
  expect([resource.block.firstLine, resource.block.lastLine]).toEqual([1, 9]);
});

test('a byte order mark before JSON is read over too, and offsets stay right', () => {
  const text = `\uFEFF{"resource": {"azurerm_storage_account": {"a": {"min_tls_version": "TLS1_0"}}}}`;
  write('main.tf.json', text);
  const [file] = readTree(folder);
  const [resource] = resourcesOf(readEstate([file]));
  expect(resource.attributes).toEqual({ min_tls_version: 'TLS1_0' });
  expect(text.slice(resource.block.node.open, resource.block.node.close + 1)).toBe('{"min_tls_version": "TLS1_0"}');
});

describe('a file that does not parse', () => {
  const tree = {
    'a/bad.tf': 'resource "azurerm_storage_account" {',
    'a/good.tf': account('a'),
    'b/main.tf': account('b'),
  };
  test('leaves its folder incomplete and other folders as they are', () => {
    const estate = estateOf(tree);
    expect(addresses(estate).sort()).toEqual(['azurerm_storage_account.a', 'azurerm_storage_account.b']);
    const incomplete = [...estate.modules.values()].map((module) => [module.dir, module.incomplete]);
    expect(Object.fromEntries(incomplete)).toEqual({
      '': undefined,
      a: 'a/bad.tf does not parse, so what it declares is not known',
      b: undefined,
    });
  });
  test('says where and what', () => {
    expect(estateOf(tree).files.flatMap(({ error }) => error ?? [])).toEqual([
      expect.stringMatching(/^a\/bad\.tf:1:\d+: ./),
    ]);
    const json = estateOf({ 'main.tf.json': '{\n  "a": tru\n}' });
    expect(json.files[0].error).toMatch(/^main\.tf\.json:2:8: invalid JSON/);
    expect(estateOf({ 'main.tf.json': '[]' }).files[0].error).toBe('main.tf.json:1:1: a JSON object is required');
  });
  test('nothing is concluded from what it might declare', () => {
    const estate = estateOf(tree);
    expect(estate.roots.find(({ dir }) => dir === 'a')!.around.incomplete).toContain('a/bad.tf does not parse');
    expect(estate.roots.find(({ dir }) => dir === 'b')!.around.incomplete).toBeUndefined();
  });
});
