import type { ControlId } from '../controls/control';
import { isList, isObject, type Resource } from '../controls/value';

/** Why a control does not hold for a resource, as `except()` writes it into the `"//"` metadata of synthesized JSON. */
export interface Exception {
  readonly reason: string;
  readonly owner: string;
  /** The last day it counts, UTC, `2027-06-30`. */
  readonly until: string;
}

/** The exception of a resource from a control. One without reason, owner or last day is none. */
export function exceptionFrom(control: ControlId, { attributes }: Resource): Exception | undefined {
  const metadata = attributes['//'];
  const ours = isObject(metadata) ? metadata.plumbline : undefined;
  const all = isObject(ours) ? ours.exceptions : undefined;
  for (const each of isList(all) ? all : []) {
    if (!isObject(each) || each.control !== control) continue;
    const { reason, owner, until } = each;
    if (isText(reason) && isText(owner) && isText(until) && isDay(until)) return { reason, owner, until };
  }
  return undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A day of the calendar, `2027-06-30`. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Today in UTC, for those who are not told another day. */
export const utcDay = (): string => new Date().toISOString().slice(0, 10);

/** An exception counts until the end of its last day. */
export const isExpired = ({ until }: Exception, today: string): boolean => until < today;

export const exceptionText = ({ reason, owner, until }: Exception): string =>
  `excepted until ${until} by ${owner}: ${reason}`;

export const expiredText = ({ owner, until }: Exception): string => `the exception of ${owner} expired on ${until}`;
