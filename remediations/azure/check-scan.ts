import type { ProviderVersion } from '../../controls/provider/version';
import { Surroundings } from '../../controls/surroundings';
import { type CheckOptions, type CheckResult, check, deviationText } from '../check';
import type { Finding, Report } from '../findings/finding';
import type { Scan } from './arm-object';
import { type LiveResource, liveResources } from './live-resources';

/** Remediation stacks are written for this release, so live resources are judged by its names. */
export const LIVE_VERSION: ProviderVersion = { major: 4, source: 'live in Azure' };

/** The resources of one subscription and what stands around each. */
export interface LiveGroup {
  /** Lower case; '' for what is in no subscription. */
  readonly subscription: string;
  readonly resources: readonly LiveResource[];
  readonly around: Surroundings;
  /** All resources of the subscription were read: what is not here is not there. */
  readonly isWhole: boolean;
}

/** Made once for a scan: by subscription, in their order. */
export function liveGroups(scan: Pick<Scan, 'objects' | 'unread' | 'complete'>): LiveGroup[] {
  const whole = new Set(scan.complete);
  return [...liveResources(scan)]
    .map(([subscription, resources]) => ({
      subscription,
      resources,
      around: new Surroundings(LIVE_VERSION, resources),
      isWhole: whole.has(`/subscriptions/${subscription}/resources`),
    }))
    .sort((a, b) => (a.subscription < b.subscription ? -1 : 1));
}

/** Judges what a scan read. A subscription is all there is of itself: what it lacks deviates. */
export function checkScan(groups: readonly LiveGroup[], options: CheckOptions): CheckResult {
  const results = groups.map((group) => {
    const owns = group.isWhole ? (['subscription'] as const) : [];
    const result = check([group], { ...options, owns });
    const named = result.deviating.map((row) =>
      row.address === 'the subscription' ? { ...row, address: `/subscriptions/${group.subscription}` } : row,
    );
    return { ...result, deviating: named };
  });
  const sum = (name: 'compliant' | 'resources') => results.reduce((total, each) => total + each[name], 0);
  return {
    deviating: results.flatMap(({ deviating }) => deviating),
    unknown: results.flatMap(({ unknown }) => unknown),
    excepted: results.flatMap(({ excepted }) => excepted),
    compliant: sum('compliant'),
    resources: sum('resources'),
  };
}

/** What was found of live resources as a report, for planning without a scanner. */
export function asLiveReport({ deviating, excepted }: CheckResult): Report {
  const findings = new Map<string, Finding>();
  for (const { control, address, deviation } of [...deviating, ...excepted])
    findings.set(`${address} ${control.id}`, {
      scanner: 'plumbline',
      rule: control.id,
      subject: { armId: address },
      message: deviation ? deviationText(deviation) : control.title,
      severity: control.severity,
    });
  return { source: 'plumbline scan', format: 'plumbline', findings: [...findings.values()], ignored: {}, notes: [] };
}
