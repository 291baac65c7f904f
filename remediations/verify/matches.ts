import { modulePrefix, withoutKeys } from '../../controls/address';
import { isAbsent, isList, isObject, Reference, type Resource, Unknown, type Value } from '../../controls/value';
import { record, textAt } from '../findings/json';

export type Match = 'yes' | 'no' | 'unknown';

/** Where a value of plan.json is looked for: the resource it was planned for, and all others of the same Terraform plan. */
export interface Context {
  readonly owner: Resource;
  readonly byAddress: ReadonlyMap<string, Resource>;
}

const all = (matches: readonly Match[]): Match =>
  matches.includes('no') ? 'no' : matches.includes('unknown') ? 'unknown' : 'yes';
const any = (matches: readonly Match[]): Match =>
  matches.includes('yes') ? 'yes' : matches.includes('unknown') ? 'unknown' : 'no';

/**
 * Whether the planned value at a path is the one of plan.json. Repeated blocks are sets to Terraform: an index that does not
 * fit any more is forgiven where one of the other blocks does.
 */
export function matchesAt(
  planned: Value | undefined,
  path: readonly (string | number)[],
  to: unknown,
  context: Context,
): Match {
  if (planned instanceof Unknown || planned instanceof Reference)
    return path.length ? 'unknown' : matches(planned, to, context);
  const [step, ...rest] = path;
  if (step === undefined) return matches(planned, to, context);
  if (typeof step === 'string') return matchesAt(isObject(planned) ? planned[step] : undefined, rest, to, context);
  if (isList(planned)) return any(planned.map((each) => matchesAt(each, rest, to, context)));
  return matchesAt(planned, rest, to, context);
}

/** Whether a planned value holds what plan.json says: blocks may hold more, lists of plain values may not. */
export function matches(planned: Value | undefined, to: unknown, context: Context): Match {
  if (textAt(to, 'reference') !== undefined) return refersTo(planned, to, context);
  if (planned instanceof Unknown) return 'unknown';
  if (to === null || to === undefined) return isAbsent(planned) ? 'yes' : 'no';
  if (planned instanceof Reference) return 'no';
  if (Array.isArray(to)) {
    const found = isList(planned) ? planned : isAbsent(planned) ? [] : [planned];
    if (!to.some(record) && found.length !== to.length) return 'no';
    return all(to.map((each: unknown) => any(found.map((one) => matches(one, each, context)))));
  }
  const wanted = record(to);
  if (wanted) {
    const block = isList(planned) && planned.length === 1 ? planned[0] : planned;
    if (!isObject(block)) return 'no';
    return all(Object.entries(wanted).map(([name, value]) => matches(block[name], value, context)));
  }
  // Terraform prints a number that code wrote as text, and the other way round, as the attribute's type wants.
  return String(planned) === String(to) ? 'yes' : 'no';
}

function refersTo(planned: Value | undefined, to: unknown, { owner, byAddress }: Context): Match {
  const reference = textAt(to, 'reference') ?? '';
  const suffix = textAt(to, 'suffix') ?? '';
  const dot = reference.lastIndexOf('.');
  const [address, attribute] = [reference.slice(0, dot), reference.slice(dot + 1)];
  const target = address ? byAddress.get(modulePrefix(owner.address) + address) : owner;
  if (planned instanceof Reference) {
    // A plan names the block, never the instance.
    return !target || withoutKeys(planned.address) === withoutKeys(target.address) ? 'yes' : 'no';
  }
  if (isAbsent(planned)) return 'no';
  const value = target?.attributes[attribute];
  if (planned instanceof Unknown || typeof value !== 'string') return 'unknown';
  return planned === value + suffix ? 'yes' : 'no';
}
