import { append } from '../../controls/append';
import type { Control } from '../../controls/control';
import { isList, sameValue, type Value, valueText } from '../../controls/value';
import { subscriptionOf } from '../findings/arm-id';
import type { Overlay, OverlayChange, Strategy } from '../overlay/overlay';
import { codeMarkdown as code, plainMarkdown as plain } from './markdown';
import { cisText, closesText } from './review';

/** What Terraform does with each kind of overlay; plan.json says it for each one. */
const STRATEGIES: Readonly<Record<Strategy, readonly [plan: string, apply: string, destroy: string]>> = {
  import: [
    '`1 to import`, and a change of the arguments below alone',
    'takes the resource into the state, with the secrets that azurerm reads, and changes these arguments in place',
    'refused (`prevent_destroy`): let go of it by `plumbline plan --release`',
  ],
  azapi: [
    '`1 to add`; what Azure has now is not shown: see before and after here',
    'reads the object, writes these properties over what is there and sends all of it back',
    'nothing changes in Azure',
  ],
  separate: ['`1 to add`', 'makes the resource; what it is for stays as it is', 'takes the resource away again'],
};

/** Changes of live resources by the stack that holds them, in the order in which stacks are applied. */
export function byStack(overlays: readonly OverlayChange[]): (readonly [string, readonly OverlayChange[]])[] {
  const stacks = new Map<string, OverlayChange[]>();
  for (const change of overlays) append(stacks, change.overlay.stack ?? 'remediation', change);
  return [...stacks].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** `servers/sql-shop/databases/orders`: enough where subscription and group are said beside it. */
export function shortName({ armId }: Overlay): string {
  const [, ...below] = armId.split(/\/providers\//i);
  if (!below.length && /^\/subscriptions\/[^/]+\/?$/i.test(armId)) return 'the subscription';
  return below.map((part) => part.slice(part.indexOf('/') + 1)).join('/') || armId.split('/').slice(-2).join('/');
}

/** `min_tls_version: "TLS1_0" → "TLS1_2"`, one for each argument; `add …` for a resource beside the live one. */
export function overlayTexts({ overlay: { strategy, type, name, settings } }: OverlayChange): string[] {
  if (strategy === 'separate') return [`add ${type}.${name}`];
  const differences = new Map<string, { from: Value; to: Value }>();
  for (const { path, from, to } of settings as readonly { path: string; from: Value; to: Value }[]) {
    const known = differences.get(path)?.to;
    // Controls that each add to a list are one list in the end.
    const all = isList(known) && isList(to) ? [...known, ...to.filter((each) => !has(known, each))] : to;
    differences.set(path, { from, to: all });
  }
  return [...differences].map(([path, { from, to }]) => `${path}: ${valueText(from)} → ${valueText(to)}`);
}

const has = (list: readonly Value[], item: Value): boolean => list.some((each) => sameValue(each, item));

/** Every change of live resources, stack by stack, with what Terraform will do. */
export function overlaysSection(overlays: readonly OverlayChange[]): string[] {
  if (!overlays.length) return [];
  const used = (Object.keys(STRATEGIES) as Strategy[]).filter((each) =>
    overlays.some(({ overlay }) => overlay.strategy === each),
  );
  return [
    '## In no code: remediation stacks',
    '',
    'These resources stand in no code here. Terraform changes them from stacks of their own, one for each subscription and wave.',
    '',
    '| By | `terraform plan` | `apply` | `destroy` |',
    '| --- | --- | --- | --- |',
    ...used.map((each) => `| ${each} | ${STRATEGIES[each].join(' | ')} |`),
    '',
    ...byStack(overlays).flatMap(([stack, changes]) => stackSection(stack, changes)),
  ];
}

function stackSection(stack: string, changes: readonly OverlayChange[]): string[] {
  const subscription = subscriptionOf(changes[0].overlay.armId);
  const groups = new Map<string, OverlayChange[]>();
  for (const change of changes) append(groups, groupOf(change.overlay.armId), change);
  return [
    `### \`npx cdktf plan ${stack}\``,
    '',
    `${changes.length} change${changes.length === 1 ? '' : 's'} in subscription ${code(subscription)}.`,
    '',
    ...[...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([group, each]) => [
        `**${group ? `Resource group ${code(group)}` : 'The subscription itself'}**`,
        '',
        '| Resource | Change | Controls | Closes |',
        '| --- | --- | --- | --- |',
        ...[...each].sort((a, b) => (a.overlay.armId < b.overlay.armId ? -1 : 1)).map(row),
        '',
      ]),
    ...effectsOf(changes.flatMap(({ controls }) => controls)),
  ];
}

/** As it is spelled first in the id; '' for what stands in no group. */
const groupOf = (id: string): string => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1].toLowerCase() ?? '';

function row(change: OverlayChange): string {
  const { overlay, controls, findings, notes } = change;
  const address =
    overlay.strategy === 'separate' ? 'separate' : `${overlay.strategy}, ${code(`${overlay.type}.${overlay.name}`)}`;
  const changed = [...overlayTexts(change).map(code), ...notes.map(plain)].join('<br>');
  const asked = controls.map((control) => `${code(control.id)} (${cisText(control)})`).join('<br>');
  return `| ${code(shortName(overlay))}<br><sub>${address}</sub> | ${changed} | ${asked} | ${closesText(findings)} |`;
}

/** Who notices what, control by control. */
function effectsOf(controls: readonly Control[]): string[] {
  const lines = [...new Set(controls)]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, title, fix }) => {
      const told = [...(fix?.consequences ?? []), ...(fix?.cost ? [`Cost: ${fix.cost}`] : [])];
      return told.length ? [`- ${code(id)} ${title}`, ...told.map((each) => `  - ${each}`)] : [];
    });
  return lines.length ? ['<details open><summary>Who notices what</summary>', '', ...lines, '', '</details>', ''] : [];
}
