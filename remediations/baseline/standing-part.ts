import { SECTIONS } from '../../controls/sections';
import { type Attested, attestedCounts } from '../profile/attestations';
import { type Counts, NONE, percentOf } from '../score';
import { type Block, type Cell, heading, paragraph, tabled } from './blocks';
import type { Shown } from './document';

const HEAD = ['Section', 'Score', 'Compliant', 'Deviating', 'Excepted', 'Cannot be told', 'Attested'] as const;

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
    paragraph(`Counted on ${today}: pairs of a resource and a control, each once.`),
    tabled(
      'How it stands, section by section',
      HEAD,
      [...rows, row('All', standing.total, `${done} of ${of}`)],
      [1, 2, 3, 4, 5, 6],
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
