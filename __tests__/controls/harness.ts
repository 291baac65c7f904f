// Fixtures: resources whose names say what the control of their folder must answer.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Control } from '../../controls/control';
import { judge } from '../../controls/deviations';
import { controlById, controls } from '../../controls/index';
import type { Verdict } from '../../controls/verdict';
import { type Estate, type Located, readEstate } from '../../remediations/locate/hcl/estate';
import { readTree, type SourceFile, sourceFile } from '../../remediations/locate/hcl/tree';

/** One folder for each azurerm release that fixtures are written for. */
const SETS = ['fixtures', 'fixtures-3', 'fixtures-5', 'fixtures-unknown-version'] as const;
export type FixtureSet = (typeof SETS)[number];

const ANSWERS = ['pass', 'fail', 'unknown', 'na'] as const;
export type Answer = (typeof ANSWERS)[number];
const NAMES: Record<Verdict['answer'], Answer> = {
  yes: 'pass',
  no: 'fail',
  unknown: 'unknown',
  'not-applicable': 'na',
};

export const checked: readonly Control[] = controls.filter((control) => !control.manual);

/** One root module: `main.tf` of a control's folder, or of a folder below it where it must not see the others. */
export interface Fixture {
  /** `fixtures/storage-min-tls`, `fixtures/storage-private-endpoint/elsewhere` */
  readonly name: string;
  readonly set: FixtureSet;
  readonly control: Control;
  readonly text: string;
  readonly folder: string;
}

export const fixtures: readonly Fixture[] = SETS.flatMap((set) =>
  foldersIn(join(__dirname, set)).flatMap((id) => {
    const control = controlById(id);
    if (!control) throw new Error(`${set}/${id}: no control is called ${id}`);
    return ['', ...foldersIn(join(__dirname, set, id))].flatMap((below) => {
      const name = below ? `${set}/${id}/${below}` : `${set}/${id}`;
      const folder = join(__dirname, name);
      if (!existsSync(join(folder, 'main.tf'))) return [];
      return [{ name, set, control, folder, text: readFileSync(join(folder, 'main.tf'), 'utf8') }];
    });
  }),
);

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** All fixtures of a set share one `versions.tf`. */
export const versionsOf = (set: FixtureSet): string => readFileSync(join(__dirname, set, 'versions.tf'), 'utf8');

export const estateOf = (text: string, set: FixtureSet = 'fixtures'): Estate =>
  readEstate([sourceFile('main.tf', text), sourceFile('versions.tf', versionsOf(set))]);

/** The fixture as the command would read it, without the folders below, which are root modules of their own. */
export function readFixture({ folder, set }: Fixture): Estate {
  const own = readTree(folder).filter(({ path }) => !path.includes('/'));
  const files: SourceFile[] = [...own, sourceFile('versions.tf', versionsOf(set))];
  return readEstate(files);
}

export const resourcesOf = (estate: Estate): Located[] => estate.roots.flatMap((root) => root.resources);

export const answerOf = (control: Control, resource: Located): Answer =>
  NAMES[judge(control, resource, resource.root.around).answer];

const prefixOf = (name: string) => ANSWERS.find((answer) => name.startsWith(`${answer}_`));

/** What the name asks for; the key of an instance says it where instances differ: `fail_each["pass_api"]`. */
export function expectedOf({ address, block }: Located): Answer | undefined {
  const key = /\["(.*)"\]$/.exec(address)?.[1];
  return (key && prefixOf(key)) || prefixOf(block.name);
}

/** Whether a block must come out of a fix as it went in. */
export const isKept = (name: string): boolean => (prefixOf(name) ?? 'fail') !== 'fail';

export interface Judged {
  readonly resource: Located;
  readonly expected: Answer;
  readonly answer: Answer;
}

/** Every resource that the control is about, with the answer its name asks for and the one it got. */
export function judged(control: Control, estate: Estate): Judged[] {
  return resourcesOf(estate)
    .filter((resource) => control.resources.includes(resource.type))
    .map((resource) => {
      const expected = expectedOf(resource);
      if (!expected) throw new Error(`${resource.address}: the name must start with ${ANSWERS.join('_, ')}_`);
      return { resource, expected, answer: answerOf(control, resource) };
    });
}

/** Addresses by answer, sorted. */
export function lists(rows: readonly Judged[], by: 'expected' | 'answer'): Record<Answer, string[]> {
  const of = (answer: Answer) => rows.filter((row) => row[by] === answer).map((row) => row.resource.address);
  return { pass: of('pass').sort(), fail: of('fail').sort(), unknown: of('unknown').sort(), na: of('na').sort() };
}
