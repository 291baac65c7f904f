import { diffArrays, type StructuredPatchHunk } from 'diff';

const CONTEXT = 3;

/** Kept, removed and added runs of lines, in order; `-` comes before `+`. */
interface Run {
  readonly sign: ' ' | '-' | '+';
  readonly lines: string[];
}

/**
 * The hunks between two texts. Lines that stand once in both anchor the comparison, so that the library has to compare
 * only the few lines between them: on patched code that is tens of times faster than comparing the whole file.
 */
export function hunksBetween(before: string, after: string): StructuredPatchHunk[] {
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const runs: Run[] = [];
  let [i, j] = [0, 0];
  for (const [a, b] of [...anchors(old, fresh), [old.length, fresh.length]]) {
    between(runs, old, [i, a], fresh, [j, b]);
    add(runs, ' ', old, a, Math.min(a + 1, old.length));
    [i, j] = [a + 1, b + 1];
  }
  return hunks(runs);
}

/** Lines with their ends; the last one may have none. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start) + 1 || text.length;
    lines.push(text.slice(start, end));
    start = end;
  }
  return lines;
}

/** Pairs of lines that are the same and unique on both sides, in an order that both sides have. */
function anchors(old: readonly string[], fresh: readonly string[]): [number, number][] {
  const places = new Map<string, { a: number; b: number }>();
  old.forEach((line, a) => {
    places.set(line, places.has(line) ? { a: -1, b: -1 } : { a, b: -2 });
  });
  fresh.forEach((line, b) => {
    const known = places.get(line);
    if (known) known.b = known.b === -2 ? b : -1;
  });
  const pairs = [...places.values()].filter(({ a, b }) => a >= 0 && b >= 0);
  return increasing(pairs).map(({ a, b }) => [a, b]);
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
  old: readonly string[],
  [i, a]: readonly [number, number],
  fresh: readonly string[],
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

function haveCommon(less: readonly string[], more: readonly string[]): boolean {
  if (!less.length || !more.length) return false;
  const known = new Set(more);
  return less.some((line) => known.has(line));
}

function add(runs: Run[], sign: Run['sign'], lines: readonly string[], from = 0, to = lines.length): void {
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

function hunks(runs: readonly Run[]): StructuredPatchHunk[] {
  const found: StructuredPatchHunk[] = [];
  let [old, fresh] = [1, 1];
  let current: StructuredPatchHunk | undefined;
  runs.forEach(({ sign, lines }, at) => {
    if (sign !== ' ') {
      if (!current) {
        const lead = at > 0 ? runs[at - 1].lines.slice(-CONTEXT) : [];
        current = { oldStart: old - lead.length, newStart: fresh - lead.length, oldLines: 0, newLines: 0, lines: [] };
        take(current, ' ', lead);
      }
      take(current, sign, lines);
    } else if (current) {
      const last = at === runs.length - 1;
      if (!last && lines.length <= 2 * CONTEXT) take(current, ' ', lines);
      else {
        take(current, ' ', lines.slice(0, CONTEXT));
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

function take(hunk: StructuredPatchHunk, sign: Run['sign'], lines: readonly string[]): void {
  for (const line of lines) {
    const whole = line.endsWith('\n');
    hunk.lines.push(sign + (whole ? line.slice(0, -1) : line));
    if (!whole) hunk.lines.push('\\ No newline at end of file');
  }
  if (sign !== '+') hunk.oldLines += lines.length;
  if (sign !== '-') hunk.newLines += lines.length;
}
