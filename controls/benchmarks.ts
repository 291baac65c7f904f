import type { Control } from './control';
import crosswalk from './crosswalk.json';

/** Versions of the CIS Microsoft Azure Foundations Benchmark whose numbers are known here. */
export const BENCHMARKS = ['2.0', '2.1', '3.0', '4.0', '5.0', '6.0'] as const;
export type Benchmark = (typeof BENCHMARKS)[number];
/** The version that the controls are written for. */
export const BENCHMARK: Benchmark = '3.0';

const others: Readonly<Record<string, Partial<Record<string, readonly string[]>>>> = crosswalk;

/** The benchmark's numbers for a control; none where a version does not ask for it, or has no counterpart that is known. */
export function cisNumbers(control: Control, version: Benchmark = BENCHMARK): readonly string[] {
  const said = control.cis['v3.0.0'] ?? [];
  const numbers = typeof said === 'string' ? [said] : said;
  if (version === BENCHMARK) return numbers;
  return [...new Set(numbers.flatMap((number) => others[number]?.[version] ?? []))].sort(byNumber);
}

/** 4.2 before 4.10; what has no number comes last. */
export function byNumber(a = '99', b = '99'): number {
  const [one, two] = [a, b].map((number) => number.split('.').map(Number));
  const at = one.findIndex((part, i) => part !== two[i]);
  return at < 0 ? one.length - two.length : one[at] - (two[at] ?? -1);
}
