import { createHash } from 'node:crypto';
import type { Control } from '../../controls/control';
import { cisNumbers, controlById } from '../../controls/index';
import { isList, isObject, pathText, Reference, Unknown, type Value, valueText } from '../../controls/value';
import type { ToldConstruct } from '../cdktf/told';
import type { Wave } from '../edit/waves';
import type { Finding } from '../findings/finding';
import { printable } from '../findings/json';
import { lineAt } from '../locate/hcl/tree';
import type { LedgerEntry } from '../overlay/ledger';
import type { Change, Plan, Question } from '../plan-types';
import type { Backend } from '../profile/backend';
import { plainMarkdown } from './markdown';

/** A value as JSON: references and unknowns become objects that say what they are. */
export function jsonValue(value: Value | undefined): unknown {
  if (value === undefined) return null;
  if (value instanceof Reference)
    return {
      reference: [value.address, ...value.attribute].join('.'),
      ...(value.suffix ? { suffix: value.suffix } : {}),
    };
  if (value instanceof Unknown) return { unknown: value.why };
  if (isList(value)) return value.map(jsonValue);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, jsonValue(each)]));
  return value;
}

/** Stable across runs and machines: depends on what is changed where, not on order. */
export function changeId(change: Change): string {
  let id = ids.get(change);
  if (!id) {
    id = computeId(change);
    ids.set(change, id);
  }
  return id;
}

const ids = new WeakMap<Change, string>();

function computeId(change: Change): string {
  const { place, what } = change.edit;
  const key = [
    place.file.path,
    JSON.stringify(place.blocks),
    place.attribute,
    place.steps.join('.'),
    pathText(change.path),
    what.do === 'add' ? `${what.type}.${what.name}` : '',
  ];
  return createHash('sha256').update(key.join('\n')).digest('hex').slice(0, 10);
}

/** The most urgent first; of the same urgency in the order they stand in. */
export const byPriority = (changes: readonly Change[]): Change[] =>
  [...changes].sort((a, b) => b.priority - a.priority);

/** Questions that a level asks, and those that only controls on request ask. */
export function byNeed(questions: readonly Question[]): readonly [readonly Question[], readonly Question[]] {
  const isChoice = ({ controls }: Question) => controls.every((id) => controlById(id)?.onRequest !== undefined);
  return [questions.filter((each) => !isChoice(each)), questions.filter(isChoice)];
}

export const siteOf = (change: Change): { file: string; line: number; site: string } => {
  const { place } = change.edit;
  return { file: place.file.path, line: lineAt(place.file, place.start), site: place.site };
};

/** `min_tls_version: "TLS1_0" → "TLS1_2"` */
export function differenceText(change: Change): string {
  const { what } = change.edit;
  if (what.do === 'add') return `add ${what.type}.${what.name}`;
  const explicit = change.explicit ? ' (the default, made explicit)' : '';
  return `${pathText(change.path)}: ${valueText(change.from)} → ${valueText(change.to)}${explicit}`;
}

/** The same in few words, for a terminal: a new block is named, not spelled out. */
export function shortDifference(change: Change): string {
  const isBlock = isObject(change.to) || (isList(change.to) && change.to.some(isObject));
  if (change.edit.what.do !== 'fill' || !isBlock) return differenceText(change);
  return `add ${pathText(change.path)} { ${Object.keys(isObject(change.to) ? change.to : {}).join(', ') || '…'} }`;
}

/** Whether applying the old text brings Azure back. */
export const RESTORES = {
  yes: 'applying the old text restores Azure',
  partly: 'the old text restores Azure in part',
  no: 'the old text does not restore Azure',
} as const;

export const cisText = (control: Control): string => {
  const numbers = cisNumbers(control);
  return numbers.length ? `CIS ${numbers.join(', ')}` : 'not in CIS 3.0.0';
};

export const findingText = (finding: Finding): string => {
  const { address, file, lines, armId } = finding.subject;
  const inCode = [address, file && `${file}${lines ? `:${lines[0]}` : ''}`].filter(Boolean).join(' at ');
  const place = inCode || armId?.split('/').slice(-2).join('/');
  return printable(`${finding.scanner} ${finding.rule}${place ? ` on ${place}` : ''}`);
};

/** Rules with the number of findings each; for where the resources are said already. */
export function closedBy(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  for (const { scanner, rule } of findings) {
    const name = printable(`${scanner} ${rule}`);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => name + (count > 1 ? ` ×${count}` : ''));
}

/** The same as Markdown. */
export const closesText = (findings: readonly Finding[]): string => some(closedBy(findings).map(plainMarkdown));

const SHOWN = 12;

export const some = (items: readonly string[]): string => someOf(items, (item) => item);

/** The first few, and how many more there are; only what is shown is made. */
export function someOf<T>(items: readonly T[], text: (item: T) => string): string {
  const shown = items.slice(0, SHOWN).map(text).join(', ');
  return items.length <= SHOWN ? shown : `${shown} and ${items.length - SHOWN} more`;
}

export const jsonFinding = (finding: Finding) => ({
  scanner: finding.scanner,
  rule: printable(finding.rule),
  ...(finding.subject.address ? { address: printable(finding.subject.address) } : {}),
  ...(finding.subject.armId ? { armId: printable(finding.subject.armId) } : {}),
  ...(finding.subject.file ? { file: printable(finding.subject.file) } : {}),
  ...(finding.subject.lines ? { lines: finding.subject.lines } : {}),
  ...(finding.severity ? { severity: finding.severity } : {}),
});

/** How many of everything; received = planned + unplanned + ignored. */
export function counts(plan: Plan) {
  const planned = new Set([...plan.changes, ...plan.overlays].flatMap((change) => change.findings)).size;
  const byReason: Record<string, number> = {};
  for (const { reason } of plan.unplanned) byReason[reason] = (byReason[reason] ?? 0) + 1;
  const ignored = Object.values(plan.ignored).reduce((sum, count) => sum + count, 0);
  return {
    received: planned + plan.unplanned.length + ignored,
    planned,
    unplanned: plan.unplanned.length,
    ignored,
    byReason: Object.fromEntries(Object.entries(byReason).sort()),
  };
}

export interface PlanDocument {
  readonly plan: Plan;
  readonly waves: readonly Wave[];
  /** Where the changes of CDKTF code belong. */
  readonly constructs?: readonly ToldConstruct[];
  /** Unparsable files, remote modules, stale reports: what a reader should know. */
  readonly notes: readonly string[];
  readonly provider: readonly string[];
  readonly level: 1 | 2;
  readonly sources: readonly string[];
  /** The day given with --today, `2027-06-30`. */
  readonly today?: string;
  /** What earlier plans in the same folder put into remediation stacks. */
  readonly earlier?: readonly LedgerEntry[];
  /** Ids of entries that Terraform lets go of. */
  readonly released?: ReadonlySet<string>;
  /** Where the state of remediation stacks is kept. */
  readonly backend?: Backend;
}
