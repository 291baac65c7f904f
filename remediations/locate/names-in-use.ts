import { attributeFacts, knowsType } from '../../controls/provider/facts';
import { isNameIn3 } from '../../controls/provider/names-in-3';
import type { ProviderVersion } from '../../controls/provider/version';
import type { Resource } from '../../controls/value';

/** The first use of a name of each kind, in words: `azurerm_storage_account.a uses enable_https_traffic_only`. */
export interface NamesInUse {
  /** Only 3.x has it. */
  readonly three?: string;
  /** 4.x or 5.x have it, and 3.x does not. */
  readonly later?: string;
  /** No release that is known here has it. */
  readonly none?: string;
}

/** What the names of attributes tell about the release that code is written for. */
export function namesInUse(resources: Iterable<Resource>): NamesInUse {
  const found: { -readonly [K in keyof NamesInUse]: NamesInUse[K] } = {};
  for (const { address, type, attributes } of resources) {
    if (!type.startsWith('azurerm_') || !knowsType(type)) continue;
    for (const name of Object.keys(attributes)) {
      const kind = name === '//' ? undefined : kindOf(type, name);
      if (kind) found[kind] ??= `${address} uses ${name}`;
    }
  }
  return found;
}

function kindOf(type: string, name: string): keyof NamesInUse | undefined {
  const inThree = isNameIn3(type, name);
  const inLater = attributeFacts(type, name, 4) !== undefined || attributeFacts(type, name, 5) !== undefined;
  if (inThree && inLater) return undefined;
  return inThree ? 'three' : inLater ? 'later' : 'none';
}

/** Names that only 3.x has show that code without a version is for it, and names that no release here has that it is older. */
export function withEvidence(version: ProviderVersion, resources: Iterable<Resource>): ProviderVersion {
  if (version.major) return version;
  const { three, later, none } = namesInUse(resources);
  const unsupported = (why: string) => ({ ...version, unsupported: `${why}: say which version the code is for` });
  if (none) return unsupported(`${none}, which azurerm 3.x, 4.x and 5.x do not have`);
  if (!three) return version;
  const only = `${three}, which only azurerm 3.x has`;
  if (later) return unsupported(`${only}, and ${later}, which it lacks`);
  if (version.admits && !version.admits.includes(3)) return unsupported(`${only}, but ${version.source}`);
  return { major: 3, source: only };
}
