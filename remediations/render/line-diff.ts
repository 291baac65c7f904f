import { diffArrays, type StructuredPatchHunk } from 'diff';

const CONTEXT = 3;

/** Kept, removed and added runs of lines, in order; `-` comes before `+`. */
interface Run {
  readonly sign: ' ' | '-' | '+';
  readonly lines: number[];
}

/** The lines of all texts of one file, by number: every text is split once, and the same line has the same number. */
export class FileLines {
  private readonly numbers = new Map<string, number>();
  private readonly lines: string[] = [];
  private readonly texts = new Map<string, readonly number[]>();

  /** The lines of a text, with their ends; the last one may have none. */
  of(text: string): readonly number[] {
    const known = this.texts.get(text);
    if (known) return known;
    const found: number[] = [];
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf('\n', start) + 1 || text.length;
      found.push(this.numberOf(text.slice(start, end)));
      start = end;
    }
    this.texts.set(text, found);
    return found;
  }

  get count(): number {
    return this.lines.length;
  }

  line(number: number): string {
    return this.lines[number];
  }

  private numberOf(line: string): number {
    let number = this.numbers.get(line);
    if (number === undefined) {
      number = this.lines.push(line) - 1;
      this.numbers.set(line, number);
    }
    return number;
  }
}

/**
 * The hunks between two texts. Lines that stand once in both anchor the comparison, so that the library has to compare
 * only the few lines between them: on patched code that is tens of times faster than comparing the whole file.
 */
export function hunksBetween(lines: FileLines, before: string, after: string): StructuredPatchHunk[] {
  const [old, fresh] = [lines.of(before), lines.of(after)];
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const { a, b } of [...anchors(old, fresh, lines.count), { a: old.length, b: fresh.length }]) {
    between(runs, old, [i, a], fresh, [j, b]);
    add(runs, ' ', old, a, Math.min(a + 1, old.length));
    [i, j] = [a + 1, b + 1];
  }
  return hunks(lines, runs);
}

/** Where a line stands; at none or several places it is no anchor. */
const [NOWHERE, REPEATED] = [-1, -2];

/** Pairs of lines that are the same and unique on both sides, in an order that both sides have. */
function anchors(old: readonly number[], fresh: readonly number[], count: number): readonly { a: number; b: number }[] {
  const places = placesOf(fresh, count);
  const own = placesOf(old, count);
  const pairs: { a: number; b: number }[] = [];
  old.forEach((line, a) => {
    if (own[line] === a && places[line] >= 0) pairs.push({ a, b: places[line] });
  });
  return increasing(pairs);
}

function placesOf(lines: readonly number[], count: number): Int32Array {
  const places = new Int32Array(count).fill(NOWHERE);
  lines.forEach((line, at) => {
    places[line] = places[line] === NOWHERE ? at : REPEATED;
  });
  return places;
}

/** The longest run of pairs whose `b` grows; `a` grows already. */
function increasing(pairs: readonly { a: number; b: number }[]): readonly { a: number; b: number }[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(({ b }, at) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]].b < b) low = middle + 1;
      else high = middle;
    }
    before[at] = low ? tails[low - 1] : -1;
    tails[low] = at;
  });
  const chosen: { a: number; b: number }[] = [];
  for (let at = tails.length ? tails[tails.length - 1] : -1; at >= 0; at = before[at]) chosen.push(pairs[at]);
  return chosen.reverse();
}

/** The runs of a stretch, from `i` to `a` in the old lines and from `j` to `b` in the new ones. */
function between(
  runs: Run[],
  old: readonly number[],
  [i, a]: readonly [number, number],
  fresh: readonly number[],
  [j, b]: readonly [number, number],
): void {
  if (i === a && j === b) return;
  let start = 0;
  while (i + start < a && j + start < b && old[i + start] === fresh[j + start]) start++;
  let end = 0;
  while (end < Math.min(a - i, b - j) - start && old[a - 1 - end] === fresh[b - 1 - end]) end++;
  const [less, more] = [old.slice(i + start, a - end), fresh.slice(j + start, b - end)];
  add(runs, ' ', old, i, i + start);
  if (!haveCommon(less, more)) {
    add(runs, '-', less);
    add(runs, '+', more);
  } else
    for (const { added, removed, value } of diffArrays(less, more)) add(runs, added ? '+' : removed ? '-' : ' ', value);
  add(runs, ' ', old, a - end, a);
}

function haveCommon(less: readonly number[], more: readonly number[]): boolean {
  if (!less.length || !more.length) return false;
  const known = new Set(more);
  return less.some((line) => known.has(line));
}

function add(runs: Run[], sign: Run['sign'], lines: readonly number[], from = 0, to = lines.length): void {
  if (from >= to) return;
  const last = runs[runs.length - 1];
  // A removal behind an addition belongs before it.
  if (sign === '-' && last?.sign === '+') {
    runs.pop();
    add(runs, '-', lines, from, to);
    runs.push(last);
  } else if (last?.sign === sign) for (let at = from; at < to; at++) last.lines.push(lines[at]);
  else runs.push({ sign, lines: lines.slice(from, to) });
}

function hunks(of: FileLines, runs: readonly Run[]): StructuredPatchHunk[] {
  const found: StructuredPatchHunk[] = [];
  let [old, fresh] = [1, 1];
  let current: StructuredPatchHunk | undefined;
  runs.forEach(({ sign, lines }, at) => {
    if (sign !== ' ') {
      if (!current) {
        const lead = at > 0 ? runs[at - 1].lines.slice(-CONTEXT) : [];
        current = { oldStart: old - lead.length, newStart: fresh - lead.length, oldLines: 0, newLines: 0, lines: [] };
        take(of, current, ' ', lead);
      }
      take(of, current, sign, lines);
    } else if (current) {
      const last = at === runs.length - 1;
      if (!last && lines.length <= 2 * CONTEXT) take(of, current, ' ', lines);
      else {
        take(of, current, ' ', lines.slice(0, CONTEXT));
        found.push(current);
        current = undefined;
      }
    }
    if (sign !== '+') old += lines.length;
    if (sign !== '-') fresh += lines.length;
  });
  if (current) found.push(current);
  return found;
}

function take(of: FileLines, hunk: StructuredPatchHunk, sign: Run['sign'], lines: readonly number[]): void {
  for (const number of lines) {
    const line = of.line(number);
    const whole = line.endsWith('\n');
    hunk.lines.push(sign + (whole ? line.slice(0, -1) : line));
    if (!whole) hunk.lines.push('\\ No newline at end of file');
  }
  if (sign !== '+') hunk.oldLines += lines.length;
  if (sign !== '-') hunk.newLines += lines.length;
}
