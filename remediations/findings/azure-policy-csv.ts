import { addPolicyState } from './azure-policy-record';
import { hasColumns, readRows, tableOf } from './csv';
import type { Format } from './format';

/** The report of the GitHub action azure/policy-compliance-scan. */
export const azurePolicyCsv: Format = {
  name: 'azure-policy-csv',
  title: 'Azure Policy, the report of `azure/policy-compliance-scan`',
  shape: 'columns `RESOURCE_ID`, `POLICY_DEF_ID` and `COMPLIANCE_STATE`',
  recognises: ({ text }) => hasColumns(tableOf(text), 'resourceid', 'policydefid', 'compliancestate'),
  read({ text }, draft) {
    const table = tableOf(text);
    if (!table) return;
    readRows(table, draft, (cell) =>
      addPolicyState(
        { state: cell('compliancestate'), definition: cell('policydefid'), resource: cell('resourceid') },
        draft,
      ),
    );
  },
};
