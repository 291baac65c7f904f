import { hasColumns, readRows, tableOf } from './csv';
import type { Format } from './format';
import { addProwler } from './prowler-record';

/** Prowler's tables: that of its results, and those of one framework, which list a result once for each requirement. */
export const prowlerCsv: Format = {
  name: 'prowler-csv',
  title: 'Prowler, `prowler azure -M csv`, with the tables of its compliance frameworks',
  shape: 'columns `PROVIDER`, `STATUS` and `CHECK_ID` or `CHECKID`',
  recognises: ({ text }) => hasColumns(tableOf(text), 'provider', 'checkid', 'status'),
  read({ text }, draft) {
    const table = tableOf(text);
    if (!table) return;
    readRows(table, draft, (cell) => {
      const account = cell('accountuid', 'subscriptionid');
      addProwler(
        {
          provider: cell('provider'),
          check: cell('checkid'),
          status: cell('status'),
          isMuted: cell('muted')?.toLowerCase() === 'true',
          severity: cell('severity'),
          message: cell('statusextended', 'checktitle'),
          resource: cell('resourceuid', 'resourceid'),
          subscription: account === cell('accountorganizationuid') ? undefined : account,
        },
        draft,
      );
    });
  },
};
