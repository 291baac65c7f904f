import { withoutAnsi } from './decode';

/** The longest text kept from a report, in UTF-16 code units. Addresses, paths and messages stay far below it. */
const longest = 2000;

/** What most texts are: printable as it is, no blank at either end. */
const plain = /^[!-~](?:[ -~]*[!-~])?$/;
const lineBreaks = /[\t\n\r\v\f\u0085\u2028\u2029]+/g;
/** Control characters, lone surrogates, and the marks that make a terminal show another text than was written. */
export const unprintable = /[\p{Cc}\p{Cs}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/**
 * A text that can be printed on one line: without colours, control characters and direction marks, line breaks turned into
 * spaces, cut after 2,000 characters.
 */
export function printable(value: string): string {
  if (value.length <= longest && plain.test(value)) return value;
  const shown = withoutAnsi(value.slice(0, longest)).replace(lineBreaks, ' ').replace(unprintable, '').trim();
  return value.length > longest ? `${shown}…` : shown;
}

/** The printable form of a JSON string; undefined for anything else and when nothing is left of it. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? printable(value) || undefined : undefined;
}

/** The elements of a JSON array; none for anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A JSON object; undefined for anything else, arrays and null among it. */
export function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** A whole number that JavaScript holds exactly; undefined for anything else, digits in a string among it. */
export function integer(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}

/**
 * What stands at a path of member names and indexes; undefined as soon as something is missing or of another shape.
 * Only own members count, so that a name like `constructor` or `__proto__` in a report finds what the report says.
 */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<string | number, unknown>)[step];
  }
  return current;
}

/** `at`, for text. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  return text(at(value, ...path));
}

/** A copy without the members that are undefined, so that an absent statement is absent. */
export function compact<T extends object>(value: T): T {
  const kept = {} as T;
  for (const name of Object.keys(value) as (keyof T)[]) if (value[name] !== undefined) kept[name] = value[name];
  return kept;
}
