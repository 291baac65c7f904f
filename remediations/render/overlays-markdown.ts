import { append } from '../../controls/append';
import type { Value } from '../../controls/value';
import { valueText } from '../../controls/value';
import type { OverlayChange, Setting } from '../overlay/overlay';
import { codeMarkdown as code, plainMarkdown as plain } from './markdown';
import { cisText, findingText } from './review';

/** `min_tls_version: "TLS1_0" → "TLS1_2"` */
export const settingText = ({ path, from, to }: Setting): string =>
  `${path}: ${valueText(from as Value)} → ${valueText(to as Value)}`;

/** What is changed at one live resource, in one line; `add …` for a resource beside it. */
export function overlayText({ overlay: { strategy, type, name, settings } }: OverlayChange): string {
  if (strategy === 'separate') return `add ${type}.${name}`;
  const [first, ...more] = settings.map(settingText);
  return `${first ?? type}${more.length ? ` and ${more.length} more` : ''}`;
}

const SHOWN = 12;

/** Every change of live resources, stack by stack, with what Terraform will do. */
export function overlaysSection(overlays: readonly OverlayChange[]): string[] {
  if (!overlays.length) return [];
  const stacks = new Map<string, OverlayChange[]>();
  for (const change of overlays) append(stacks, change.overlay.stack ?? 'remediation', change);
  const lines = [
    '## In no code: remediation stacks',
    '',
    'These resources stand in no code here. Terraform changes them from stacks of their own, one for each subscription and wave. The values on the left are those that were read: `azapi` does not show them in its plan.',
    '',
  ];
  for (const [stack, changes] of [...stacks].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(
      `### \`npx cdktf plan ${stack}\``,
      '',
      '| Resource | Change | Control | Closes |',
      '| --- | --- | --- | --- |',
    );
    lines.push(...changes.map(row), '');
    const effects = new Set(changes.flatMap(({ controls }) => controls.flatMap(({ fix }) => fix?.consequences ?? [])));
    const costs = new Set(changes.flatMap(({ controls }) => controls.flatMap(({ fix }) => fix?.cost ?? [])));
    lines.push(...[...effects].map((each) => `- ${each}`), ...[...costs].map((each) => `- Cost: ${each}`), '');
    lines.push('<details><summary>What Terraform does</summary>', '');
    for (const { id, overlay } of changes)
      lines.push(
        `- ${code(id)}, plan: ${plain(overlay.onPlan)}; apply: ${plain(overlay.onApply)}; destroy: ${plain(overlay.onDestroy)}.`,
      );
    lines.push('', '</details>', '');
  }
  return lines;
}

function row(change: OverlayChange): string {
  const { overlay, controls, findings, notes } = change;
  const differences =
    overlay.strategy === 'separate'
      ? [code(overlayText(change))]
      : overlay.settings.map((each) => code(settingText(each)));
  const titles = controls.map((control) => `${control.title} (${cisText(control)})`);
  const closed = findings.map((finding) => plain(findingText(finding)));
  const more = closed.length > SHOWN ? ` and ${closed.length - SHOWN} more` : '';
  const told = notes.map((note) => `<br>${plain(note)}`).join('');
  return `| ${code(overlay.armId)} <sub>${overlay.strategy}</sub> | ${differences.join('<br>')}${told} | ${titles.join('<br>')} | ${closed.slice(0, SHOWN).join(', ')}${more} |`;
}
