import versions from './api-versions.json';

const byName = new Map(Object.entries(versions).map(([type, version]) => [type.toLowerCase(), { type, version }]));

/** The type as Azure's reference spells it, where we know it: answers differ in case, Resource Graph lower-cases all. */
export function spelled(type: string): string {
  const known = byName.get(type.toLowerCase());
  if (known) return known.type;
  const slash = type.lastIndexOf('/');
  const parent = slash > 0 ? spelled(type.slice(0, slash)) : undefined;
  return parent === undefined ? type : `${parent}${type.slice(slash)}`;
}

/** The API version that a type is read by, undefined where we know none. A child has that of its parent. */
export function apiVersion(type: string): string | undefined {
  for (let name = type.toLowerCase(); name.includes('/'); name = name.slice(0, name.lastIndexOf('/'))) {
    const known = byName.get(name);
    if (known) return known.version;
  }
  return undefined;
}
