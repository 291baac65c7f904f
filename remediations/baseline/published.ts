import { UserError } from '../errors';
import { at, integer, record, textAt } from '../findings/json';
import { isDay } from '../profile/exceptions';
import { type BaselineChange, changesBetween } from './changes';
import type { Decided } from './decided';

export const BASELINE_SCHEMA = 'azure-plumbline/baseline-1';

/** A version that was published, and what it changed. */
export interface ChangeRecord {
  readonly version: number;
  readonly day: string;
  /** Empty for the first one. */
  readonly changes: readonly BaselineChange[];
}

/** baseline.json: what was decided, and how it came to that. Its versions are in git. */
export interface Published {
  readonly schema: typeof BASELINE_SCHEMA;
  readonly version: number;
  readonly day: string;
  readonly decided: Decided;
  /** The newest first. */
  readonly record: readonly ChangeRecord[];
}

/** The next version where something is decided otherwise; else the one that is there. */
export function published(before: Published | undefined, decided: Decided, day: string): Published {
  if (!before) return { schema: BASELINE_SCHEMA, version: 1, day, decided, record: [{ version: 1, day, changes: [] }] };
  const changes = changesBetween(before.decided, decided);
  if (!changes.length) return before;
  const version = before.version + 1;
  return { schema: BASELINE_SCHEMA, version, day, decided, record: [{ version, day, changes }, ...before.record] };
}

/** @throws UserError where it is none, so that no record gets lost */
export function readPublished(text: string, source: string): Published {
  const hint = 'Restore it from git; the record of all changes is in it. Without that, name a new folder.';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UserError(`${source}: not JSON: ${(error as Error).message}`, hint);
  }
  const schema = textAt(json, 'schema');
  if (schema?.startsWith('azure-plumbline/baseline-') && schema !== BASELINE_SCHEMA)
    throw new UserError(
      `${source}: schema ${schema}, but this release reads ${BASELINE_SCHEMA}`,
      'Write the document with the release of plumbline that wrote it, or a newer one.',
    );
  if (schema !== BASELINE_SCHEMA)
    throw new UserError(
      `${source}: its schema is ${JSON.stringify(schema) ?? 'not named'}, known is ${BASELINE_SCHEMA}`,
      hint,
    );
  const wrong = faultOf(json);
  if (wrong) throw new UserError(`${source}: ${wrong} is missing, or not as plumbline writes it`, hint);
  return json as Published;
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');
const hasTexts =
  (...names: readonly string[]) =>
  (value: unknown): boolean =>
    names.every((name) => typeof at(value, name) === 'string');
const isEach = (value: unknown, fits: (each: unknown) => boolean): boolean => Array.isArray(value) && value.every(fits);
const isMapping = (value: unknown, fits: (each: unknown) => boolean): boolean =>
  isEach(record(value) && Object.values(record(value)!), fits);
const isAnswer = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) || isEach(value, isAnswer) || isMapping(value, isAnswer);
const isOptional = (value: unknown, fits: (each: unknown) => boolean): boolean => value === undefined || fits(value);
const isString = (value: unknown): boolean => typeof value === 'string';

/** What of a published version cannot be relied on; people resolve conflicts in the file by hand. */
function faultOf(json: unknown): string | undefined {
  const decided = (name: string) => at(json, 'decided', name);
  const isException = (each: unknown) =>
    hasTexts('control', 'owner', 'reason', 'until')(each) &&
    ['address', 'arm', 'path', 'ticket', 'team'].every((name) => isOptional(at(each, name), isString)) &&
    isOptional(at(each, 'tags'), (tags) => isMapping(tags, isString));
  const isRecord = (each: unknown) =>
    isVersion(at(each, 'version')) &&
    isDayText(at(each, 'day')) &&
    isEach(at(each, 'changes'), hasTexts('kind', 'text'));
  const tests: Readonly<Record<string, boolean>> = {
    version: isVersion(at(json, 'version')),
    day: isDayText(at(json, 'day')),
    record: isEach(at(json, 'record'), isRecord) && at(json, 'record', 0, 'version') === at(json, 'version'),
    'decided, level': decided('level') === 1 || decided('level') === 2,
    'decided, benchmark': isString(decided('benchmark')),
    ...Object.fromEntries(
      ['title', 'scope', 'owner', 'approvedBy', 'review', 'tool'].map((name) => [
        `decided, ${name}`,
        isOptional(decided(name), isString),
      ]),
    ),
    ...Object.fromEntries(
      ['controls', 'on', 'noExceptions'].map((name) => [`decided, ${name}`, isTexts(decided(name))]),
    ),
    'decided, off': isMapping(decided('off'), isString),
    'decided, parameters': isMapping(decided('parameters'), isAnswer),
    'decided, exceptions': isEach(decided('exceptions'), isException),
    'decided, attestations': isEach(decided('attestations'), hasTexts('control', 'by', 'on', 'evidence', 'next')),
    'decided, guardrails': isOptional(
      decided('guardrails'),
      (each) =>
        record(each) !== undefined &&
        ['subscription', 'managementGroup', 'effect'].every((name) => isOptional(at(each, name), isString)) &&
        isOptional(at(each, 'deny'), isTexts),
    ),
  };
  return Object.keys(tests).find((name) => !tests[name]);
}

const isVersion = (value: unknown): boolean => (integer(value) ?? 0) > 0;
const isDayText = (value: unknown): boolean => typeof value === 'string' && isDay(value);
