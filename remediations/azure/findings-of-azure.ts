import { textAt } from '../findings/json';
import { type Arm, entriesOf, listed, Unreadable, wordAt } from './arm';
import type { Unread } from './arm-object';
import { withoutSecrets } from './secrets';

/** What Azure itself finds, in the shapes of its REST API, which `plumbline plan --findings` reads. */
export interface AzureFindings {
  readonly rows: unknown[];
  readonly unread: Unread[];
}

export type FindingSource = 'defender' | 'policy';
export const FINDING_SOURCES: readonly FindingSource[] = ['defender', 'policy'];

const SOURCES: Readonly<
  Record<FindingSource, { readonly path: string; read(arm: Arm, path: string): Promise<unknown[]> }>
> = {
  defender: {
    path: 'providers/Microsoft.Security/assessments',
    read: (arm, path) => listed(arm, path, { 'api-version': '2021-06-01' }),
  },
  policy: { path: 'providers/Microsoft.PolicyInsights/policyStates/latest/queryResults', read: readStates },
};

/** Assessments of Defender for Cloud, or states of Azure Policy that do not comply, of one subscription. */
export async function readFindings(arm: Arm, source: FindingSource, subscription: string): Promise<AzureFindings> {
  const { path, read } = SOURCES[source];
  const id = `/subscriptions/${subscription}/${path}`;
  try {
    return { rows: (await read(arm, id)).map(withoutSecrets), unread: [] };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { rows: [], unread: [{ id, why: error.why }] };
  }
}

/** A report as the service gives it out, of all subscriptions. */
export interface AzureReport {
  readonly '@odata.context'?: string;
  readonly '@odata.count'?: number;
  readonly value: readonly unknown[];
}

export const reportOf = (source: FindingSource, rows: readonly unknown[]): AzureReport =>
  source === 'defender'
    ? { value: rows }
    : {
        '@odata.context':
          textAt(rows[0], '@odata.context') ?? '/providers/Microsoft.PolicyInsights/policyStates/$metadata#latest',
        '@odata.count': rows.length,
        value: rows,
      };

const STATES = { 'api-version': '2019-10-01', $filter: "complianceState eq 'NonCompliant'" };

/** The one list that is asked for by POST on every page. */
async function readStates(arm: Arm, path: string): Promise<unknown[]> {
  const rows: unknown[] = [];
  const seen = new Set<string>();
  let answer = await arm.post(path, STATES);
  for (;;) {
    rows.push(...entriesOf(answer));
    const next = wordAt(answer, '@odata.nextLink');
    if (next === undefined) return rows;
    if (seen.has(next)) throw new Unreadable('the list goes round in a circle');
    seen.add(next);
    answer = await arm.post(next, {});
  }
}
