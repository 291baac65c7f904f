import { UserError } from '../errors';
import { at, integer, list, record, textAt } from '../findings/json';
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
  if (schema !== BASELINE_SCHEMA)
    throw new UserError(
      `${source}: its schema is ${JSON.stringify(schema) ?? 'not named'}, known is ${BASELINE_SCHEMA}`,
      hint,
    );
  const version = integer(at(json, 'version'));
  const day = textAt(json, 'day');
  const decided = record(at(json, 'decided'));
  const isWhole =
    decided &&
    ['controls', 'on', 'noExceptions', 'exceptions', 'attestations'].every((name) => Array.isArray(decided[name])) &&
    ['off', 'parameters'].every((name) => record(decided[name])) &&
    (decided.level === 1 || decided.level === 2);
  const records = list(at(json, 'record'));
  const areRecords = records.every(
    (each) => integer(at(each, 'version')) !== undefined && Array.isArray(at(each, 'changes')),
  );
  if (!version || !day || !isDay(day) || !isWhole || !areRecords)
    throw new UserError(`${source}: something of it is missing`, hint);
  return json as Published;
}
