import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(__dirname, '..');
const FOLDERS = ['controls', 'constructs', 'stacks', 'remediations'];
const MOST_LINES = 320;

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => posix.join(folder, name.replaceAll('\\', '/'))),
);
const imports = files.flatMap((file): Import[] =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/^(import|export)\s+(type\s+)?[^;]*?from '([^']+)'/gms)].map(
    ([, , type, from]) => ({
      file,
      from: from.startsWith('.') ? posix.join(posix.dirname(file), from) : from,
      typeOnly: Boolean(type),
    }),
  ),
);

/** Imports that a rule forbids, as text, so that a failure names them. */
const broken = (rule: (each: Import) => boolean) =>
  imports.filter(rule).map(({ file, from }) => `${file} imports ${from}`);
const isCdktf = (from: string) => /^(cdktf|constructs|@cdktf\/)/.test(from);

test('the imports are read', () => {
  expect(imports.length).toBeGreaterThan(200);
  expect(imports.some(({ from, typeOnly }) => isCdktf(from) && typeOnly)).toBe(true);
});

test('controls know the provider by its types only', () => {
  expect(broken(({ file, from, typeOnly }) => file.startsWith('controls/') && isCdktf(from) && !typeOnly)).toEqual([]);
});

test('controls know nothing of files, findings and constructs', () => {
  expect(
    broken(
      ({ file, from }) => file.startsWith('controls/') && /^(node:|remediations\/|constructs\/|stacks\/)/.test(from),
    ),
  ).toEqual([]);
});

test('the planner never loads cdktf', () => {
  expect(
    broken(
      ({ file, from }) => file.startsWith('remediations/') && (isCdktf(from) || /^(constructs|stacks)\//.test(from)),
    ),
  ).toEqual([]);
});

test('constructs and stacks do not depend on the planner', () => {
  expect(broken(({ file, from }) => /^(constructs|stacks)\//.test(file) && from.startsWith('remediations/'))).toEqual(
    [],
  );
});

test('nobody imports the index of the provider, which loads all its modules', () => {
  expect(broken(({ from }) => from === '@cdktf/provider-azurerm')).toEqual([]);
});

test('the HCL parser knows the syntax and nothing else', () => {
  expect(
    broken(({ file, from }) => file.startsWith('remediations/hcl/') && !from.startsWith('remediations/hcl/')),
  ).toEqual([]);
});

test('facts about modules from elsewhere know nothing of the code that calls them', () => {
  expect(
    broken(
      ({ file, from, typeOnly }) =>
        file.startsWith('remediations/remote-modules/') &&
        !from.startsWith('remediations/remote-modules/') &&
        !(typeOnly && from.startsWith('controls/')),
    ),
  ).toEqual([]);
});

test('the SDK of Azure stays in the part that plumbline scan alone loads', () => {
  const sdk = imports.filter(({ from, typeOnly }) => from.startsWith('@azure/') && !typeOnly).map(({ file }) => file);
  expect([...new Set(sdk)].sort()).toEqual(['remediations/azure/client.ts', 'remediations/azure/sign-in.ts']);
  const leadsThere = /^remediations\/azure\/(index|client|sign-in)$/;
  expect(
    broken(({ file, from, typeOnly }) => leadsThere.test(from) && !typeOnly && file !== 'remediations/azure/index.ts'),
  ).toEqual([]);
});

test('readers of findings know no controls, and rendering decides nothing', () => {
  expect(broken(({ file, from }) => file.startsWith('remediations/findings/') && from.startsWith('controls/'))).toEqual(
    [],
  );
  expect(
    broken(
      ({ file, from, typeOnly }) =>
        file.startsWith('remediations/render/') && !typeOnly && /remediations\/(plan|match|drafts|combine)$/.test(from),
    ),
  ).toEqual([]);
});

test('no file outgrows its room', () => {
  const long = files
    .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(long).toEqual([]);
});
