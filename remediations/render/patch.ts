import { FILE_HEADERS_ONLY, formatPatch } from 'diff';
import { hunksBetween } from './line-diff';

type Texts = ReadonlyMap<string, { readonly before: string; readonly after: string }>;

/** A unified diff that `git apply` takes, files sorted by path. */
export function patchText(files: Texts): string {
  return [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { before, after }]) => filePatch(path, before, after))
    .join('');
}

/** The way back. */
export const reversed = (files: Texts): Texts =>
  new Map([...files].map(([path, { before, after }]) => [path, { before: after, after: before }]));

type Hunks = ReturnType<typeof hunksBetween>;
const compared = new Map<string, { before: string; after: string; hunks: Hunks }[]>();

/** Hunks of one file. Waves and the whole patch often compare the same texts, and the way back is the same way. */
function hunksOf(path: string, before: string, after: string): Hunks {
  const known = compared.get(path) ?? [];
  for (const each of known) {
    if (each.before === before && each.after === after) return each.hunks;
    if (each.before === after && each.after === before) return each.hunks.map(reversedHunk);
  }
  const hunks = hunksBetween(before, after);
  compared.set(path, [...known, { before, after, hunks }]);
  return hunks;
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

function filePatch(path: string, before: string, after: string): string {
  const [oldFileName, newFileName] = [`a/${path}`, `b/${path}`];
  const patch = { oldFileName, newFileName, oldHeader: undefined, newHeader: undefined, index: undefined };
  // The library quotes the names in its own two lines.
  return `diff --git ${quoted(oldFileName)} ${quoted(newFileName)}\n${formatPatch({ ...patch, hunks: hunksOf(path, before, after) }, FILE_HEADERS_ONLY)}`;
}

/** git quotes names with control characters, quotes and backslashes. */
function quoted(name: string): string {
  const special = /["\\\p{Cc}]/u;
  if (!special.test(name)) return name;
  const octal = (char: string) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`;
  return `"${name.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, octal)}"`;
}
