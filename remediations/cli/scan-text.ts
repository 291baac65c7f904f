import { join } from 'node:path';
import type { Scan } from '../azure/arm-object';
import type { AzureReport } from '../azure/findings-of-azure';
import type { Inventory } from '../azure/inventory';
import { counted } from '../counted';
import { plural, table } from './terminal';

/** Reasons that are shown; scan.json has all of them. */
const MOST_REASONS = 20;

/** What a scan read, by type, what it could not, and how what was read stands. */
export function scanText(
  scan: Scan,
  { level, total }: Inventory,
  out: string,
  findings: ReadonlyMap<string, AzureReport>,
): string {
  const types = counted(scan.objects.map(({ type }) => type));
  const reasons = counted(scan.unread.map(({ id, why }) => `${collectionOf(id)}\n${why}`));
  const shown = reasons.slice(0, MOST_REASONS).map(([text, count]) => {
    const [what, why] = text.split('\n');
    return [String(count), what, why];
  });
  const more = reasons.length - shown.length;
  return [
    table(
      ['OBJECTS', 'TYPE'],
      types.map(([type, count]) => [String(count).padStart('OBJECTS'.length), type]),
    ),
    '',
    ...(shown.length
      ? [
          'Not read',
          table(['TIMES', 'WHAT', 'WHY'], shown),
          ...(more > 0 ? [`… and ${plural(more, 'reason')} more`] : []),
          '',
        ]
      : []),
    ...[...findings].map(([source, report]) => `${source}.json: ${plural(report.value.length, 'record')}`),
    `${plural(scan.objects.length, 'object')} of ${plural(scan.subscriptions.length, 'subscription')}, ${plural(scan.unread.length, 'thing')} not read.`,
    `Level ${level} of the benchmark: ${total.compliant} compliant, ${total.deviating} deviating, ${total.excepted} excepted, ${total.unknown} cannot be told.`,
    ...(total.inTerraform === undefined
      ? []
      : [`${plural(total.inTerraform, 'resource')} of ${total.assets} stand in the states given.`]),
    '',
    `Written to ${out}: ${['scan.json', 'inventory.json', ...[...findings.keys()].map((source) => `${source}.json`)].join(', ')}.`,
    `Next: plumbline check ${join(out, 'scan.json')}, or plumbline plan --live ${out} --out plumbline-out`,
  ].join('\n');
}

/** The same counts for programs; the files in `out` have what is behind them. */
export function scanJson(
  { objects, subscriptions, unread }: Scan,
  { level, total }: Inventory,
  out: string,
  findings: ReadonlyMap<string, AzureReport>,
): string {
  const result = {
    out,
    subscriptions: subscriptions.length,
    objects: Object.fromEntries(counted(objects.map(({ type }) => type))),
    unread,
    findings: Object.fromEntries([...findings].map(([source, { value }]) => [source, value.length])),
    level,
    total,
  };
  return JSON.stringify(result, null, 2);
}

/** One line for what was refused of a thousand vaults: the kind of child, or the subscription itself. */
function collectionOf(id: string): string {
  const [, subscription, below] = /^(\/subscriptions\/[^/]+)(?:\/(.*))?$/i.exec(id) ?? [];
  if (subscription === undefined) return id;
  if (below === undefined) return subscription;
  const [, behind] = /^resourcegroups\/[^/]+\/providers\/(.*)$/i.exec(below) ?? [];
  if (behind === undefined) return `${subscription}/${below}`;
  const names = behind.split('/');
  return names.filter((_, i) => i === 0 || i % 2 === 1).join('/');
}
