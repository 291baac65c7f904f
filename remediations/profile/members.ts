// What every part of a profile is read by; mistakes name the place, what is allowed and what to do.

import type { ControlId } from '../../controls/control';
import { controlById } from '../../controls/index';
import { UserError } from '../errors';
import { record } from '../findings/json';
import { isDay, isText } from './exceptions';

/** The members of a mapping that may hold no others. */
export function fields(value: unknown, place: string, allowed: readonly string[]): Readonly<Record<string, unknown>> {
  const given = record(value);
  if (!given) throw new UserError(`${place}: a mapping is expected`, `Allowed in it: ${allowed.join(', ')}.`);
  const stray = Object.keys(given).find((name) => !allowed.includes(name));
  if (stray !== undefined) throw new UserError(`${place}: "${stray}" is not known`, `Allowed: ${allowed.join(', ')}.`);
  return given;
}

export function entries(value: unknown, place: string, what: string): [string, unknown][] {
  if (value === undefined || value === null) return [];
  const given = record(value);
  if (!given) throw new UserError(`${place} must be a mapping of ${what}`);
  return Object.entries(given);
}

export function items(value: unknown, place: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new UserError(`${place} must be a list`);
  return value;
}

export function text(value: unknown, place: string, hint: string): string {
  if (!isText(value)) throw new UserError(`${place}: a text is expected`, hint);
  return value.trim();
}

export function control(id: string, place: string): ControlId {
  if (!controlById(id))
    throw new UserError(`${place}: no control "${id}"`, 'plumbline controls lists them, plumbline explain finds one.');
  return id;
}

/** YAML knows days as dates. */
export const asWritten = (value: unknown): unknown =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

export function dayIn(value: unknown, what: string, hint: string): string {
  const day = asWritten(value);
  if (typeof day !== 'string' || !isDay(day)) throw new UserError(`${what} is ${JSON.stringify(day)}`, hint);
  return day;
}
