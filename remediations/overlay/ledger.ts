import { subscriptionOf } from '../findings/arm-id';
import { at, list, record, textAt } from '../findings/json';
import { mergedBody } from './azapi';
import type { Overlay, OverlayChange } from './overlay';

/** An overlay as the remediation stack reads it, and as later plans find it again. */
export interface LedgerEntry {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly string[];
  readonly overlay: Overlay;
  /** Terraform lets go of it, and destroys nothing. */
  readonly released?: true;
}

const BASE = 'remediation';

/**
 * The name of the stack for a subscription and wave. The first subscription that a ledger knows has the short name, for
 * good: a stack that changed its name would leave its state behind.
 */
function stackName({ impact, overlay: { armId } }: OverlayChange, first: string | undefined): string {
  const subscription = subscriptionOf(armId);
  return [BASE, ...(subscription === first ? [] : [subscription]), ...(impact === 'in-place' ? [] : [impact])].join(
    '-',
  );
}

/** The subscription whose stacks have the short name: the one that has had it, else the only one. */
function firstSubscription(earlier: readonly LedgerEntry[], changes: readonly OverlayChange[]): string | undefined {
  const isShort = ({ overlay: { stack = '' } }: LedgerEntry) =>
    /^remediation(-(disruptive|irreversible|replaces))?$/.test(stack);
  const short = earlier.find(isShort);
  if (short) return subscriptionOf(short.overlay.armId);
  // Entries of releases that wrote no stack were in one stack where they were in one subscription.
  const unnamed = earlier.filter(({ overlay }) => overlay.stack === undefined);
  const known = new Set((earlier.length ? unnamed : changes).map(({ overlay }) => subscriptionOf(overlay.armId)));
  return known.size === 1 ? [...known][0] : undefined;
}

/** Changes with the stack of each: the one that has had it, else that of its subscription and wave. */
export function inStacks(changes: readonly OverlayChange[], earlier: readonly LedgerEntry[]): OverlayChange[] {
  const first = firstSubscription(earlier, changes);
  const known = new Map(earlier.map(({ id, overlay }) => [id, overlay.stack]));
  return changes.map((change) => {
    const stack = known.get(change.id) ?? stackName(change, first);
    return { ...change, overlay: { ...change.overlay, stack } };
  });
}

/**
 * Everything that remediation stacks have to hold: what this plan adds and what earlier ones added. A block that vanished
 * from a stack would make Terraform destroy what it fixed.
 * @param changes as `inStacks` returns them
 */
export function ledgerOf(
  changes: readonly OverlayChange[],
  earlier: readonly LedgerEntry[],
  released: ReadonlySet<string> = new Set(),
): LedgerEntry[] {
  const entries = new Map(
    earlier.map((entry) => [entry.id, released.has(entry.id) ? { ...entry, released: true as const } : entry]),
  );
  const sharing = new Map<string, Set<string>>();
  const share = ({ id, overlay }: Pick<LedgerEntry, 'id' | 'overlay'>): ReadonlySet<string> => {
    const key = `${overlay.type} ${overlay.armId.toLowerCase()}`;
    const ids = sharing.get(key) ?? new Set();
    sharing.set(key, ids.add(id));
    return ids;
  };
  for (const entry of earlier) share(entry);
  for (const change of changes) {
    const { id, title, controls, overlay } = change;
    for (const other of share(change)) {
      const entry = other === id ? undefined : entries.get(other);
      if (entry) entries.set(other, { ...entry, overlay: yielding(entry.overlay, overlay) });
    }
    const before = entries.get(id);
    const ids = controls.map((control) => control.id);
    entries.set(
      id,
      before && !before.released
        ? {
            id,
            title: before.controls.every((each) => ids.includes(each))
              ? title
              : [...new Set([before.title, title])].join('; '),
            controls: [...new Set([...before.controls, ...ids])],
            overlay: continued(before.overlay, overlay),
          }
        : { id, title, controls: ids, overlay },
    );
  }
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What was written stays written; what is wanted now comes on top. */
function continued(before: Overlay, now: Overlay): Overlay {
  if (before.strategy !== now.strategy || before.type !== now.type) return now;
  const settings = [
    ...before.settings.filter((old) => !now.settings.some((each) => each.path === old.path)),
    ...now.settings,
  ];
  if (now.strategy === 'azapi') {
    const body = mergedBody(before.attributes.body, now.attributes.body) ?? now.attributes.body;
    return { ...now, settings, attributes: { ...now.attributes, body } };
  }
  if (now.strategy !== 'import') return now;
  const ignore = now.ignore.filter((name) => before.ignore.includes(name));
  return { ...now, settings, attributes: { ...before.attributes, ...now.attributes }, ignore };
}

/** An older overlay of the same resource in another stack no longer owns what a newer one changes. */
function yielding(old: Overlay, now: Overlay): Overlay {
  if (old.strategy !== 'import' || now.strategy !== 'import') return old;
  const taken = Object.keys(now.attributes).filter((name) => !now.ignore.includes(name) && !old.ignore.includes(name));
  if (!taken.length) return old;
  return { ...old, ignore: [...new Set([...old.ignore, ...taken])].sort() };
}

/** The ledger of an earlier plan.json; empty when there is none. Throws where it cannot be read. */
export function readLedger(bytes: Buffer): LedgerEntry[] {
  return list(ledgerIn(bytes)).flatMap((entry): LedgerEntry[] => {
    const overlay = record(at(entry, 'overlay'));
    if (textAt(entry, 'id') === undefined || overlay === undefined) return [];
    // Earlier releases wrote less of it.
    const all = { ignore: [], settings: [], ...overlay } as unknown as Overlay;
    return [{ ...(entry as LedgerEntry), overlay: all }];
  });
}

/**
 * The ledger is a small part of a file that may be large. No text in JSON holds a line break, so that in a file indented as
 * ours two blanks and a quote at the beginning of a line are a member of the document. What looks different is parsed whole.
 */
function ledgerIn(bytes: Buffer): unknown {
  const [head, member] = ['{\n  "schema": ', '\n  "ledger": '];
  const start = bytes.toString('utf8', 0, head.length) === head ? bytes.indexOf(member) : -1;
  const end = start < 0 ? -1 : bytes.indexOf(',\n  "', start + member.length);
  if (end < 0) return at(JSON.parse(bytes.toString('utf8')), 'ledger');
  return JSON.parse(bytes.toString('utf8', start + member.length, end));
}
