// Fixes a fixture as `plumbline plan --only <control>` would, with every question answered and every impact allowed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Impact } from '../../controls/control';
import type { Value } from '../../controls/value';
import { asReport, checkEstate } from '../../remediations/check';
import type { Estate } from '../../remediations/locate/hcl/estate';
import { type Remediation, remediate } from '../../remediations/remediate';
import { type Fixture, readFixture } from './harness';
import { reviewed, unanswered } from './reviewed';

type Answers = Readonly<Record<string, Value>>;

const ANSWERS: Answers = reviewed('answers');

export interface Run {
  readonly fixture: Fixture;
  readonly answers: Answers;
  /** Where the expected text stands; no file where nothing is to be changed. */
  readonly golden: string;
}

export const runsOf = (fixture: Fixture): Run[] => {
  const folder = join(__dirname, fixture.name.replace('fixtures', 'golden'));
  const answered = { fixture, answers: ANSWERS, golden: join(folder, 'main.fixed.tf') };
  if (!unanswered.includes(fixture.name)) return [answered];
  return [answered, { fixture, answers: {}, golden: join(folder, 'main.unanswered.tf') }];
};

export const expectedText = ({ fixture, golden }: Run): string =>
  existsSync(golden) ? readFileSync(golden, 'utf8') : fixture.text;

const ALLOWED: ReadonlySet<Impact> = new Set<Impact>(['replaces', 'irreversible']);

export function fixEstate({ fixture, answers }: Run, estate: Estate): Remediation {
  const only = new Set([fixture.control.id]);
  const report = asReport(checkEstate(estate, { level: 2, only }));
  return remediate([report], estate, { level: 2, only, answers, allow: ALLOWED });
}

/** The text of `main.tf` after the fix. */
export const fixed = (run: Run): string =>
  fixEstate(run, readFixture(run.fixture)).files.get('main.tf')?.after ?? run.fixture.text;
