import { armExtended, inAzure, lastSegment } from './arm-id';
import type { Draft } from './draft';
import { compact } from './json';
import { severity } from './place';

/** What each format says of one recommendation on one resource. */
export interface Assessment {
  /** Key of the recommendation: the same in every subscription, and the id of the check. */
  readonly key: string | undefined;
  /** Id of the assessment itself, below the resource that it is about. */
  readonly id: string | undefined;
  readonly state: string | undefined;
  /** The cloud that the resource is in; Azure where nothing is said. */
  readonly cloud: string | undefined;
  readonly resource: string | undefined;
  readonly subscription?: string | undefined;
  readonly title: string | undefined;
  readonly severity: string | undefined;
}

const STATES: ReadonlyMap<string, string> = new Map([
  ['healthy', 'passed'],
  ['notapplicable', 'notApplicable'],
  ['exempt', 'exempt'],
]);

/** Puts a recommendation into the draft, where the resource is unhealthy and in Azure. */
export function addAssessment(assessment: Assessment, draft: Draft): void {
  const { key, id, resource, subscription, title } = assessment;
  const rule = (key ?? lastSegment(id))?.toLowerCase();
  const reason = notUnhealthy(assessment);
  if (rule === undefined || reason) draft.ignore(reason ?? 'unreadable');
  else
    draft.add(
      compact({
        scanner: 'defender' as const,
        rule,
        subject: inAzure(resource ?? armExtended(id, 'Microsoft.Security/assessments'), subscription),
        message: title ?? rule,
        severity: severity(assessment.severity),
      }),
    );
}

/** Accounts of other clouds stand below a connector. */
const connector = /\/providers\/microsoft\.security\/securityconnectors\//i;

function notUnhealthy({ cloud, resource, id, state }: Assessment): string | undefined {
  if (cloud !== undefined && cloud.toLowerCase() !== 'azure') return 'not-azure';
  if (connector.test(resource ?? id ?? '')) return 'not-azure';
  const word = state?.toLowerCase() ?? '';
  return word === 'unhealthy' ? undefined : (STATES.get(word) ?? 'unreadable');
}
