import { inAzure, lastSegment } from './arm-id';
import type { Draft } from './draft';
import { compact } from './json';

/** What each format says of one resource and one policy, for one assignment of it. */
export interface PolicyState {
  readonly state: string | undefined;
  readonly definition: string | undefined;
  /** What an initiative calls the policy; the only words in a state. */
  readonly reference?: string | undefined;
  readonly resource: string | undefined;
  readonly subscription?: string | undefined;
}

const STATES: ReadonlyMap<string, string> = new Map([
  ['compliant', 'passed'],
  ['exempt', 'exempt'],
  ['protected', 'passed'],
  ['unknown', 'unknown'],
  ['conflict', 'unknown'],
  ['error', 'unknown'],
  ['notstarted', 'unknown'],
  ['notregistered', 'unknown'],
]);

/** Puts a state into the draft, where the resource does not comply. Nothing says how severe that is. */
export function addPolicyState(
  { state, definition, reference, resource, subscription }: PolicyState,
  draft: Draft,
): void {
  const rule = lastSegment(definition);
  const word = state?.toLowerCase() ?? '';
  if (word !== 'noncompliant') draft.ignore(STATES.get(word) ?? 'unreadable');
  else if (rule === undefined) draft.ignore('unreadable');
  else
    draft.add(
      compact({
        scanner: 'azure-policy' as const,
        rule,
        subject: inAzure(resource, subscription),
        message: reference ?? rule,
      }),
    );
}
