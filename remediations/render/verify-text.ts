import { valueText } from '../../controls/value';
import { printable } from '../findings/json';
import { type Doing, isLoss } from '../verify/doings';
import type { Outcome, Verification } from '../verify/verify';
import { plainMarkdown } from './markdown';
import { jsonValue } from './review';

/** What verify says, in the order a reviewer wants it: what is wrong, then what is worth knowing. */
interface Section {
  readonly title: string;
  readonly isProblem: boolean;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DOING: Readonly<Record<Doing['what'], string>> = {
  replace: 'destroyed and created anew',
  destroy: 'destroyed',
  forget: 'no longer managed',
  create: 'created',
  update: 'changed',
  import: 'imported',
};
const doingRow = ({ address, what, attributes }: Doing) => [address, DOING[what], attributes.join(', ')];

function outcomeRow({ id, address, path, wanted, planned, why, isHidden }: Outcome): string[] {
  const text = (value: unknown) => printable(JSON.stringify(value) ?? '');
  if (why || !path) return [id, address, path || 'added', why ?? `differs from ${text(wanted)}`];
  return [id, address, path, `wanted ${text(wanted)}, planned ${isHidden ? '(sensitive)' : valueText(planned)}`];
}

function sections({ outcomes, controls, losses, named, others, othersAreNew, isStack }: Verification): Section[] {
  const changes = (match: Outcome['match']) => outcomes.filter((each) => each.match === match).map(outcomeRow);
  const answers = (answer: string) =>
    controls.filter((each) => each.answer === answer).map(({ control, address, text }) => [control, address, text]);
  const change = ['CHANGE', 'RESOURCE', 'ATTRIBUTE', 'WHY'];
  const doing = ['RESOURCE', 'WOULD BE', 'ATTRIBUTES'];
  const other = othersAreNew
    ? 'Not in the plan before, and not wanted'
    : isStack
      ? 'Not wanted by plan.json'
      : 'Other changes, perhaps older';
  const older = othersAreNew ? others.filter(isLoss) : [];
  const rest = othersAreNew ? others.filter((each) => !isLoss(each)) : others;
  return [
    { title: 'Lost without being named', isProblem: true, head: doing, rows: losses.map(doingRow) },
    { title: 'Not as wanted', isProblem: true, head: change, rows: changes('no') },
    { title: 'Controls that fail', isProblem: true, head: ['CONTROL', 'RESOURCE', 'WHY'], rows: answers('no') },
    { title: other, isProblem: othersAreNew || isStack, head: doing, rows: rest.map(doingRow) },
    { title: 'Lost, as in the plan before', isProblem: false, head: doing, rows: older.map(doingRow) },
    { title: 'Replaced or let go, as named', isProblem: false, head: doing, rows: named.map(doingRow) },
    { title: 'Known only after apply', isProblem: false, head: change, rows: changes('unknown') },
    {
      title: 'Controls that cannot be told',
      isProblem: false,
      head: ['CONTROL', 'RESOURCE', 'WHY'],
      rows: answers('unknown'),
    },
  ].filter(({ rows }) => rows.length);
}

/** The verdict in one line, and the figures behind it. */
function summary({ outcomes, controls, losses, isProven }: Verification): string[] {
  const good = outcomes.filter(({ match }) => match === 'yes').length;
  const passed = controls.filter(({ answer }) => answer === 'yes').length;
  return [
    isProven ? 'Proven.' : 'Not proven.',
    ...(outcomes.length ? [`${good} of ${outcomes.length} wanted changes are in Terraform’s plan.`] : []),
    ...(controls.length ? [`${passed} of ${controls.length} controls pass on the planned values.`] : []),
    losses.length ? `${losses.length} resources would be lost.` : 'Nothing is lost that was not named.',
  ];
}

/** For a terminal; `table` and `bold` are those of the terminal. */
export function verifyText(
  verification: Verification,
  table: (head: readonly string[], rows: readonly (readonly string[])[]) => string,
  title: (text: string, isProblem: boolean) => string,
): string {
  const parts = sections(verification).map(
    ({ title: name, isProblem, head, rows }) =>
      `${title(name, isProblem)}\n${table(
        head,
        rows.map((row) => row.map(printable)),
      )}`,
  );
  return [...parts, summary(verification).join(' ')].join('\n\n');
}

/** Rows of one table in a pull request. */
const ROWS = 100;

/** For a pull request. */
export function verifyMarkdown(verification: Verification): string {
  const [verdict, ...figures] = summary(verification);
  const row = (cells: readonly string[]) => `| ${cells.map(plainMarkdown).join(' | ')} |`;
  const parts = sections(verification).map(({ title, isProblem, head, rows }) => {
    const lines = [row(head.map((name) => name[0] + name.slice(1).toLowerCase())), `|${' --- |'.repeat(head.length)}`];
    lines.push(...rows.slice(0, ROWS).map(row));
    if (rows.length > ROWS) lines.push('', `… and ${rows.length - ROWS} more.`);
    const heading = `${title}: ${rows.length}`;
    return isProblem
      ? `### ${heading}\n\n${lines.join('\n')}`
      : `<details><summary>${heading}</summary>\n\n${lines.join('\n')}\n\n</details>`;
  });
  return `${[`## Terraform’s plan: ${verdict.slice(0, -1).toLowerCase()}`, figures.join(' '), ...parts].join('\n\n')}\n`;
}

/** For programs. */
export const verifyJson = (verification: Verification): string =>
  JSON.stringify(
    {
      ...verification,
      outcomes: verification.outcomes.map(({ planned, isHidden, ...each }) => ({
        ...each,
        planned: isHidden ? null : jsonValue(planned),
        ...(isHidden ? { isHidden } : {}),
      })),
    },
    null,
    2,
  );
