import { inAzure } from './arm-id';
import type { Draft } from './draft';
import { compact } from './json';
import { severity } from './place';

/** What each format says of one result. */
export interface PowerpipeResult {
  readonly control: string | undefined;
  readonly status: string | undefined;
  readonly reason: string | undefined;
  readonly title: string | undefined;
  readonly severity: string | undefined;
  readonly resource: string | undefined;
  readonly subscription: string | undefined;
}

const STATUSES: ReadonlyMap<string, string> = new Map([
  ['ok', 'passed'],
  ['info', 'informational'],
  ['skip', 'skipped'],
  ['error', 'unknown'],
  ['tbd', 'manual'],
]);

/** Puts a result into the draft, where it is an alarm about Azure. A control stands in several benchmarks, and so does it. */
export function addPowerpipe(result: PowerpipeResult, draft: Draft): void {
  const status = result.status?.toLowerCase() ?? '';
  const rule = controlName(result.control);
  if (status !== 'alarm') draft.ignore(STATUSES.get(status) ?? 'unreadable');
  else if (rule === undefined) draft.ignore('unreadable');
  else if (/^arn:|^\/\/|^projects\//i.test(result.resource ?? '')) draft.ignore('not-azure');
  else
    draft.add(
      compact({
        scanner: 'powerpipe' as const,
        rule,
        subject: inAzure(result.resource, result.subscription ?? result.resource),
        message: result.reason ?? result.title ?? rule,
        severity: severity(result.severity),
      }),
    );
}

/** `azure_compliance.control.cis_v300_4_1` and `control.cis_v300_4_1` → `cis_v300_4_1`. */
const controlName = (id: string | undefined): string | undefined => id?.slice(id.lastIndexOf('.') + 1) || undefined;
