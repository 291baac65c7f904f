import { append } from '../../controls/append';
import type { ControlId } from '../../controls/control';
import { isList, isObject, type Resource, type Value } from '../../controls/value';
import { fits, tagsFit } from './patterns';

/** Why a control does not hold for a resource: written by `except()` into the `"//"` metadata of JSON, or in the profile. */
export interface Exception {
  readonly reason: string;
  readonly owner: string;
  /** The last day it counts, UTC, `2027-06-30`. */
  readonly until: string;
  readonly ticket?: string;
}

/** An exception of the profile, and what it is for. All that is named has to fit; `*` stands for any text. */
export interface ProfileException extends Exception {
  readonly control: ControlId;
  /** Pattern of resource addresses. */
  readonly address?: string;
  /** Pattern of ids in Azure. */
  readonly arm?: string;
  /** Pattern of paths of the files that resources are written in. */
  readonly path?: string;
  /** Pattern by name of the tag. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Whose file beside the profile it stands in. */
  readonly team?: string;
}

/** An exception from a control that admits none. */
export interface Refused {
  readonly control: ControlId;
  readonly address: string;
  readonly exception: Exception;
}

interface Subject {
  readonly address?: string;
  readonly arm?: string;
  readonly path?: string;
  readonly tags?: Value;
}

function isFor(exception: ProfileException, { address, arm, path, tags }: Subject): boolean {
  const named = [
    [exception.address, address],
    [exception.arm, arm],
    [exception.path, path],
  ] as const;
  if (named.some(([pattern, text]) => pattern !== undefined && (text === undefined || !fits(pattern, text))))
    return false;
  return tagsFit(exception.tags, tags);
}

/** What is excepted, in the code and in the profile. Remembers what it was asked for, so that unused ones are told. */
export class Exceptions {
  private readonly byControl = new Map<ControlId, ProfileException[]>();
  private readonly used = new Set<ProfileException>();
  private readonly notAllowed: Refused[] = [];

  /** @param none controls from which nothing is excepted, whatever is said here or in the code */
  constructor(
    private readonly given: readonly ProfileException[] = [],
    private readonly none: ReadonlySet<ControlId> = new Set(),
  ) {
    for (const each of given) append(this.byControl, each.control, each);
  }

  /** The exception of a resource in code from a control; of several the one that lasts longest. */
  of(control: ControlId, resource: Resource, path?: string): Exception | undefined {
    const { address, attributes } = resource;
    const { id, tags } = attributes;
    const found = latest([
      exceptionFrom(control, resource),
      ...this.fitting(control, { address, path, tags, ...(typeof id === 'string' ? { arm: id } : {}) }),
    ]);
    return this.admitted(control, address, found);
  }

  /** The same for a resource that only Azure knows. */
  ofLive(control: ControlId, arm: string): Exception | undefined {
    return this.admitted(control, arm, latest(this.fitting(control, { arm })));
  }

  /** What somebody excepted from a control that admits no exceptions: it does not count. */
  refused(): readonly Refused[] {
    return this.notAllowed;
  }

  private admitted(control: ControlId, address: string, exception: Exception | undefined): Exception | undefined {
    if (!exception || !this.none.has(control)) return exception;
    this.notAllowed.push({ control, address, exception });
    return undefined;
  }

  /** Exceptions that nothing asked for: their resource is gone, or the pattern is wrong. */
  unused(): readonly ProfileException[] {
    return this.given.filter((each) => !this.used.has(each));
  }

  private fitting(control: ControlId, subject: Subject): readonly ProfileException[] {
    const fitting = (this.byControl.get(control) ?? []).filter((each) => isFor(each, subject));
    for (const each of fitting) this.used.add(each);
    return fitting;
  }
}

/** Those of a profile. */
export const exceptionsIn = (profile: {
  readonly exceptions: readonly ProfileException[];
  readonly noExceptions: ReadonlySet<ControlId>;
}): Exceptions => new Exceptions(profile.exceptions, profile.noExceptions);

const latest = (all: readonly (Exception | undefined)[]): Exception | undefined =>
  all.reduce((best, each) => (!best || (each && each.until > best.until) ? each : best), undefined);

/** The exception in the metadata of a resource. One without reason, owner or last day is none. */
function exceptionFrom(control: ControlId, { attributes }: Resource): Exception | undefined {
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

export const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** A day of the calendar, `2027-06-30`. */
export function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Today in UTC, for those who are not told another day. */
export const utcDay = (): string => new Date().toISOString().slice(0, 10);

const DAY = 24 * 60 * 60 * 1000;
/** Whole days from one day to another; negative where it is over. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / DAY);

/** The first day on which something no longer counts whose last day is given. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10);

/** What an owner has to think about within a month. */
export const isSoon = (day: string, today: string): boolean => daysUntil(day, today) <= 30;

/** An exception counts until the end of its last day. */
export const isExpired = ({ until }: Exception, today: string): boolean => until < today;

const ticketText = ({ ticket }: Exception) => (ticket ? ` (${ticket})` : '');

export const exceptionText = (exception: Exception): string =>
  `excepted until ${exception.until} by ${exception.owner}: ${exception.reason}${ticketText(exception)}`;

export const expiredText = (exception: Exception): string =>
  `the exception of ${exception.owner} expired on ${exception.until}${ticketText(exception)}`;
