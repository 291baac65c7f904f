import { join, normalize } from 'node:path';
import type { OverlayChange } from '../overlay/overlay';
import type { Question } from '../plan-types';
import { PROFILE_NAME } from '../profile/profile';
import { byStack, overlayTexts, shortName } from '../render/overlays-markdown';
import { REASONS } from '../render/plan-markdown';
import { byNeed, byPriority, counts, type PlanDocument, shortDifference, siteOf } from '../render/review';
import { constructsText } from './constructs-text';
import { colors, plural, table } from './terminal';

/** Where the plan went. */
interface Written {
  /** Absent where there is no code to change. */
  readonly code?: string | undefined;
  readonly out?: string;
  /** The form of remediation stacks. */
  readonly as?: 'cdktf' | 'hcl';
  readonly write?: boolean;
  /** The branch with a commit for each change, where one was asked for. */
  readonly branch?: undefined | { readonly name: string; readonly commits: number };
}

/** Rows of a wave on the terminal; plan.md holds them all. */
const SHOWN = 40;
/** Where an app looks for the plan when nothing else is said. */
const PLAN_FOLDER = 'plumbline-out';
/** Names of edited files on the terminal. */
const EDITED = 10;

/** Live resources that stand in no code, stack by stack. */
const stacksText = (overlays: readonly OverlayChange[]): string[] =>
  byStack(overlays).map(([stack, changes]) => {
    const rows = changes.slice(0, SHOWN).map((change) => {
      const [first, ...others] = overlayTexts(change);
      return [shortName(change.overlay), others.length ? `${first} and ${others.length} more` : first];
    });
    const more = changes.length > SHOWN ? `\n… and ${changes.length - SHOWN} more: see plan.md with --out.` : '';
    return `${colors.bold(`In no code, stack ${stack}`)}: ${plural(changes.length, 'change')}\n${table(['FOR', 'CHANGE'], rows)}${more}`;
  });

/** How to see what Terraform would do. */
function nextText(overlays: readonly OverlayChange[], out: string, form?: 'cdktf' | 'hcl'): string {
  const [[stack]] = byStack(overlays);
  if (form === 'hcl') return `Next: terraform -chdir=${join(out, stack)} init, and plan`;
  const from = normalize(out).replace(/\/$/, '') === PLAN_FOLDER ? '' : `PLUMBLINE_PLAN=${join(out, 'plan.json')} `;
  return `Next: ${from}npx cdktf plan ${stack}, in the folder of the CDKTF app`;
}

/** What `plumbline plan` says on a terminal: the changes wave by wave, what is asked, what is left, and what was written. */
export function planText(document: PlanDocument, options: Written): string {
  const { plan, waves } = document;
  const { received, planned, unplanned, ignored, byReason } = counts(plan);
  const parts: string[] = [];
  for (const [i, wave] of waves.entries()) {
    const rows = byPriority(wave.changes)
      .slice(0, SHOWN)
      .map((change) => {
        const { file, line } = siteOf(change);
        const [first, ...more] = change.resources;
        return [`${file}:${line}`, more.length ? `${first} +${more.length}` : first, shortDifference(change)];
      });
    const size = `${plural(wave.changes.length, 'change')} in ${plural(wave.files.size, 'file')}`;
    parts.push(
      `${colors.bold(`Wave ${i + 1}, ${wave.impact}`)}: ${size}\n${table(['AT', 'RESOURCE', 'CHANGE'], rows)}`,
    );
    if (wave.changes.length > SHOWN) parts.push(`… and ${wave.changes.length - SHOWN} more: see plan.md with --out.`);
  }
  if (document.constructs?.length) parts.push(constructsText(document.constructs));
  parts.push(...stacksText(plan.overlays));
  const [needed, choices] = byNeed(plan.questions);
  const asked = (questions: readonly Question[]) =>
    questions.map((each) => `  ${each.parameter}: ${each.question}`).join('\n');
  if (needed.length)
    parts.push(`${colors.bold('Questions')} (answer them in ${PROFILE_NAME}, or with --parameter)\n${asked(needed)}`);
  if (choices.length)
    parts.push(`${colors.bold('Choices')} (no level asks for them; a scanner does)\n${asked(choices)}`);
  if (unplanned)
    parts.push(
      `${colors.bold('Not changed')}\n${table(
        ['FINDINGS', 'WHY'],
        Object.entries(byReason).map(([reason, count]) => [
          String(count).padStart(8),
          `${reason}: ${REASONS[reason as keyof typeof REASONS]}`,
        ]),
      )}`,
    );
  parts.push(
    `${plural(received, 'record')}: ${planned} closed by ${plural(plan.changes.length + plan.overlays.length, 'change')}, ${unplanned} not changed, ${ignored} no finding.`,
  );
  for (const note of document.notes) parts.push(`Note: ${note}`);
  const patches =
    options.code === undefined
      ? []
      : [
          `changes.patch for git apply in ${options.code}${waves.length > 1 ? ' (or wave by wave)' : ''}`,
          'rollback.patch',
        ];
  const stacks = options.as === 'hcl' ? byStack(plan.overlays).map(([stack]) => `${stack}/`) : [];
  if (options.out)
    parts.push(
      `Written to ${options.out}: ${['plan.md or plan.html to review', ...patches, 'plan.json', ...stacks].join(', ')}.`,
    );
  if (options.out && plan.overlays.length) parts.push(nextText(plan.overlays, options.out, options.as));
  if (
    !options.out &&
    !options.write &&
    !options.branch &&
    (plan.changes.length || plan.told.length || plan.overlays.length)
  )
    parts.push(
      `Nothing was written: add --out <folder> for ${options.code === undefined ? 'plan.md and the stacks' : 'patches and plan.md, --write to edit the code, or --commit-per-change for a branch'}.`,
    );
  if (options.write) {
    const edited = [...new Set(waves.flatMap((wave) => [...wave.files.keys()]))].sort();
    const more = edited.length > EDITED ? ` and ${edited.length - EDITED} more` : '';
    parts.push(edited.length ? `Edited ${edited.slice(0, EDITED).join(', ')}${more}.` : 'Nothing to edit.');
  }
  if (options.branch) parts.push(branchText(options.branch));
  return parts.join('\n\n');
}

/** What is on the branch, and how to send it. */
const branchText = ({ name, commits }: NonNullable<Written['branch']>): string =>
  commits
    ? `Branch ${name}: ${plural(commits, 'commit')} on what is checked out.\nNext: git log HEAD..${name}, and git push -u origin ${name}`
    : `No change of code: there is no branch ${name}.`;
