import type { Scan } from '../azure/arm-object';
import { type LiveGroup, liveGroups } from '../azure/check-scan';
import type { Looked } from '../exception-register';
import type { Estate } from '../locate/hcl/estate';
import type { Profile } from '../profile/profile';
import { readCode, readScanIn } from './input';

/** What a command was told to look at, read once. */
export interface Sources {
  readonly estate?: Estate;
  readonly live?: { readonly scan: Scan; readonly groups: readonly LiveGroup[] };
}

export function readSources(
  { code, live }: { readonly code?: string; readonly live?: string },
  { environments, provider }: Pick<Profile, 'environments' | 'provider'>,
): Sources {
  const scan = live === undefined ? undefined : readScanIn(live);
  return {
    ...(code === undefined ? {} : { estate: readCode(code, { environments, version: provider }) }),
    ...(scan ? { live: { scan, groups: liveGroups(scan) } } : {}),
  };
}

/** The same, for the register of exceptions. */
export const lookedAt = ({ estate, live }: Sources): Omit<Looked, 'today'> => ({
  ...(estate ? { roots: estate.roots } : {}),
  ...(live ? { live: live.groups } : {}),
});
