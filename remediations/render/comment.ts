import { SEVERITIES } from '../../controls/control';
import { controlById } from '../../controls/index';
import { isObject, type Path, pathText, Reference, Unknown, type Value, valueText } from '../../controls/value';
import { at, integer, list, printable, record, textAt } from '../findings/json';
import type { UnplannedReason } from '../plan-types';
import { plural } from '../plural';
import { codeMarkdown as code, plainMarkdown as plain } from './markdown';
import { IMPACTS, REASONS } from './plan-markdown';
import { cisText } from './review';

/** By which a pipeline finds its own comment again. */
export const MARKER = '<!-- azure-plumbline -->';

/** Longest difference, name or question in a row. */
const LONGEST = 160;
/** Changes that everybody sees; others unfold. */
const OPEN = 10;

interface CommentOptions {
  /** Characters that a comment may have. */
  readonly limit: number;
  /** Where the whole plan is: plan.md in a folder, or an address. */
  readonly where: string;
}

/** What comes one by one, and is left out one by one where there is no room. */
interface Section {
  readonly head: readonly string[];
  readonly entries: readonly string[];
  /** Entries before the others are folded away. */
  readonly open?: number;
  readonly what: string;
}

/**
 * plan.json as a comment on a pull request: what is settled, the most urgent first, what is asked, what stays. Names in it are not
 * ours, and the reader of a comment is told nothing by them: no mention, no markup.
 */
export function planComment(json: unknown, { limit, where }: CommentOptions): string {
  const intro = introduction(json);
  const sections = [changesOf(json), constructsOf(json), overlaysOf(json), questionsOf(json), unplannedOf(json)].filter(
    ({ entries }) => entries.length,
  );
  const last = `<sub>Nothing is applied to Azure. The whole plan: ${where}</sub>`;
  const fixed = [...intro, ...sections.map((section) => text(section, 0)), last].join('\n\n').length;
  const shown = shares(sections, limit - fixed - 1);
  return `${[...intro, ...sections.map((section, i) => text(section, shown[i])), last].join('\n\n')}\n`;
}

/** How many entries of each section fit: one of each in turn, so that none is left out for another. */
function shares(sections: readonly Section[], room: number): number[] {
  const shown = sections.map(() => 0);
  const isOver = sections.map(() => false);
  for (let left = room; !isOver.every(Boolean); )
    for (const [i, { entries }] of sections.entries()) {
      const size = entries[shown[i]]?.length;
      if (size === undefined || size + 1 > left) isOver[i] = true;
      if (isOver[i]) continue;
      left -= size + 1;
      shown[i] += 1;
    }
  return shown;
}

const FOLD = ['', '<details><summary>Others, less urgent</summary>', ''];

/** A section with its first entries. With none it is as long as everything around them. */
function text({ head, entries, open = 0, what }: Section, shown: number): string {
  const all = entries.slice(0, shown);
  const isFolded = shown === 0 || (open > 0 && all.length > open);
  const left = entries.length - shown;
  return [
    ...head,
    ...all.slice(0, open || shown),
    ...(open && isFolded ? [...FOLD, ...head.slice(-2), ...all.slice(open), '', '</details>'] : []),
    ...(left ? ['', `… and ${left} more ${what}: see the whole plan.`] : []),
  ].join('\n');
}

function introduction(json: unknown): string[] {
  const count = (name: string) => integer(at(json, 'counts', name)) ?? 0;
  const changes = list(at(json, 'changes')).length + list(at(json, 'overlays')).length;
  const planned = `${plural(changes, 'change')} for ${plural(count('planned'), 'finding')}`;
  // As many as there are impacts: what stands around the entries has to fit in any case.
  const waves = list(at(json, 'waves'))
    .slice(0, Object.keys(IMPACTS).length)
    .map(
      (wave) => `| ${integer(at(wave, 'number')) ?? ''} | ${impactText(wave)} | ${integer(at(wave, 'changes')) ?? 0} |`,
    );
  return [
    `${MARKER}\n### azure-plumbline: ${planned}`,
    `CIS Microsoft Azure Foundations 3.0.0, level ${integer(at(json, 'level')) ?? 1}. ${count('received')} records: ${count('planned')} closed by these changes, ${count('unplanned')} not changed, ${count('ignored')} no finding.`,
    ...(waves.length ? [['| Wave | Impact | Changes |', '| --: | --- | --: |', ...waves].join('\n')] : []),
  ];
}

const impactText = (of: unknown): string => {
  const impact = textAt(of, 'impact') ?? '';
  return Object.hasOwn(IMPACTS, impact) ? IMPACTS[impact as keyof typeof IMPACTS] : '';
};

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

function changesOf(json: unknown): Section {
  const changes = list(at(json, 'changes'))
    .map((change) => ({ change, priority: integer(at(change, 'priority')) ?? 0 }))
    .sort((a, b) => b.priority - a.priority);
  return {
    head: ['#### Changes, the most urgent first', '', '| Priority | Change | Resource |', '| --: | --- | --- |'],
    entries: changes.map(({ change, priority }) => `| ${priority} | ${changeCell(change)} | ${resourceCell(change)} |`),
    open: OPEN,
    what: 'changes',
  };
}

function changeCell(change: unknown): string {
  const [title = ''] = list(at(change, 'controls')).map((control) => textAt(control, 'title') ?? '');
  return `${plain(short(title))}<br>${code(short(difference(change)))} <sub>${plain(short(textAt(change, 'impact') ?? ''))}</sub>`;
}

function resourceCell(change: unknown): string {
  const [first = '', ...more] = list(at(change, 'resources')).flatMap((each) => (typeof each === 'string' ? each : []));
  const place = `${textAt(change, 'file') ?? ''}:${integer(at(change, 'line')) ?? ''}`;
  return `${code(short(printable(first)))}${more.length ? ` +${more.length}` : ''}<br><sub>${plain(short(place))}</sub>`;
}

/** `min_tls_version: "TLS1_0" → "TLS1_2"`; a new block is named, not spelled out. */
function difference(change: unknown): string {
  const [type, name] = [textAt(change, 'adds', 'type'), textAt(change, 'adds', 'name')];
  if (type && name) return `add ${type}.${name}`;
  const path = list(at(change, 'path')).filter((step) => typeof step === 'string' || typeof step === 'number') as Path;
  const [from, to] = [valueIn(at(change, 'from')), valueIn(at(change, 'to'))];
  if (from === undefined && isObject(to)) return printable(`add ${pathText(path)} { ${Object.keys(to).join(', ')} }`);
  return printable(`${pathText(path)}: ${valueText(from)} → ${valueText(to)}`);
}

/** A value as plan.json writes it. */
function valueIn(json: unknown): Value | undefined {
  if (json === null || json === undefined) return undefined;
  if (Array.isArray(json)) return json.map((each) => valueIn(each) ?? '');
  const object = record(json);
  if (!object) return json as Value;
  const [reference, unknown] = [textAt(object, 'reference'), textAt(object, 'unknown')];
  if (reference !== undefined) return new Reference(reference, [], textAt(object, 'suffix') ?? '');
  if (unknown !== undefined) return new Unknown(unknown);
  return Object.fromEntries(Object.entries(object).map(([name, each]) => [name, valueIn(each) ?? '']));
}

function constructsOf(json: unknown): Section {
  return {
    head: ['#### In CDKTF code, for a person to write', ''],
    entries: list(at(json, 'constructs')).map((construct) => {
      const changes = list(at(construct, 'changes'));
      const [first] = changes;
      return `- ${code(short(textAt(construct, 'path') ?? ''))}: ${code(short(difference(first)))}${changes.length > 1 ? ` and ${changes.length - 1} more` : ''}`;
    }),
    what: 'constructs',
  };
}

function overlaysOf(json: unknown): Section {
  return {
    head: ['#### In no code: remediation stacks', ''],
    entries: [...list(at(json, 'overlays'))]
      .sort((a, b) => worst(b) - worst(a))
      .map((each) => {
        const id = textAt(each, 'overlay', 'armId') ?? '';
        return `- ${plain(short(textAt(each, 'title') ?? ''))}: ${code(short(id.split('/').slice(-2).join('/')))}, ${plain(short(textAt(each, 'overlay', 'strategy') ?? ''))}, ${plain(short(textAt(each, 'impact') ?? ''))}`;
      }),
    what: 'changes of what stands in no code',
  };
}

const controlsOf = (of: unknown) =>
  list(at(of, 'controls')).flatMap((id) => (typeof id === 'string' ? (controlById(id) ?? []) : []));

const worst = (of: unknown): number =>
  Math.max(-1, ...controlsOf(of).map(({ severity }) => SEVERITIES.indexOf(severity)));

function questionsOf(json: unknown): Section {
  return {
    head: ['#### Questions', '', 'An answer in `plumbline.yaml`, under `parameters`, turns findings into changes.', ''],
    entries: list(at(json, 'questions')).map((each) => {
      const resources = list(at(each, 'resources')).length;
      const numbers = [...new Set(controlsOf(each).map(cisText))].join('; ');
      return `- ${code(short(textAt(each, 'parameter') ?? ''))}: ${plain(short(textAt(each, 'question') ?? ''))} (${plural(resources, 'resource')}${numbers ? `; ${short(numbers)}` : ''})`;
    }),
    what: 'questions',
  };
}

function unplannedOf(json: unknown): Section {
  const counts = Object.entries(record(at(json, 'counts', 'byReason')) ?? {}).map(
    ([reason, count]) => [reason, integer(count) ?? 0] as const,
  );
  return {
    head: ['#### Not changed', '', '| Findings | Why |', '| --: | --- |'],
    entries: counts
      .sort(([, a], [, b]) => b - a)
      .map(([reason, count]) => {
        const why = Object.hasOwn(REASONS, reason) ? REASONS[reason as UnplannedReason] : reason;
        return `| ${count} | ${plain(short(printable(why)))} |`;
      }),
    what: 'reasons',
  };
}
