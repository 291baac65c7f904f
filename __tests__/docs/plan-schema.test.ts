// docs/plan-1.schema.json and docs/plan-file.md against what the command writes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PLAN_SCHEMA } from '../../remediations/render/plan-json';
import { REASONS } from '../../remediations/render/plan-markdown';
import { problems, type Schema } from './json-schema';

const root = join(__dirname, '..', '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const schema = JSON.parse(text('docs/plan-1.schema.json')) as Schema;
const page = text('docs/plan-file.md');

/** A finding of an account that stands in no code, as SARIF names it. */
const LIVE = {
  version: '2.1.0',
  runs: [
    {
      tool: { driver: { name: 'Checkov' } },
      results: [
        {
          ruleId: 'CKV_AZURE_33',
          level: 'error',
          message: { text: 'Queues are not logged.' },
          locations: [
            {
              logicalLocations: [
                {
                  fullyQualifiedName:
                    '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stlive',
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

let folder: string;
let plan: Record<string, unknown[]>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-schema-'));
  const outfile = join(folder, 'plumbline.cjs');
  const entryPoints = [join(root, 'remediations/cli/main.ts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', mainFields: ['module', 'main'] });
  const live = join(folder, 'live.sarif');
  writeFileSync(live, JSON.stringify(LIVE));
  const out = join(folder, 'plan');
  const args = ['plan', '--findings', 'examples/checkov-report.json', live, '--code', 'examples/estate'];
  args.push('--profile', 'examples/plumbline.yaml', '--out', out);
  execFileSync(process.execPath, [outfile, ...args], { cwd: root });
  plan = JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a plan of the example is valid, and holds nothing that the schema does not name', () => {
  expect(problems(schema, plan)).toEqual([]);
  for (const list of ['waves', 'changes', 'overlays', 'ledger', 'questions', 'unplanned'])
    expect({ list, length: plan[list].length }).not.toEqual({ list, length: 0 });
});

test('the example of the page is valid', () => {
  const [, example] = /```json\n([\s\S]+?)```/.exec(page) ?? [];
  expect(problems(schema, JSON.parse(example))).toEqual([]);
});

test('the check sees what is wrong', () => {
  const { counts: _, ...without } = plan;
  expect(problems(schema, without)).toEqual([': counts is missing']);
  expect(problems(schema, { ...plan, level: 3 })).toEqual(['.level: 3 is not one of 1, 2']);
  expect(problems(schema, { ...plan, extra: 1 })).toEqual([': extra is not in the schema']);
  expect(problems(schema, { ...plan, notes: [1] })).toEqual(['.notes[0]: a number, not string']);
});

test('the schema has the name and the reasons of the code', () => {
  expect(schema.properties?.schema.const).toBe(PLAN_SCHEMA);
  expect([...(schema.$defs?.reason.enum ?? [])].sort()).toEqual(Object.keys(REASONS).sort());
});

test('the page says every reason in our words, and names every field', () => {
  const rows = [...page.matchAll(/^\| `([\w-]+)` \| (.+?) \|/gm)].map(([, name, words]) => [name, words]);
  for (const [reason, words] of Object.entries(REASONS)) expect(rows).toContainEqual([reason, words]);
  const named = (part: Schema): string[] =>
    Object.entries(part.properties ?? {}).flatMap(([name, inner]) => [name, ...named(inner)]);
  const all = [schema, ...Object.values(schema.$defs ?? {})].flatMap(named);
  expect([...new Set(all)].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});
