import { modulePrefix, withoutKeys } from '../../controls/address';
import { isObject, pathText, valueText } from '../../controls/value';
import { printable } from '../findings/json';
import type { Change } from '../plan-types';
import { effectsOf, saidBy } from './plan-json';
import { IMPACTS } from './plan-markdown';
import { changeId, cisText, closedBy, differenceText, RESTORES, shortDifference, siteOf, some } from './review';

/** Longest subject, and longest line of the body where a blank allows it. */
const WIDTH = 72;

/**
 * What `git log` tells of changes that are committed together: what and where in the subject, why in the body. The last
 * paragraph names the entries of plan.json; nothing that was read can add to it, because it begins no line.
 */
export function commitMessage(changes: readonly Change[]): string {
  const [first, ...others] = changes;
  const trailers = changes.map((change) => `Plumbline-Change: ${changeId(change)}`);
  return `${[subject(first, others.length), ...changes.map(paragraph), trailers.join('\n')].join('\n\n')}\n`;
}

/** What is done to which resource: of several ways to say it, the one that says most and fits. */
function subject(change: Change, others: number): string {
  const { edit, path, from, to } = change;
  const [address, ...more] = change.resources;
  const tail = `${more.length ? ` +${more.length}` : ''}${others ? `, and ${others} more` : ''}`;
  const isAddition = edit.what.do === 'add';
  const what = edit.what.do === 'add' ? edit.what.type : pathText(path);
  const verb = isAddition || (from === undefined && isObject(to)) ? 'add' : 'set';
  const value = isAddition || isObject(to) ? '' : ` to ${valueText(to)}`;
  const short = isAddition ? withoutProvider(what) : what.slice(what.lastIndexOf('.') + 1);
  const near = withoutProvider(address.slice(modulePrefix(address).length));
  const tries = [
    [shortDifference(change), address],
    [`${verb} ${what}${value}`, address],
    [`${verb} ${what}${value}`, near],
    [`${verb} ${what}`, near],
    [`${verb} ${short}${value}`, near],
    [`${verb} ${short}`, near],
    [`${verb} ${short}`, withoutKeys(near)],
  ].map(([doing, where]) => `fix: ${plain(`${doing} ${isAddition ? 'for' : 'on'} ${where}`)}`);
  const room = WIDTH - tail.length;
  return (tries.find((text) => [...text].length <= room) ?? cut(tries[tries.length - 1], room)) + tail;
}

const withoutProvider = (text: string): string => text.replace(/^azurerm_/, '');

const cut = (text: string, most: number): string =>
  `${[...text]
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;

function paragraph(change: Change): string {
  const effects = change.explicit
    ? ['Terraform plans no change for it: it is the default already, and a scanner wants to see it.']
    : [...effectsOf(change.controls), `Undo: ${RESTORES[saidBy(change.controls).restores]}.`];
  const items = [
    `${siteOf(change).file}: ${differenceText(change)}`,
    `For ${some(change.resources)}.`,
    `Impact: ${IMPACTS[change.impact]}. Priority ${change.priority}.`,
    ...effects,
    `Closes ${some(closedBy(change.findings))}.`,
    ...change.notes.map((note) => `Note: ${note}`),
  ];
  const whys = change.controls.map((control) =>
    wrapped(`${control.title} (${cisText(control)}, ${control.id}). ${control.why}`, ''),
  );
  return [...whys, items.map((item) => wrapped(`- ${plain(item)}`, '  ')).join('\n')].join('\n\n');
}

/** On one line, and nothing that GitHub or Azure DevOps would take for a person to tell or an issue to close. */
const plain = (text: string): string =>
  printable(text)
    .replace(/(^|\W)@(?=\w)/g, '$1@ ')
    .replace(/#(?=\d)|\bGH-(?=\d)/gi, '$& ');

/** Lines broken at blanks; further ones begin with `indent`. */
function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line.trim() && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].join('\n');
}
