import { isBlock } from '../controls/provider/facts';
import { isList, isObject, type Path, sameValue, schemaPath, type Value } from '../controls/value';
import type { Ready, Wish } from './combine';

/** What stands in the code afterwards: of a module from elsewhere the input, which may be the opposite. */
export const writtenBy = ({ written, through }: Ready): Value => through?.to ?? written.to;

/** The contents of one block from all that is wanted in it; undefined when two want different values. */
export function mergeContents(group: readonly Wish[]): Record<string, Value> | undefined {
  const merged: Record<string, Value> = {};
  for (const { draft } of group) {
    const { writing, deviation, resource, written } = draft;
    const to = writtenBy(draft);
    const rest: Path = writing.at === 'absent' ? writing.rest : written.path.slice(-1);
    const added =
      !draft.through && isList(to) && isList(deviation.found) && isBlock(resource.type, schemaPath(deviation.path), 4);
    if (draft.through?.clears.some((name) => !put(merged, [name], null))) return undefined;
    if (!put(merged, rest, added ? to.slice((deviation.found as readonly Value[]).length) : to)) return undefined;
  }
  return merged;
}

const isBlocks = (value: Value): value is readonly Value[] => isList(value) && value.every(isObject);

function put(into: Record<string, Value>, path: Path, value: Value): boolean {
  // The block is there already: what goes into it stands in the value.
  if (!path.length) return isObject(value) && Object.entries(value).every(([name, each]) => put(into, [name], each));
  const [first, ...rest] = path;
  const name = String(first);
  const before = into[name];
  if (!rest.length) {
    if (before === undefined) into[name] = value;
    // Blocks that may repeat stand side by side.
    else if (isBlocks(before) && isBlocks(value)) {
      into[name] = [...before, ...value.filter((each) => !before.some((other) => sameValue(other, each)))];
      return true;
    } else if (isObject(before) && isObject(value))
      return Object.entries(value).every(([inner, each]) => put(before as Record<string, Value>, [inner], each));
    return sameValue(into[name], value) || (isObject(before) && isObject(value));
  }
  if (before !== undefined && !isObject(before)) return false;
  into[name] ??= {};
  return put(into[name] as Record<string, Value>, rest, value);
}

export const structuredCopy = (value: Value): Value =>
  isList(value)
    ? value.map(structuredCopy)
    : isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, structuredCopy(each)]))
      : value;
