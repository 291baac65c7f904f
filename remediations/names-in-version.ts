import type { Deviation } from '../controls/control';
import { attributeFacts, majorsOf } from '../controls/provider/facts';
import { formerNames } from '../controls/provider/former-names';
import type { ProviderVersion } from '../controls/provider/version';
import { type Resource, schemaPath } from '../controls/value';

/** The deviation under a name that the provider in use knows; a text says why there is none. */
export function inVersion(resource: Resource, deviation: Deviation, version: ProviderVersion): Deviation | string {
  if (deviation.add) return deviation;
  const path = schemaPath(deviation.path);
  const facts = majorsOf(resource.type, version.major).map((major) => attributeFacts(resource.type, path, major));
  const present = resource.attributes[String(deviation.path[0])] !== undefined;
  if (facts.some((each) => !each) && !(present && facts.some(Boolean)))
    return version.major
      ? `azurerm ${version.major}.x has no ${path} on ${resource.type}`
      : `${path} is not in every azurerm release this code admits (${version.source})`;
  const since = version.major === 4 && version.minor !== undefined ? facts[0]?.since : undefined;
  if (!since || version.minor! >= Number(since.split('.')[1])) return deviation;
  const [former] = formerNames(resource.type, path);
  if (!former) return `${path} came with azurerm ${since}; the code is for 4.${version.minor}`;
  return { ...deviation, path: [...deviation.path.slice(0, -1), former] };
}

/** Names that the code still has and azurerm 5.x no longer knows: the new name takes their place. */
export const staleNames = ({ type, attributes }: Resource, path: string, { major }: ProviderVersion): string[] =>
  major === 5 && !path.includes('.') ? formerNames(type, path).filter((name) => attributes[name] !== undefined) : [];
