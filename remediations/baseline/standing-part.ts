import { SECTIONS } from '../../controls/sections';
import { type Snapshot, seriesOf } from '../history';
import { type Attested, attestedCounts } from '../profile/attestations';
import { type Counts, NONE, percentOf } from '../score';
import { type Block, type Cell, heading, paragraph, tabled } from './blocks';
import type { Shown } from './document';

const HEAD = ['Section', 'Score', 'Compliant', 'Deviating', 'Excepted', 'Cannot be told', 'Attested'] as const;
const NUMBERS = [1, 2, 3, 4, 5, 6];

/** The score, section by section, each kind counted apart. */
export function standingBlocks({ standing, today }: Shown, people: readonly Attested[]): Block[] {
  if (!standing) return [];
  const { done, of, sections = {} } = attestedCounts(people);
  const rows = SECTIONS.flatMap(({ slug, title }): (readonly Cell[])[] => {
    const [counts, attested] = [standing.sections[slug], sections[slug]];
    return counts || attested ? [row(title, counts ?? NONE, attested && `${attested.done} of ${attested.of}`)] : [];
  });
  return [
    heading('standing', 'How it stands'),
    paragraph(
      `Counted on ${today}: pairs of a resource and a control, each once. The score is the share of what is compliant of all that could be told; what is excepted counts against it. What a person attests is counted apart.`,
    ),
    tabled(
      'How it stands, section by section',
      HEAD,
      [...rows, row('All', standing.total, `${done} of ${of}`)],
      NUMBERS,
    ),
  ];
}

function row(title: string, counts: Counts, attested = ''): readonly Cell[] {
  const score = percentOf(counts);
  const { compliant, deviating, excepted, unknown } = counts;
  return [
    title,
    score === undefined ? '' : `${score} %`,
    ...[compliant, deviating, excepted, unknown].map(String),
    attested,
  ];
}

/** Days that are shown of each; the file has them all. */
const MOST = 12;

/** How it stood on the days that were tracked, what was last first. */
export function historyBlocks(history: readonly Snapshot[]): Block[] {
  if (!history.length) return [];
  return [
    heading('history', 'How it stood'),
    ...seriesOf(history).flatMap(([name, entries], i): Block[] => {
      const rows = [...entries]
        .reverse()
        .slice(0, MOST)
        .map(({ day, total, attested }) => row(day, total, attested && `${attested.done} of ${attested.of}`));
      return [
        heading(`history-${i + 1}`, name, 3),
        tabled(`How it stood: ${name}`, ['Day', ...HEAD.slice(1)], rows, NUMBERS),
        ...(entries.length > MOST ? [paragraph(`${entries.length - MOST} earlier days are in the history.`)] : []),
      ];
    }),
  ];
}
