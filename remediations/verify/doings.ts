import { differences, overlap } from './differences';
import type { PlannedChange } from './terraform-plan';

/** Something that Terraform would do to a resource. */
export interface Doing {
  readonly address: string;
  readonly what: 'replace' | 'destroy' | 'forget' | 'create' | 'update' | 'import';
  /** Attributes, dotted: what forces the replacement, else what differs. */
  readonly attributes: readonly string[];
}

export const isLoss = ({ what }: Doing): boolean => what === 'replace' || what === 'destroy' || what === 'forget';

/** Tells one change of a plan from another. */
export const keyOf = ({ address, deposed }: PlannedChange): string => (deposed ? `${address} (deposed)` : address);

/** What is replaced, destroyed or let go. */
export function lossOf({ address, actions, replacedFor, deposed }: PlannedChange): Doing | undefined {
  if (actions.includes('forget')) return { address, what: 'forget', attributes: [] };
  if (!actions.includes('delete')) return undefined;
  const what = actions.includes('create') && !deposed ? 'replace' : 'destroy';
  return { address: deposed ? `${address} (left behind by a replacement)` : address, what, attributes: replacedFor };
}

/** What is done beside what is expected; against the plan before, where there is one. */
export function otherOf(
  change: PlannedChange,
  older: PlannedChange | undefined,
  isJudged: boolean,
  expected: readonly string[] = [],
): Doing | undefined {
  const { address, actions, before, after, unknown, importing } = change;
  if (expected.includes('')) return undefined;
  if (actions.includes('create') && !older?.actions.includes('create'))
    return { address, what: 'create', attributes: [] };
  const attributes = differences(isJudged && older ? older.after : before, after, unknown).filter(
    (path) => !expected.some((each) => overlap(path, each)),
  );
  if (attributes.length) return { address, what: 'update', attributes };
  return importing && !older?.importing ? { address, what: 'import', attributes: [] } : undefined;
}
