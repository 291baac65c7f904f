import { type AliasScanner, ruleOf } from '../../controls/control';
import type { Row } from '../check';
import type { Exception } from '../profile/exceptions';

/** By which a file is known that may be made anew. */
export const WRITTEN_BY = 'plumbline suppress';

/** What to write a file from: what deviates or may, with and without an exception. */
export interface Rows {
  readonly excepted: readonly Row[];
  readonly open: readonly Row[];
}

/** A scanner's file of what it no longer reports. */
export interface Suppressions {
  readonly text: string;
  /** Pairs of resource and control that it is told. */
  readonly told: number;
  /** What it cannot be told without hiding something else, and why. */
  readonly left: readonly string[];
}

/** The rules that a scanner is not to report of a resource, and who answers for it. */
export interface Silence {
  readonly row: Row;
  readonly exception: Exception;
  readonly rules: readonly string[];
  /** What breaks a rule at the same place and is not excepted: it would be hidden too. */
  readonly other?: Row;
}

/**
 * The rules of a scanner for what is excepted. `placeOf` is all that the scanner can be told of a resource: a rule that is
 * also broken there by what nobody excepted is left out.
 */
export function silences(
  scanner: AliasScanner,
  { excepted, open }: Rows,
  placeOf: (row: Row) => string | undefined,
  isKnown: (rule: string) => boolean = () => true,
): { readonly said: readonly Silence[]; readonly left: readonly Silence[] } {
  const rulesOf = ({ control }: Row) => (control.aliases[scanner] ?? []).map(ruleOf).filter(isKnown);
  const broken = new Map<string, Row>();
  for (const row of open) for (const rule of rulesOf(row)) broken.set(`${placeOf(row)}\n${rule}`, row);
  const said = new Map<string, Silence>();
  const left = new Map<string, Silence>();
  for (const row of excepted) {
    const place = placeOf(row);
    const { exception } = row;
    if (place === undefined || !exception) continue;
    const [rules, others] = [new Set<string>(), new Map<string, Row>()];
    for (const rule of rulesOf(row)) {
      const other = broken.get(`${place}\n${rule}`);
      if (other) others.set(rule, other);
      else rules.add(rule);
    }
    const key = `${row.address} ${row.control.id}`;
    if (rules.size) said.set(key, { row, exception, rules: [...rules] });
    const [other] = others.values();
    if (other) left.set(key, { row, exception, rules: [...others.keys()], other });
  }
  return { said: [...said.values()], left: [...left.values()] };
}

/** Why a scanner still reports something, and what `todo` says to do about it. */
export function leftText({ row: { control, address, file }, rules, other }: Silence, todo?: string): string {
  const hidden = other!.address === address ? other!.control.id : other!.address;
  const where = file === undefined ? address : `${address} (${file})`;
  return `${where}, ${control.id}: ${rules.join(', ')} would be hidden of ${hidden} too${todo ? `; ${todo}` : ''}`;
}

/** The last day of what the profile turns off: it has none. */
export const NO_LAST_DAY = '9999-12-31';

/** `until 2027-06-30 by platform: the reason (ticket)`, in one line. */
export const statement = ({ until, owner, reason, ticket }: Exception): string =>
  `${until === NO_LAST_DAY ? 'off' : `until ${until}`} by ${owner}: ${reason}${ticket ? ` (${ticket})` : ''}`.replace(
    /\s+/g,
    ' ',
  );

/** By key, so that a file does not change when nothing did. */
export const sorted = <V>(map: ReadonlyMap<string, V>): [string, V][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
