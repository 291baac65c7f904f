import type { Deviation } from '../controls/control';
import { FIRST_MINOR_OF_3, typeSinceIn3 } from '../controls/provider/azurerm3';
import { attributeFacts, type Major, majorsOf } from '../controls/provider/facts';
import { formerNames } from '../controls/provider/former-names';
import { contentIn3, isPlainName, pathIn3, type WrittenIn3, writeIn3 } from '../controls/provider/names-in-3';
import { type ProviderVersion, versionText } from '../controls/provider/version';
import { isAbsent, type Path, type Resource, schemaPath, type Value, valueAt } from '../controls/value';
import type { Estate, Located } from './locate/hcl/estate';

/** The deviation under a name that the provider in use knows; a text says why there is none. */
export function inVersion(resource: Resource, deviation: Deviation, version: ProviderVersion): Deviation | string {
  const { add } = deviation;
  if (add) return lacksNew(add, version) ?? deviation;
  const path = schemaPath(deviation.path);
  const majors = majorsOf(resource.type, version);
  const present = resource.attributes[String(deviation.path[0])] !== undefined;
  const knows = (major: Major) => {
    const facts = attributeFacts(resource.type, path, major);
    // Where nobody knows the release, what 3.x calls otherwise is no name for all of them.
    return facts !== undefined && (version.major !== undefined || facts.former === undefined);
  };
  if (!majors.every(knows) && !(present && majors.some(knows)))
    return version.major
      ? `azurerm ${version.major}.x has no ${path} on ${resource.type}`
      : `${path} is not in every azurerm release this code admits (${version.source})`;
  return version.major ? since(resource, deviation, version, version.major) : deviation;
}

/** The name that the release in use has, where the one of the facts came later. */
function since(resource: Resource, deviation: Deviation, { minor }: ProviderVersion, major: Major): Deviation | string {
  const path = schemaPath(deviation.path);
  const facts = attributeFacts(resource.type, path, major);
  // What the newest release brought is written where the newest is taken; of 3.x, that is written which all releases know.
  const oldest = minor ?? (major === 3 ? FIRST_MINOR_OF_3 : Number.POSITIVE_INFINITY);
  if (!facts?.since || facts.former || major === 5 || oldest >= Number(facts.since.split('.')[1])) return deviation;
  // What the code already says, its release knows.
  if (major === 3 && !isAbsent(valueAt(resource.attributes, deviation.path))) return deviation;
  const [former] = major === 4 ? formerNames(resource.type, path) : [];
  if (!former) return `${path} came with azurerm ${facts.since}; the code is for ${major}.${oldest}`;
  return { ...deviation, path: [...deviation.path.slice(0, -1), former] };
}

/** Why a new resource cannot be written: not every release of 3.x that the code admits has its type, or its attributes. */
function lacksNew(
  { type, attributes }: NonNullable<Deviation['add']>,
  { major, minor = FIRST_MINOR_OF_3 }: ProviderVersion,
): string | undefined {
  if (major !== 3 || !type.startsWith('azurerm_')) return undefined;
  const lacking = Object.keys(attributes).find((name) => !attributeFacts(type, name, 3));
  if (lacking) return `azurerm 3.x has no ${lacking} on ${type}`;
  const since = typeSinceIn3(type) ?? 0;
  return minor < since ? `${type} came with azurerm 3.${since}; the code is for 3.${minor}` : undefined;
}

/** Names that the code still has and azurerm 5.x no longer knows: the new name takes their place. */
export const staleNames = ({ type, attributes }: Resource, path: string, { major }: ProviderVersion): string[] =>
  major === 5 && !path.includes('.') ? formerNames(type, path).filter((name) => attributes[name] !== undefined) : [];

/**
 * Where a value stands in the code and what is written there: for 3.x in its own names and words, else as it is.
 * @returns a text where 3.x cannot say it
 */
export function asWritten(
  { type, attributes }: Resource,
  { path, found }: Deviation,
  to: Value,
  { major }: ProviderVersion,
): WrittenIn3 | string {
  return major === 3 ? writeIn3(type, attributes, path, to, found) : { path, to, from: found };
}

/** The attributes of a new resource under the names of the release in use. */
export const newAsWritten = (type: string, content: Value, { major }: ProviderVersion): Value =>
  major === 3 ? contentIn3(type, '', content) : content;

/** The path under which the code says it. */
export const pathAsWritten = ({ type, attributes }: Resource, path: Path, { major }: ProviderVersion): Path =>
  major === 3 ? pathIn3(type, attributes, path) : path;

/** For people: the name in the code, where what it says is read in the same words. */
export function shown(resource: Resource, deviation: Deviation, version: ProviderVersion): Deviation {
  if (version.major !== 3 || deviation.address || deviation.add) return deviation;
  const path = pathAsWritten(resource, deviation.path, version);
  return isPlainName(resource.type, schemaPath(path)) ? { ...deviation, path } : deviation;
}

const mixed = new WeakMap<Estate, boolean>();
/** Whether some root modules are for 3.x and others are not. */
function isMixed(estate: Estate): boolean {
  let answer = mixed.get(estate);
  if (answer === undefined) {
    answer = new Set(estate.roots.map(({ version }) => version.major === 3)).size > 1;
    mixed.set(estate, answer);
  }
  return answer;
}

/**
 * Why a name cannot be written although this root module has it: another one, with or without 3.x, uses the same block and calls
 * it otherwise.
 */
export function otherName(estate: Estate, { block, root }: Located, path: Path, written: Path): string | undefined {
  if (!isMixed(estate)) return undefined;
  const calls = (each: Located) => schemaPath(pathAsWritten(each, path, each.root.version));
  const own = schemaPath(written);
  const other = estate.instances
    .get(block)
    ?.find((each) => each.root.version.major !== root.version.major && calls(each) !== own);
  return (
    other &&
    `it is ${own} in ${root.dir || 'one root module'} (${versionText(root.version)}) and ${calls(other)} in ${other.root.dir || 'another'} (${versionText(other.root.version)}), which share the block: bring them to one release`
  );
}
