import { append } from '../../controls/append';
import { IMPACTS, type Impact } from '../../controls/control';
import type { File } from '../hcl/ast';
import type { Place } from '../locate/hcl/trace';
import type { Change } from '../plan-types';
import { applyTo } from './apply';

/** Changes that are applied together, the harmless ones first. */
export interface Wave {
  readonly impact: Impact;
  readonly changes: readonly Change[];
  /** Text before and after, by path, for the files this wave touches. */
  readonly files: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

export interface Failure {
  readonly change: Change;
  readonly note: string;
}

export interface Applied {
  readonly waves: Wave[];
  readonly failures: Failure[];
}

/**
 * Edits the text wave by wave, each on the result of those before it. A file whose edits cannot be carried out stays as
 * it is, and its changes are failures.
 * @param done told of every file as it is after the last wave; undefined where no edit was carried out
 */
export function applyWaves(
  changes: readonly Change[],
  done: (path: string, edited: File | undefined) => void,
): Applied {
  const waves = IMPACTS.map((impact) => ({
    impact,
    changes: [] as Change[],
    files: new Map<string, { before: string; after: string }>(),
    failures: [] as Failure[],
  }));
  // One file through all its waves, then the next: what lies between two waves is needed no longer than that.
  for (const [path, ofFile] of groupByFile(changes)) {
    let edited: File | undefined;
    for (const wave of waves) {
      const own = ofFile.filter((change) => change.impact === wave.impact);
      if (!own.length) continue;
      try {
        const before = edited ?? syntaxOf(own[0].edit.place);
        const after = applyTo(before, own);
        if (after.text === before.text) throw new Error('the text is the same afterwards');
        edited = after;
        wave.changes.push(...own);
        wave.files.set(path, { before: before.text, after: after.text });
      } catch (error) {
        const note = `the edit of ${path} failed: ${(error as Error).message}`;
        wave.failures.push(...own.map((change) => ({ change, note })));
        break;
      }
    }
    done(path, edited);
  }
  return {
    waves: waves.filter((wave) => wave.changes.length),
    failures: waves.flatMap((wave) => wave.failures),
  };
}

function syntaxOf({ file }: Place): File {
  if (!file.syntax) throw new Error(file.error);
  return file.syntax;
}

/** Changes by the path of the file that they are written in. */
export function groupByFile(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const { path } = change.edit.place.file;
    append(groups, path, change);
  }
  return groups;
}

/** Text before all waves and after the last one, by path, sorted. */
export function totalOf(waves: readonly Wave[]): ReadonlyMap<string, { before: string; after: string }> {
  const total = new Map<string, { before: string; after: string }>();
  for (const wave of waves)
    for (const [path, { before, after }] of wave.files)
      total.set(path, { before: total.get(path)?.before ?? before, after });
  return new Map([...total].sort(([a], [b]) => (a < b ? -1 : 1)));
}
