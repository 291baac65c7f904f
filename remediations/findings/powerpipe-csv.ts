import { hasColumns, readRows, tableOf } from './csv';
import type { Format } from './format';
import { addPowerpipe } from './powerpipe-record';

/** The table of Powerpipe and Steampipe: columns of their own, then those of dimensions and tags, which differ. */
export const powerpipeCsv: Format = {
  name: 'powerpipe-csv',
  title: 'Powerpipe or Steampipe, `powerpipe benchmark run --output csv`',
  shape: 'columns `control_id`, `resource`, `reason` and `status`',
  recognises: ({ text }) => hasColumns(tableOf(text), 'controlid', 'resource', 'reason', 'status'),
  read({ text }, draft) {
    const table = tableOf(text);
    if (!table) return;
    readRows(table, draft, (cell) =>
      addPowerpipe(
        {
          control: cell('controlid'),
          status: cell('status'),
          reason: cell('reason'),
          title: cell('controltitle'),
          severity: cell('severity'),
          resource: cell('resource'),
          subscription: cell('subscriptionid'),
        },
        draft,
      ),
    );
  },
};
