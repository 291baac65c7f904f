import { SECTIONS } from '../../controls/sections';
import { type Moved, movedBetween, type Snapshot, seriesOf } from '../history';
import { NO_OWNER } from '../profile/patterns';
import { type Counts, type CountsBy, mostOpen, percentOf } from '../score';
import { colors, plural, table } from './terminal';

/** Entries of one name on the terminal, owners and controls; the file has them all. */
const SHOWN = 12;
const SHOWN_BY = 10;

const percent = (counts: Counts): string => {
  const points = percentOf(counts);
  return points === undefined ? '–' : `${points} %`;
};

/** `+3`, `-2`, `=` in points of a hundred. */
function change(now: Counts, before: Counts | undefined): string {
  const [a, b] = [percentOf(now), before && percentOf(before)];
  if (a === undefined || b === undefined) return '';
  const points = a - b;
  return points > 0 ? `+${points}` : points < 0 ? String(points) : '=';
}

const COUNTS = ['compliant', 'deviating', 'excepted', 'unknown'] as const;
const HEAD = COUNTS.map((each) => each.toUpperCase());
const cells = (counts: Counts): string[] => COUNTS.map((each) => String(counts[each]));

/** One entry, section by section, against the one before. */
export function latestText(now: Snapshot, before: Snapshot | undefined, moved: Moved | undefined): string {
  const row = (title: string, counts: Counts, old: Counts | undefined) => [
    title,
    percent(counts),
    change(counts, old),
    ...cells(counts),
  ];
  const sections = SECTIONS.flatMap(({ slug, title }) => {
    const own = now.sections[slug];
    return own ? [row(title, own, before?.sections[slug])] : [];
  });
  return [
    colors.bold(`${now.of}, level ${now.level}, ${now.day}`),
    table(['SECTION', 'SCORE', 'CHANGE', ...HEAD], [...sections, row('All', now.total, before?.total)]),
    ...(now.attested
      ? [`Attested by a person: ${now.attested.done} of ${now.attested.of} (plumbline attestations)`]
      : []),
    ...(before && moved ? ['', ...movedText(before.day, moved)] : []),
  ].join('\n');
}

function movedText(since: string, { fresh, resolved }: Moved): string[] {
  const text = (all: ReadonlyMap<string, number>) =>
    [...all].map(([control, count]) => `${control}${count > 1 ? ` ×${count}` : ''}`).join(', ') || 'nothing';
  return [`New since ${since}: ${text(fresh)}`, `Resolved since ${since}: ${text(resolved)}`];
}

/** Owners and controls of an entry, those with most deviations first; owners only where a tag names one. */
function openText({ owners, controls }: Snapshot): string[] {
  const named = Object.keys(owners ?? {}).some((owner) => owner !== '');
  const deviating = Object.entries(controls ?? {}).filter(([, counts]) => counts.deviating);
  return [
    ...(named ? topTable('OWNER', owners, (owner) => owner || NO_OWNER) : []),
    ...(deviating.length ? topTable('CONTROL', Object.fromEntries(deviating), (id) => id) : []),
  ];
}

function topTable(title: string, counts: CountsBy | undefined, nameOf: (name: string) => string): string[] {
  const rows = mostOpen(counts).map(([name, each]) => [nameOf(name), percent(each), ...cells(each)]);
  const left = rows.length - SHOWN_BY;
  return [
    '',
    table([title, 'SCORE', ...HEAD], rows.slice(0, SHOWN_BY)),
    ...(left > 0 ? [`… and ${left} more: --json has them.`] : []),
  ];
}

/** Every name with its entries over time, and the latest of each section by section, with who and what has most open. */
export function trendText(all: readonly Snapshot[]): string {
  return seriesOf(all)
    .map(([, sorted]) => {
      const rows = sorted.map((each, i) => {
        const before = sorted[i - 1];
        const moved = before && movedBetween(before, each);
        const sum = (counts: ReadonlyMap<string, number> | undefined) =>
          counts ? String([...counts.values()].reduce((a, b) => a + b, 0)) : '';
        return [each.day, percent(each.total), ...cells(each.total), sum(moved?.fresh), sum(moved?.resolved)];
      });
      const latest = sorted[sorted.length - 1];
      const before = sorted.at(-2);
      const left = rows.length > SHOWN ? `\n… and ${plural(rows.length - SHOWN, 'entry', 'entries')} before.` : '';
      return [
        latestText(latest, before, before && movedBetween(before, latest)),
        ...openText(latest),
        '',
        table(['DAY', 'SCORE', ...HEAD, 'NEW', 'RESOLVED'], rows.slice(-SHOWN)) + left,
      ].join('\n');
    })
    .join('\n\n');
}
