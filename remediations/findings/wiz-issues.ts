import { inAzure } from './arm-id';
import { type Cell, hasColumns, readRows, tableOf } from './csv';
import type { Draft } from './draft';
import type { Subject } from './finding';
import type { Format } from './format';
import { compact } from './json';
import { severity } from './place';

/** The issues that Wiz exports. What it finds in code has a format of its own. */
export const wizIssues: Format = {
  name: 'wiz-issues',
  title: 'Wiz, the table of issues',
  shape: 'columns `Control ID`, `Resource external ID`, `Resource Platform` and `Status`',
  recognises: ({ text }) => hasColumns(tableOf(text), 'controlid', 'resourceexternalid', 'resourceplatform', 'status'),
  read({ text }, draft) {
    const table = tableOf(text);
    if (table) readRows(table, draft, (cell) => readIssue(cell, draft));
  },
};

const STATUSES: ReadonlyMap<string, string | undefined> = new Map([
  ['open', undefined],
  ['in_progress', undefined],
  ['resolved', 'resolved'],
  ['ignored', 'suppressed'],
  ['rejected', 'suppressed'],
]);

function readIssue(cell: Cell, draft: Draft): void {
  const rule = cell('controlid');
  const status = cell('status')?.toLowerCase() ?? '';
  const platform = cell('resourceplatform')?.toLowerCase();
  const reason = STATUSES.get(status);
  if (rule === undefined || !STATUSES.has(status)) draft.ignore('unreadable');
  else if (reason) draft.ignore(reason);
  else if (platform !== undefined && platform !== 'azure') draft.ignore('not-azure');
  else
    draft.add(
      compact({
        scanner: 'wiz' as const,
        rule,
        subject: subjectOf(cell),
        message: cell('title') ?? rule,
        severity: severity(cell('severity')),
      }),
    );
}

/** What has no id below a subscription is an object of the directory, or something that Wiz made up of several. */
function subjectOf(cell: Cell): Subject {
  const found = inAzure(cell('resourceexternalid'), undefined);
  return found.armId === undefined ? compact({ azureName: cell('resourcename') }) : found;
}
