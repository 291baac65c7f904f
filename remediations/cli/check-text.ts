import { append } from '../../controls/append';
import type { Severity } from '../../controls/control';
import { type CheckResult, deviationText, type Row } from '../check';
import { exceptionText, expiredText } from '../profile/exceptions';
import { cisText } from '../render/review';
import { type Gate, isAtGate } from './gate';
import { colors, plural, table } from './terminal';

const PAINT: Readonly<Record<Severity, (text: string) => string>> = {
  critical: colors.red,
  high: colors.red,
  medium: colors.yellow,
  low: colors.dim,
};

interface Judging {
  readonly level: 1 | 2;
  /** What `plumbline plan` reads to change what deviates, as arguments. */
  readonly source: string;
  readonly gate: Gate;
}

/** What `plumbline check` says on a terminal: resource by resource, what deviates, then what cannot be told. */
export function checkText(
  result: CheckResult,
  errors: readonly string[],
  notes: readonly string[],
  { level, source, gate }: Judging,
): string {
  const { deviating, unknown, excepted, compliant, resources } = result;
  const width = Math.max(0, ...deviating.map(({ control }) => control.id.length));
  const parts = [...groups(deviating).values()].map(
    (rows) =>
      `${title(rows[0])}\n${[...byControl(rows).values()].map((each) => deviationLine(each, width)).join('\n')}`,
  );
  if (unknown.length) parts.push(`Cannot be told:\n${side(unknown, (row) => row.why ?? '')}`);
  if (excepted.length) parts.push(`Excepted:\n${side(excepted, (row) => exceptionText(row.exception!))}`);
  parts.push(...notes.map((note) => `Note: ${note}`));
  parts.push(...errors.map((error) => colors.yellow(`does not parse: ${error}`)));
  const count = (rows: readonly Row[]) =>
    [...groups(rows).values()].reduce((sum, each) => sum + byControl(each).size, 0);
  const rest = [
    `${compliant} checks passed`,
    `${unknown.length} cannot be told`,
    ...(excepted.length ? [`${excepted.length} excepted`] : []),
  ];
  parts.push(
    `Level ${level}: ${plural(resources, 'resource')} judged, ${plural(count(deviating), 'deviation')} on ${plural(groups(deviating).size, 'resource')}, ${rest.join(', ')}.`,
  );
  if (deviating.length && gate !== 'low') parts.push(gateText(count, deviating, gate));
  if (deviating.length)
    parts.push(`Next: plumbline plan ${source} --out plumbline-out, or plumbline explain <control>`);
  return parts.join('\n\n');
}

/** Why a pipeline fails, or goes on although something deviates. */
function gateText(count: (rows: readonly Row[]) => number, deviating: readonly Row[], gate: Gate): string {
  if (gate === 'none') return '--fail-on none: no deviation fails.';
  const number = count(deviating.filter(({ control }) => isAtGate(control.severity, gate)));
  return `--fail-on ${gate}: ${number} of ${count(deviating)} ${number === 1 ? 'fails' : 'fail'}.`;
}

const place = ({ file, lines, environment }: Row): string =>
  file ? `${file}:${lines?.[0]}${environment ? ` (${environment})` : ''}` : '';

const title = (row: Row): string =>
  [colors.bold(row.address), ...(row.construct ? [`(${row.construct})`] : []), colors.dim(place(row))]
    .join('  ')
    .trimEnd();

const groups = (rows: readonly Row[]) => grouped(rows, (row) => `${row.file} ${row.address} ${row.environment ?? ''}`);
const byControl = (rows: readonly Row[]) => grouped(rows, (row) => row.control.id);

function grouped(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) append(found, key(row), row);
  return found;
}

function deviationLine(rows: readonly Row[], width: number): string {
  const [{ control, exception }] = rows;
  const texts = rows.map(({ deviation, at, lines }) => {
    const line = at && at.line !== lines?.[0] ? colors.dim(` (line ${at.line})`) : '';
    return deviationText(deviation!) + line;
  });
  const over = exception ? `; ${expiredText(exception)}` : '';
  const number = cisText(control).replace('CIS ', '');
  return `  ${PAINT[control.severity](control.severity.padEnd(8))} ${number.padEnd(13)} ${control.id.padEnd(width)}  ${texts.join('; ')}${over}`;
}

const side = (rows: readonly Row[], text: (row: Row) => string): string =>
  table(
    ['CONTROL', 'RESOURCE', 'AT', 'WHY'],
    rows.map((row) => [row.control.id, row.address, place(row), text(row)]),
  );
