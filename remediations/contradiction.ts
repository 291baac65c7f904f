import { attributeFacts, type Major } from '../controls/provider/facts';
import { type Attributes, isAbsent, isList, isObject, type Resource, type Value } from '../controls/value';

/**
 * The attribute that stands in the code and that azurerm does not take together with a new one.
 * @param path of the attribute that would be new, dotted, without indexes
 * @param leaving attributes that go with the same change
 */
export function contradiction(
  { type, attributes }: Resource,
  path: string,
  major: Major,
  leaving: readonly string[],
): string | undefined {
  const steps = path.split('.');
  const names = steps
    .map((_, i) => steps.slice(0, i + 1).join('.'))
    .filter((each) => isAbsent(valueAt(attributes, each)));
  return names
    .flatMap((each) => attributeFacts(type, each, major)?.conflictsWith ?? [])
    .find((other) => !leaving.includes(other) && !isAbsent(valueAt(attributes, other)));
}

function valueAt(attributes: Attributes, path: string): Value | undefined {
  return path.split('.').reduce<Value | undefined>((at, name) => {
    const block = isList(at) && at.length === 1 ? at[0] : at;
    return isObject(block) ? block[name] : undefined;
  }, attributes);
}
