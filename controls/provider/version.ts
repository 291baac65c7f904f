import type { Major } from './facts';

/** The azurerm release a piece of code is written for, as far as the code says it. */
export interface ProviderVersion {
  /** Absent when nothing says it. */
  readonly major?: Major;
  /** Where `major` is absent: those that a constraint admits. */
  readonly admits?: readonly Major[];
  /** The highest minor release the code admits, or the one it is locked to; absent when it admits the newest. */
  readonly minor?: number;
  /** Where it was read, for people: `.terraform.lock.hcl`, `required_providers ~> 4.0`. */
  readonly source: string;
  /** Why nothing can be written: the code is for a release whose names are not, or not all, known here. */
  readonly unsupported?: string;
}

export const versionText = (version: ProviderVersion): string =>
  version.major
    ? `azurerm ${version.major}.${version.minor ?? 'x'} (${version.source})`
    : `azurerm, version unknown (${version.source})`;
