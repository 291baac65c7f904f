import { at, list, record } from './json';

/** How deep wrappers stand in each other; a recorded answer of Resource Graph has six. */
const deepest = 12;
/** Rows that are looked at to tell what a list holds. */
const looked = 20;

/** Members that hold the rows: of answers by REST and Resource Graph, of events, of examples and recordings of them. */
const WRAPPERS = [
  'value',
  'data',
  'records',
  'tables',
  'responses',
  '200',
  'response',
  'body',
  'interactions',
] as const;
/** What has one of these is a row, whatever else it has: an event holds its state in `data`. */
const MARKS = ['id', 'type', 'eventType', 'policyDefinitionId'] as const;

/** The rows of an answer: of one page or several, listed or as columns and rows. What is no object comes as it is. */
export function* azureRows(node: unknown, depth = 0): Generator<unknown> {
  if (Array.isArray(node) && depth < deepest) for (const each of node) yield* azureRows(each, depth + 1);
  else if (isTable(node)) yield* tableRows(node);
  else if (isWrapper(node) && depth < deepest)
    for (const name of WRAPPERS) {
      const inner = at(node, name);
      if (typeof inner === 'object' && inner !== null) yield* azureRows(inner, depth + 1);
    }
  else yield node;
}

/** Whether one of the first rows is of a kind. */
export function hasRow(json: unknown, isOfKind: (row: unknown) => boolean): boolean {
  let left = looked;
  for (const row of azureRows(json)) {
    if (isOfKind(row)) return true;
    if (--left === 0) return false;
  }
  return false;
}

const isTable = (node: unknown): boolean => Array.isArray(at(node, 'columns')) && Array.isArray(at(node, 'rows'));

const isWrapper = (node: unknown): boolean =>
  record(node) !== undefined &&
  !MARKS.some((mark) => at(node, mark) !== undefined) &&
  WRAPPERS.some((name) => at(node, name) !== undefined);

function* tableRows(table: unknown): Generator<unknown> {
  const names = list(at(table, 'columns')).map((column) => at(column, 'name'));
  for (const row of list(at(table, 'rows')))
    yield Array.isArray(row)
      ? Object.fromEntries(row.map((value: unknown, index) => [String(names[index] ?? index), value]))
      : row;
}

/** `at`, where the case of the members' names does not count: one service writes `Id`, another `id`. */
export function member(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const step of path) {
    const exact = at(current, step);
    const object = exact === undefined ? record(current) : undefined;
    const wanted = step.toLowerCase();
    const name = object && Object.keys(object).find((each) => each.toLowerCase() === wanted);
    current = name === undefined ? exact : at(current, name);
  }
  return current;
}

/** A member of a row's `properties`, of the `data` of an event, or of the row itself, as the command line flattens it. */
export function property(row: unknown, ...path: readonly string[]): unknown {
  return member(row, 'properties', ...path) ?? member(row, 'data', ...path) ?? member(row, ...path);
}

/** Whether an answer goes on elsewhere: on a page that is not here, or cut off. */
export function isPartial(json: unknown): boolean {
  const pages = Array.isArray(json) ? json : [json];
  const last: unknown = pages.at(-1);
  const more = ['nextLink', '@odata.nextLink', 'skip_token', '$skipToken'].some((name) => isText(member(last, name)));
  return more || String(at(last, 'resultTruncated')).toLowerCase() === 'true';
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

export const PARTIAL = 'The report is one page of several: the rest of its findings is not in it.';
