import { inAzure } from './arm-id';
import type { Draft } from './draft';
import { compact } from './json';
import { severity } from './place';

/** What each of Prowler's formats says of one result. */
export interface ProwlerRecord {
  readonly provider: string | undefined;
  readonly check: string | undefined;
  readonly status: string | undefined;
  readonly isMuted: boolean;
  readonly severity?: string | undefined;
  readonly message: string | undefined;
  readonly resource: string | undefined;
  readonly subscription: string | undefined;
}

const STATUSES: ReadonlyMap<string, string> = new Map([
  ['pass', 'passed'],
  ['manual', 'manual'],
  ['info', 'informational'],
]);

/** Puts a result into the draft: a failure that nobody muted, of Azure. */
export function addProwler(result: ProwlerRecord, draft: Draft): void {
  const reason = notFailed(result);
  const { check } = result;
  if (check === undefined || reason) draft.ignore(reason ?? 'unreadable');
  else
    draft.add(
      compact({
        scanner: 'prowler' as const,
        rule: check,
        subject: inAzure(result.resource, result.subscription),
        message: result.message ?? check,
        severity: severity(result.severity),
      }),
    );
}

function notFailed({ provider, status, isMuted }: ProwlerRecord): string | undefined {
  if (provider !== undefined && provider.toLowerCase() !== 'azure') return 'not-azure';
  const word = status?.toLowerCase() ?? '';
  if (word !== 'fail') return STATUSES.get(word) ?? 'unreadable';
  return isMuted ? 'suppressed' : undefined;
}
