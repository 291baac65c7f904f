import { append } from '../../controls/append';
import type { OverlayChange } from '../overlay/overlay';
import type { Question } from '../plan-types';
import { PROFILE_NAME } from '../profile/profile';
import { overlayText } from '../render/overlays-markdown';
import { REASONS } from '../render/plan-markdown';
import { byNeed, byPriority, counts, type PlanDocument, shortDifference, siteOf } from '../render/review';
import { constructsText } from './constructs-text';
import { colors, plural, table } from './terminal';

/** Where the plan went. */
interface Written {
  readonly code: string;
  readonly out?: string;
  readonly write?: boolean;
}

/** Rows of a wave on the terminal; plan.md holds them all. */
const SHOWN = 40;
/** Names of edited files on the terminal. */
const EDITED = 10;

/** Live resources that stand in no code, stack by stack. */
function stacksText(overlays: readonly OverlayChange[]): string[] {
  const stacks = new Map<string, OverlayChange[]>();
  for (const change of overlays) append(stacks, change.overlay.stack ?? 'remediation', change);
  return [...stacks].map(([stack, changes]) => {
    const rows = changes
      .slice(0, SHOWN)
      .map((change) => [change.overlay.armId.split('/').slice(-2).join('/'), overlayText(change)]);
    const more = changes.length > SHOWN ? `\n… and ${changes.length - SHOWN} more: see plan.md with --out.` : '';
    return `${colors.bold(`In no code, stack ${stack}`)}: ${plural(changes.length, 'resource')}\n${table(['FOR', 'CHANGE'], rows)}${more}`;
  });
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
  if (options.out)
    parts.push(
      `Written to ${options.out}: plan.md to review, changes.patch for git apply in ${options.code}${waves.length > 1 ? ' (or wave by wave)' : ''}, rollback.patch, plan.json.`,
    );
  else if (!options.write && (plan.changes.length || plan.told.length))
    parts.push('Nothing was written: add --out <folder> for patches and plan.md, or --write to edit the code.');
  if (options.write) {
    const edited = [...new Set(waves.flatMap((wave) => [...wave.files.keys()]))].sort();
    const more = edited.length > EDITED ? ` and ${edited.length - EDITED} more` : '';
    parts.push(edited.length ? `Edited ${edited.slice(0, EDITED).join(', ')}${more}.` : 'Nothing to edit.');
  }
  return parts.join('\n\n');
}
