import { inAzure } from './arm-id';
import type { ColumnMap, Role } from './columns';
import { type Cell, columnKey, hasColumns, readRows, tableOf } from './csv';
import type { Draft } from './draft';
import type { Format } from './format';
import { compact } from './json';
import { forwardSlashes, lines, severity, typeOf } from './place';

/** Any table whose user says what its columns hold. Its rules are those of any scanner, or ours. */
export const csvColumns: Format = {
  name: 'csv',
  title: 'Any other table (CSV) whose columns are named: `--columns rule=Check,arm=Resource`',
  shape: '`--columns`, where all columns it names are there',
  recognises: ({ text, columns }) => columns !== undefined && hasColumns(tableOf(text), ...keysOf(columns)),
  read({ text, columns }, draft) {
    const table = tableOf(text);
    if (!table || !columns) return;
    const keys = new Map([...columns].map(([role, name]) => [role, columnKey(name)]));
    let unknown: string | undefined;
    readRows(table, draft, (cell) => {
      const at = (role: Role) => cellOf(cell, keys.get(role));
      const status = at('status') ?? '';
      const reason = columns.has('status') ? notFailed(status) : undefined;
      if (reason === 'unreadable') unknown ??= status;
      if (reason) draft.ignore(reason);
      else addRow(at, draft);
    });
    if (unknown !== undefined)
      draft.note(
        `Whether a status is a failure is not known of some words, such as "${unknown}"; their rows are not read.`,
      );
  },
};

const keysOf = (columns: ColumnMap): string[] => [...columns.values()].map(columnKey);

const cellOf = (cell: Cell, key: string | undefined): string | undefined => (key === undefined ? undefined : cell(key));

/** How tools say that a check failed, and how they say that it did not; by key. Yes and no depend on the question. */
const FAILED: ReadonlySet<string> = new Set(
  'fail failed failing failure alarm unhealthy noncompliant notcompliant open opened inprogress active new violation'.split(
    ' ',
  ),
);
const OTHERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    passed: ['pass', 'passed', 'passing', 'ok', 'healthy', 'compliant', 'success'],
    resolved: ['resolved', 'closed', 'fixed', 'done'],
    suppressed: ['suppressed', 'muted', 'ignored', 'dismissed', 'accepted'],
    exempt: ['exempt', 'exempted'],
    skipped: ['skip', 'skipped'],
    manual: ['manual', 'tbd'],
    notApplicable: ['notapplicable', 'na'],
    informational: ['info', 'informational'],
    unknown: ['error', 'unknown'],
  }).flatMap(([reason, words]) => words.map((word) => [word, reason] as const)),
);

/** Why a row is no failure; undefined when it is one. */
function notFailed(status: string): string | undefined {
  const key = columnKey(status);
  return FAILED.has(key) ? undefined : (OTHERS.get(key) ?? 'unreadable');
}

function addRow(cell: (role: Role) => string | undefined, draft: Draft): void {
  const rule = cell('rule');
  if (rule === undefined) {
    draft.ignore('unreadable');
    return;
  }
  const [address, file] = [cell('address'), cell('file')];
  const line = Number(/^\d{1,9}$/.exec(cell('line') ?? '')?.[0]);
  draft.add(
    compact({
      scanner: 'other' as const,
      rule,
      subject: compact({
        ...inAzure(cell('arm'), cell('subscription')),
        azureName: cell('name'),
        ...(address ? { address, type: typeOf(address) } : {}),
        file: file && forwardSlashes(file),
        lines: lines(line, line),
      }),
      message: cell('message') ?? rule,
      severity: severity(cell('severity')),
    }),
  );
}
