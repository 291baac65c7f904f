import { attributeFacts, attributesOf } from './facts';

// `local_authentication_disabled` became `local_authentication_enabled`: same setting, opposite value.
const isInverted = (a: string, b: string) => a.includes('disable') !== b.includes('disable');

/** What azurerm 5.x calls an attribute of 4.x that it renamed; inverted when the new name means the opposite. */
export function renamedIn5(type: string, path: string): { path: string; inverted: boolean } | undefined {
  const name = attributeFacts(type, path, 4)?.renamedIn5;
  if (name === undefined) return undefined;
  return { path: path.slice(0, path.lastIndexOf('.') + 1) + name, inverted: isInverted(path, name) };
}

const cache = new Map<string, readonly string[]>();

/** Names that an attribute with the same meaning had before and azurerm 4.x still accepts; the last path step only. */
export function formerNames(type: string, path: string): readonly string[] {
  const key = `${type} ${path}`;
  let names = cache.get(key);
  if (!names) {
    const dot = path.lastIndexOf('.') + 1;
    names = [...attributesOf(type, 4)]
      .filter(([other, facts]) => facts.deprecated?.includes(path) && !isInverted(other, path))
      .filter(([other]) => other.lastIndexOf('.') + 1 === dot && other.startsWith(path.slice(0, dot)))
      .map(([other]) => other.slice(dot));
    cache.set(key, names);
  }
  return names;
}
