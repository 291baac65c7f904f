import type { Draft } from './draft';
import type { Format } from './format';
import { at, list, textAt } from './json';
import { addProwler } from './prowler-record';

/** Prowler's JSON: OCSF of every version, and its own of version 3. */
export const prowler: Format = {
  name: 'prowler',
  title: 'Prowler, `prowler azure -M json-ocsf`',
  shape: 'a list with `metadata.event_code` and `status_code`, or with `CheckID` and `StatusExtended`',
  recognises: ({ json }) =>
    list(json)
      .slice(0, 20)
      .some((each) => isOcsf(each) || isNative(each)),
  read({ json }, draft) {
    // Where runs were appended to one file, each is a list of its own.
    for (const each of list(json).flatMap((one) => (Array.isArray(one) ? list(one) : [one])))
      if (isNative(each)) readNative(each, draft);
      else readOcsf(each, draft);
  },
};

const isOcsf = (each: unknown): boolean =>
  at(each, 'metadata', 'event_code') !== undefined && at(each, 'status_code') !== undefined;

const isNative = (each: unknown): boolean =>
  at(each, 'CheckID') !== undefined && at(each, 'StatusExtended') !== undefined;

/** `status` is what somebody did about it, `status_code` how the check ended. */
function readOcsf(each: unknown, draft: Draft): void {
  const resources = list(at(each, 'resources'));
  const account = textAt(each, 'cloud', 'account', 'uid');
  const about = {
    provider: textAt(each, 'cloud', 'provider') ?? textAt(each, 'unmapped', 'provider'),
    check: textAt(each, 'metadata', 'event_code'),
    status: textAt(each, 'status_code'),
    isMuted: textAt(each, 'status')?.toLowerCase() === 'suppressed',
    severity: textAt(each, 'severity'),
    message: textAt(each, 'status_detail') ?? textAt(each, 'message') ?? textAt(each, 'finding_info', 'title'),
    // What is about the tenant has its id for that of the subscription.
    subscription: account === textAt(each, 'cloud', 'org', 'uid') ? undefined : account,
  };
  for (const resource of resources.length > 0 ? resources : [undefined])
    addProwler({ ...about, resource: textAt(resource, 'uid') }, draft);
}

function readNative(each: unknown, draft: Draft): void {
  addProwler(
    {
      provider: textAt(each, 'Provider'),
      check: textAt(each, 'CheckID'),
      status: textAt(each, 'Status'),
      isMuted: at(each, 'Muted') === true,
      severity: textAt(each, 'Severity'),
      message: textAt(each, 'StatusExtended') ?? textAt(each, 'CheckTitle'),
      resource: textAt(each, 'ResourceId'),
      subscription: textAt(each, 'SubscriptionId'),
    },
    draft,
  );
}
