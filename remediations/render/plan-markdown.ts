import { append } from '../../controls/append';
import type { Wave } from '../edit/waves';
import type { Change, Question, Unplanned, UnplannedReason } from '../plan-types';
import { constructsSection } from './constructs-markdown';
import { codeMarkdown as code, plainMarkdown as plain } from './markdown';
import { overlaysSection } from './overlays-markdown';
import {
  byNeed,
  byPriority,
  changeId,
  cisText,
  closesText,
  counts,
  differenceText,
  findingText,
  type PlanDocument,
  siteOf,
  some,
  someOf,
} from './review';

/** Why a finding is not ours to change, for people. */
export const REASONS: Readonly<Record<UnplannedReason, string>> = {
  'no-control': 'No control of this benchmark stands for the rule',
  manual: 'No tool can do it',
  'not-found': 'The resource is not in this code',
  ambiguous: 'More than one place fits; a person has to decide',
  conflict: 'Two wishes exclude each other',
  'already-compliant': 'The code is right already',
  'not-applicable': 'The control does not apply to the resource',
  excepted: 'Excepted',
  'needs-answer': 'The owner has to answer or act first',
  'computed-value': 'The value is computed',
  'dynamic-block': 'The block is dynamic',
  'json-syntax': 'JSON syntax is read, not edited',
  cdktf: 'The change belongs into the CDKTF code',
  'remote-module': 'The code belongs to a remote module',
  'ignored-by-lifecycle': 'lifecycle.ignore_changes keeps it as it is',
  'incomplete-block': 'A required sibling is not known',
  'incomplete-module': 'A file of the module does not parse',
  'replaces-resource': 'Terraform would replace the resource',
  irreversible: 'It could not be undone',
  level: 'Belongs to level 2',
  'unsupported-provider-version': 'The azurerm version is not known well enough',
  unparsable: 'The file does not parse',
  later: 'Others are more urgent',
};

/** What applying a change does, for people. */
export const IMPACTS: Readonly<Record<Change['impact'], string>> = {
  'in-place': 'in place: nothing stops working',
  disruptive: 'disruptive: clients may notice',
  irreversible: 'irreversible',
  replaces: 'replaces the resource',
};

/** Rows for one control in one wave: what a reviewer still reads, and a pull request still takes. */
const ROWS = 100;

/** plan.md, for the pull request: what is settled, what needs an answer, why the rest is not changed. */
export function planMarkdown(document: PlanDocument): string {
  const { plan, waves, notes, provider } = document;
  const { received, planned, unplanned, ignored } = counts(plan);
  const told = new Set(plan.told.flatMap((change) => change.findings)).size;
  const lines = [
    '# Remediation plan',
    '',
    `**${received}** records in the report${document.sources.length === 1 ? '' : 's'}: **${planned}** closed by **${plan.changes.length + plan.overlays.length}** changes, **${unplanned}** not changed${told ? ` (**${told}** of them told below, for CDKTF code)` : ''}, ${ignored} that are no finding.`,
    '',
    `CIS Microsoft Azure Foundations 3.0.0, level ${document.level}. ${provider.map(plain).join('; ')}`,
    '',
  ];
  if (waves.length) {
    lines.push('| Wave | Impact | Changes | Files | Patch |', '| --- | --- | --- | --- | --- |');
    lines.push(
      ...waves.map(
        (wave, i) =>
          `| ${i + 1} | ${IMPACTS[wave.impact]} | ${wave.changes.length} | ${wave.files.size} | \`wave-${i + 1}-${wave.impact}.patch\` |`,
      ),
    );
    lines.push('');
  }
  lines.push(...waves.flatMap((wave, i) => waveSection(wave, i + 1)));
  lines.push(...constructsSection(document.constructs ?? []));
  lines.push(...overlaysSection(plan.overlays));
  const [needed, choices] = byNeed(plan.questions);
  lines.push(
    ...questionSection('Questions', 'turns these findings into changes', needed),
    ...questionSection('Choices', 'does the same; no level of the benchmark asks for them, a scanner does', choices),
  );
  lines.push(...unplannedSections(plan.unplanned));
  if (notes.length) lines.push('## Notes', '', ...notes.map((note) => `- ${plain(note)}`), '');
  return `${lines.join('\n').trimEnd()}\n`;
}

function questionSection(title: string, effect: string, questions: readonly Question[]): string[] {
  if (!questions.length) return [];
  const items = questions.map(
    ({ parameter, question, resources, controls }) =>
      `- **\`${parameter}\`** ${question} (${controls.join(', ')}; ${some(resources.map(code))})`,
  );
  return [`## ${title}`, '', `An answer in \`plumbline.yaml\`, under \`parameters\`, ${effect}.`, '', ...items, ''];
}

function waveSection(wave: Wave, number: number): string[] {
  const lines = [`## Wave ${number}: ${IMPACTS[wave.impact]}`, ''];
  const groups = new Map<string, Change[]>();
  for (const change of wave.changes) {
    const key = change.controls.map((control) => control.id).join(' ');
    append(groups, key, change);
  }
  for (const changes of [...groups.values()].map(byPriority).sort(([a], [b]) => b.priority - a.priority)) {
    const { controls } = changes[0];
    for (const control of controls)
      lines.push(`### ${control.title} (${cisText(control)}, \`${control.id}\`)`, '', control.why, '');
    const fixes = controls.flatMap((control) => control.fix ?? []);
    const real = changes.some((change) => !change.explicit) ? fixes : [];
    for (const consequence of new Set(real.flatMap((fix) => fix.consequences))) lines.push(`- ${consequence}`);
    for (const cost of new Set(real.flatMap((fix) => fix.cost ?? []))) lines.push(`- Cost: ${cost}`);
    if (real.some((fix) => fix.restores !== 'yes'))
      lines.push('- The old text alone does not bring Azure back to where it was.');
    if (changes.some((change) => change.explicit))
      lines.push(
        '- What is made explicit is the default already: Terraform plans no change for it, a scanner wants to see it.',
      );
    lines.push('', '| Where | Change | Closes |', '| --- | --- | --- |', ...changes.slice(0, ROWS).map(changeRow), '');
    if (changes.length > ROWS) lines.push(`… and ${changes.length - ROWS} more like these: see plan.json.`, '');
  }
  return lines;
}

function changeRow(change: Change): string {
  const { file, line } = siteOf(change);
  const others = change.notes.length ? `<br>${change.notes.map(plain).join('<br>')}` : '';
  const where = `${some(change.resources.map(code))}<br>${plain(file)}:${line} <sub>${changeId(change)}, priority ${change.priority}</sub>`;
  return `| ${where} | ${code(differenceText(change))}${others} | ${closesText(change.findings)} |`;
}

function unplannedSections(unplanned: readonly Unplanned[]): string[] {
  if (!unplanned.length) return [];
  const lines = ['## Not changed', ''];
  const groups = new Map<UnplannedReason, Unplanned[]>();
  for (const each of unplanned) append(groups, each.reason, each);
  for (const [reason, each] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(`<details><summary>${REASONS[reason]}: ${each.length}</summary>`, '');
    const notes = new Map<string, Unplanned[]>();
    for (const one of each) append(notes, one.note, one);
    for (const [note, findings] of notes) lines.push(`- ${plain(note)} (${someOf(findings, unplannedText)})`);
    lines.push('', '</details>', '');
  }
  return lines;
}

/** The finding; one on what CDKTF wrote with the path of its construct, unless the note says it. */
const unplannedText = ({ finding, construct, reason }: Unplanned): string =>
  plain(`${findingText(finding)}${construct && reason !== 'cdktf' ? `, construct ${construct}` : ''}`);
