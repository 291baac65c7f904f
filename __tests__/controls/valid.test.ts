// Fixtures and goldens are valid for the provider's schema: one `terraform validate` for each azurerm release.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Major } from '../../controls/provider/facts';
import { needsTerraform } from '../stand-in/needs-terraform';
import { terraform, withStandIn } from '../stand-in/run';
import { expectedText, runsOf } from './fix';
import { type Fixture, type FixtureSet, fixtures } from './harness';
import { fixedInThree, mainInThree, STYLES } from './in-three';

const offline = needsTerraform('tests of the validity of fixtures');

/** Code by a name that tells it in an error message. */
type Code = ReadonlyMap<string, string>;

const before = (own: readonly Fixture[]): Code => new Map(own.map(({ name, text }) => [name, text]));
const after = (own: readonly Fixture[]): Code =>
  new Map(
    own.flatMap(runsOf).map((run) => [run.golden.slice(__dirname.length + 1).replace(/\.tf$/, ''), expectedText(run)]),
  );

/** Variables that a caller has to set. */
const required = (text: string): string[] =>
  [...text.matchAll(/^variable "(\w+)" \{(?:\}|[^}]*\n\})/gm)]
    .filter(([block]) => !block.includes('default'))
    .map(([, name]) => name);

/** The files with errors. Each text becomes a module of one configuration, so that Terraform starts only once. */
async function invalid(code: Code, version: Major): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-valid-'));
  try {
    const calls = [...code].map(([name, text], i) => {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, 'main.tf'), text);
      const values = required(text).map((variable) => `  ${variable} = var.unknown\n`);
      return `module "m${i}" {\n  source = "./${name}"\n${values.join('')}}\n`;
    });
    writeFileSync(join(folder, 'main.tf'), `variable "unknown" {}\n${calls.join('\n')}`);
    return await withStandIn({ version }, async (env) => {
      const initialized = await terraform(folder, ['init', '-no-color'], env);
      expect(initialized).toMatchObject({ code: 0, stderr: '' });
      const { stdout } = await terraform(folder, ['validate', '-json'], env);
      const { diagnostics } = JSON.parse(stdout) as {
        diagnostics: { severity: string; summary: string; range?: { filename: string } }[];
      };
      // Without a file it is no error of the code: the stand-in does not work.
      expect(diagnostics.filter(({ range }) => !range)).toEqual([]);
      return diagnostics
        .filter(({ severity }) => severity === 'error')
        .map(({ summary, range }) => `${range?.filename.replace(/\/main\.tf$/, '')}: ${summary}`)
        .sort();
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const versions: readonly [FixtureSet, Major][] = [
  ['fixtures', 4],
  ['fixtures-3', 3],
  ['fixtures-5', 5],
  ['fixtures-unknown-version', 4],
];
for (const [set, version] of versions) {
  const own = fixtures.filter((fixture) => fixture.set === set);
  offline(`${set} are valid in azurerm ${version}.x, before and after the fix`, async () => {
    expect(await invalid(new Map([...before(own), ...after(own)]), version)).toEqual([]);
  });
}

// What only 4.x has is no name for 3.x, and stays what it is: a fix adds nothing to it.
for (const style of STYLES)
  offline(`fixtures in the names of azurerm 3.x, style ${style}, are as valid after the fix as before`, async () => {
    const own = fixtures
      .filter(({ set }) => set === 'fixtures')
      .map((fixture) => ({ fixture, run: runsOf(fixture)[0] }));
    const textsBefore = own.map(({ fixture }) => [fixture.name, mainInThree(fixture, style)] as const);
    const textsAfter = own.map(({ fixture, run }) => [fixture.name, fixedInThree(run, style)] as const);
    const already = await invalid(new Map(textsBefore), 3);
    expect(await invalid(new Map(textsAfter), 3)).toEqual(already);
  });
