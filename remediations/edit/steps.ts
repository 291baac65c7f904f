import { append } from '../../controls/append';
import type { File } from '../hcl/ast';
import { parse } from '../hcl/parse';
import type { Change } from '../plan-types';
import { applyTo } from './apply';
import { inStretch, type Stretch, stretchOf } from './excerpt';
import { groupByFile, type Wave } from './waves';

/** Changes that are written together, and the one file they stand in as it is after them and all before. */
export interface Step {
  readonly changes: readonly Change[];
  readonly path: string;
  readonly text: string;
}

/**
 * A wave in small steps, each on the text after those before it; the last one of each file leaves the text of the wave.
 * Changes that cannot be written one after the other are one step.
 * @param inOrder the changes of the wave in the order they are taken
 */
export function* stepsOf({ changes, files }: Wave, inOrder: readonly Change[]): Generator<Step> {
  const writers = new Map(
    [...groupByFile(changes)].map(([path, own]) => [path, new Writer(own, files.get(path)!)] as const),
  );
  for (const change of inOrder) {
    const { path } = change.edit.place.file;
    const written = writers.get(path)!.take(change);
    if (written) yield { ...written, path };
  }
  for (const [path, writer] of writers) for (const written of writer.rest()) yield { ...written, path };
}

/** A stretch of a file with the changes that are written there. */
interface Part extends Stretch {
  /** In the order of the plan: it decides what stands first where several add something. */
  readonly changes: readonly Change[];
  readonly taken: Set<Change>;
  /** Taken, and not in the text yet. */
  waiting: Change[];
  text: string;
}

/** One file in one wave. Only the block that a change stands in is edited and parsed again, however long the file is. */
class Writer {
  private readonly before: string;
  private readonly parts: readonly Part[];
  private readonly partOf = new Map<Change, Part>();

  constructor(changes: readonly Change[], { before, after }: { readonly before: string; readonly after: string }) {
    this.before = before;
    const whole = fileOf(before);
    const blocks = partsOf(whole, changes);
    // Blocks without a blank line between them may be aligned together.
    const isSame = blocks && this.textWith(blocks, (part) => applied(part, part.changes)) === after;
    this.parts = isSame ? blocks : [partOf({ start: 0, end: before.length, file: whole }, changes)];
    for (const part of this.parts) for (const change of part.changes) this.partOf.set(change, part);
  }

  take(change: Change): Omit<Step, 'path'> | undefined {
    const part = this.partOf.get(change)!;
    part.taken.add(change);
    part.waiting.push(change);
    const text = applied(
      part,
      part.changes.filter((each) => part.taken.has(each)),
    );
    // What has no text of its own yet is written with the next change here; with the last one it has.
    if (text === undefined || text === part.text) return undefined;
    part.text = text;
    const changes = part.waiting;
    part.waiting = [];
    return { changes, text: this.textWith(this.parts, (each) => each.text) };
  }

  /** What others had written already: nobody loses it. */
  rest(): Omit<Step, 'path'>[] {
    const changes = this.parts.flatMap(({ waiting }) => waiting);
    return changes.length ? [{ changes, text: this.textWith(this.parts, ({ text }) => text) }] : [];
  }

  private textWith(parts: readonly Part[], text: (part: Part) => string | undefined): string {
    const pieces: string[] = [];
    let from = 0;
    for (const part of parts) {
      pieces.push(this.before.slice(from, part.start), text(part) ?? '');
      from = part.end;
    }
    return pieces.join('') + this.before.slice(from);
  }
}

/** The blocks of a file that changes stand in; undefined where one of them stands in no block. */
function partsOf(whole: File, changes: readonly Change[]): Part[] | undefined {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const [outer] = change.edit.place.blocks;
    if (!outer) return undefined;
    append(groups, JSON.stringify([outer.kind, outer.labels, outer.nth]), change);
  }
  const parts: Part[] = [];
  for (const own of groups.values()) {
    const stretch = stretchOf(whole, own[0].edit.place.blocks[0]);
    if (!stretch) return undefined;
    parts.push(partOf(stretch, own));
  }
  return parts.sort((a, b) => a.start - b.start);
}

const partOf = (stretch: Stretch, changes: readonly Change[]): Part => ({
  ...stretch,
  changes,
  taken: new Set(),
  waiting: [],
  text: stretch.file.text,
});

/** The text of a part with some of its changes; undefined where they cannot be written without the others. */
function applied({ file, start, end }: Part, changes: readonly Change[]): string | undefined {
  const isWhole = start === 0 && end === file.text.length;
  try {
    return applyTo(file, isWhole ? changes : changes.map(inStretch)).text;
  } catch {
    return undefined;
  }
}

function fileOf(text: string): File {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(`what was edited does not parse: ${parsed.error.message}`);
  return parsed.file;
}
