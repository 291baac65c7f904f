/** Adds an item to the list under a key; the list is made when it is the first. */
export function append<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** The same, for sets. */
export function include<K, T>(sets: Map<K, Set<T>>, key: K, item: T): void {
  const set = sets.get(key);
  if (set) set.add(item);
  else sets.set(key, new Set([item]));
}
