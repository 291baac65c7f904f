import { hasColumns, readRows, tableOf } from './csv';
import { addAssessment } from './defender-record';
import type { Format } from './format';

/** What the portal exports of Defender's recommendations; later exports have more columns than those of 2021. */
export const defenderCsv: Format = {
  name: 'defender-csv',
  title: 'Defender for Cloud, “Download CSV report” of the portal',
  shape: 'columns `recommendationName`, `resourceId` and `state`',
  recognises: ({ text }) => hasColumns(tableOf(text), 'recommendationname', 'resourceid', 'state'),
  read({ text }, draft) {
    const table = tableOf(text);
    if (!table) return;
    readRows(table, draft, (cell) =>
      addAssessment(
        {
          key: cell('recommendationname'),
          id: cell('recommendationid'),
          state: cell('state'),
          cloud: cell('cloud'),
          resource: cell('resourceid'),
          subscription: cell('subscriptionid'),
          title: cell('recommendationdisplayname'),
          severity: cell('severity'),
        },
        draft,
      ),
    );
  },
};
