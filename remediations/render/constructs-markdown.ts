import { append } from '../../controls/append';
import type { ToldConstruct, ToldProperty } from '../cdktf/told';
import type { Finding } from '../findings/finding';
import type { Change } from '../plan-types';
import { codeMarkdown as code, plainMarkdown as plain } from './markdown';
import { changeId, cisText, findingText } from './review';

const SHOWN = 12;
/** Constructs that a reviewer still reads. */
const MOST = 100;

/** The section of plan.md for code that nobody here edits: construct by construct, what to write where. */
export function constructsSection(constructs: readonly ToldConstruct[]): string[] {
  if (!constructs.length) return [];
  const alike = new Map<string, ToldConstruct[]>();
  for (const each of constructs) append(alike, sameCode(each), each);
  const groups = [...alike.values()];
  return [
    '## In CDKTF code',
    '',
    'These findings are on what CDKTF wrote. Nothing here edits the program: change it as follows, synthesize and scan again.',
    '',
    ...groups.slice(0, MOST).flatMap(constructLines),
    ...(groups.length > MOST ? [`… and ${groups.length - MOST} constructs more: see plan.json.`, ''] : []),
  ];
}

/** The same for constructs that one line makes, and that want the same there. */
function sameCode({ creations, element, code: snippet, additions }: ToldConstruct): string {
  const [only, ...more] = creations;
  const place = only && !more.length ? `${only.file}:${only.line}` : element.path;
  return [place, element.className, snippet, ...additions.map((each) => each.code)].join('\n');
}

function constructLines(group: readonly ToldConstruct[]): string[] {
  const [construct] = group;
  const { element, properties, additions, code: snippet, swap } = construct;
  const paths = group.map((each) => each.element.path);
  const alsoMakes = construct.alsoMakes.filter((path) => !paths.includes(path));
  const lines = [`### ${list(paths.map(code))}: ${element.className}${placeSuffix(construct)}`, ''];
  if (construct.creations.length > 1)
    lines.push(
      `One of these makes it: ${construct.creations.map(({ file, line }) => code(`${file}:${line}`)).join(', ')}.`,
      '',
    );
  if (!construct.creations.length)
    lines.push(
      construct.around
        ? `The code of the app does not make it itself: ${code(construct.around.className)} at ${code(`${construct.around.file}:${construct.around.line}`)} does.`
        : 'The code of the app does not show where it is made: look for the path, or synthesize again if the output is old.',
      '',
    );
  if (construct.creations.length === 1 && typeof construct.creations[0].id !== 'string')
    lines.push('Its id is computed there.', '');
  if (alsoMakes.length) lines.push(`The same line makes ${list(alsoMakes.map(code))}: they change along.`, '');
  lines.push(...properties.map(propertyLine));
  lines.push(...additions.map(({ change }) => `- a new ${code(addedType(change))} beside it${about(change)}`), '');
  if (snippet) lines.push(...fenced(snippet));
  for (const each of additions) lines.push(...fenced(`${each.import}\n\n${each.code}`));
  if (swap) lines.push(swapText(swap), '');
  return lines;
}

/** A block of code; values of the code may hold fences themselves. */
function fenced(text: string): string[] {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return [`${fence}ts`, text, fence, ''];
}

const propertyLine = (told: ToldProperty): string => `- ${code(propertyText(told))}${about(told.change)}`;

/** `minTlsVersion: 'TLS1_0' → 'TLS1_2'` */
export function propertyText({ path, from, to, isDefault, remove, isBeside, change }: ToldProperty): string {
  const before = from === undefined || isBeside ? '' : `${flat(from)}${isDefault ? ' (by default)' : ''} → `;
  const gone = remove.map((steps) => `, ${steps.join('.')} goes`).join('');
  const how = isBeside ? ' (one more)' : change.explicit ? ' (the default, made explicit)' : '';
  return `${path}: ${before}${flat(to)}${how}${gone}`;
}

/** Code on one line; its only line ends are those of its layout. */
const flat = (text: string): string =>
  text
    .replace(/\[\n\s*/g, '[')
    .replace(/,\n\s*\]/g, ']')
    .replace(/,\n\s*\}/g, ' }')
    .replace(/\n\s*/g, ' ');

/** `main.ts:12`, or the path in the tree of constructs where the code does not show one place. */
export const placeText = ({ creations, around }: ToldConstruct): string => {
  const [first, ...more] = creations;
  if (first) return `${first.file}:${first.line}${more.length ? ` or ${more.length} more` : ''}`;
  return around ? `in ${around.className}, ${around.file}:${around.line}` : '?';
};

const placeSuffix = ({ creations: [first, ...more] }: ToldConstruct): string =>
  first && !more.length ? ` at ${code(`${first.file}:${first.line}`)}` : '';

/** Why, what to know, and what it closes. */
function about(change: Change): string {
  const why = change.controls.map((control) => `${control.title} (${cisText(control)}, \`${control.id}\`)`).join('; ');
  const fixes = change.explicit ? [] : change.controls.flatMap(({ fix }) => fix ?? []);
  const known = [...new Set(fixes.flatMap(({ consequences }) => consequences))];
  const costs = [...new Set(fixes.flatMap(({ cost }) => cost ?? []))].map((cost) => `Cost: ${cost}`);
  const details = [
    `${change.impact}, priority ${change.priority}.`,
    ...known,
    ...costs,
    ...change.notes.map((note) => `${plain(note)}.`),
    ...(change.findings.length ? [`Closes ${list([...new Set(change.findings.map(ruleText))])}.`] : []),
  ];
  return `: ${why}<br>${details.join(' ')} <sub>${changeId(change)}</sub>`;
}

const ruleText = ({ scanner, rule }: Finding): string =>
  plain(findingText({ scanner, rule, subject: {}, message: '' }));

const addedType = ({ edit: { what } }: Change): string => (what.do === 'add' ? what.type : '');

function swapText({ import: line, fills, level }: NonNullable<ToldConstruct['swap']>): string {
  const ofLevel = level === 2 ? ', after `setLevel(app, 2)`' : '';
  return `Or swap the import: ${code(line)} With \`existing: true\` in the config it writes ${list(fills.map(code))} itself${ofLevel}.`;
}

const list = (items: readonly string[]): string =>
  items.length <= SHOWN ? items.join(', ') : `${items.slice(0, SHOWN).join(', ')} and ${items.length - SHOWN} more`;
