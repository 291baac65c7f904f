import { FILE_HEADERS_ONLY, formatPatch } from 'diff';
import type { Wave } from '../edit/waves';
import { FileLines, hunksBetween } from './line-diff';

type Texts = ReadonlyMap<string, { readonly before: string; readonly after: string }>;
type Hunks = ReturnType<typeof hunksBetween>;

/**
 * The patches of a plan, as unified diffs that `git apply` takes: of each wave, all together, and the way back. They are made
 * side by side, file after file in the order of their paths, because they compare the same texts.
 * @param write takes the next piece of a patch, by the name of its file
 */
export function writePatches(files: Texts, waves: readonly Wave[], write: (name: string, text: string) => void): void {
  const ofWaves = waves.map((wave, i) => ({ name: `wave-${i + 1}-${wave.impact}.patch`, files: wave.files }));
  for (const name of ['changes.patch', 'rollback.patch', ...ofWaves.map((wave) => wave.name)]) write(name, '');
  for (const [path, { before, after }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const comparison = new Comparison();
    write('changes.patch', filePatch(path, comparison.hunks(before, after)));
    write('rollback.patch', filePatch(path, comparison.hunks(after, before)));
    for (const wave of ofWaves) {
      const texts = wave.files.get(path);
      if (texts) write(wave.name, filePatch(path, comparison.hunks(texts.before, texts.after)));
    }
  }
}

/** What was compared of one file. A wave and the whole often compare the same texts, and the way back is the same way. */
class Comparison {
  private readonly lines = new FileLines();
  private readonly known: { before: string; after: string; hunks: Hunks }[] = [];

  hunks(before: string, after: string): Hunks {
    for (const each of this.known) {
      if (each.before === before && each.after === after) return each.hunks;
      if (each.before === after && each.after === before) return each.hunks.map(reversedHunk);
    }
    const hunks = hunksBetween(this.lines, before, after);
    this.known.push({ before, after, hunks });
    return hunks;
  }
}

/** Additions become removals; within a run of changes the removals come first again. */
function reversedHunk({ oldStart, oldLines, newStart, newLines, lines }: Hunks[number]): Hunks[number] {
  const turned: string[] = [];
  const added: string[] = [];
  let last = ' ';
  for (const line of lines) {
    const sign = line[0] === '\\' ? last : line[0];
    if (sign === ' ') turned.push(...added.splice(0), line);
    else if (sign === '-') added.push(line[0] === '\\' ? line : `+${line.slice(1)}`);
    else turned.push(line[0] === '\\' ? line : `-${line.slice(1)}`);
    last = sign;
  }
  return {
    oldStart: newStart,
    oldLines: newLines,
    newStart: oldStart,
    newLines: oldLines,
    lines: [...turned, ...added],
  };
}

function filePatch(path: string, hunks: Hunks): string {
  const [oldFileName, newFileName] = [`a/${path}`, `b/${path}`];
  const patch = { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, index: undefined, hunks };
  // The library quotes the names in its own two lines.
  return `diff --git ${quotedPath(oldFileName)} ${quotedPath(newFileName)}\n${formatPatch(patch, FILE_HEADERS_ONLY)}`;
}

/** A path as git reads it: one with control characters, quotes or backslashes stands in quotes. */
export function quotedPath(name: string): string {
  const special = /["\\\p{Cc}]/u;
  if (!special.test(name)) return name;
  const octal = (char: string) =>
    [...Buffer.from(char)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  return `"${name.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, octal)}"`;
}
