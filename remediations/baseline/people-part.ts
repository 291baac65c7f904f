import { append } from '../../controls/append';
import { cisNumbers } from '../../controls/index';
import type { Attested } from '../profile/attestations';
import { type Block, code, heading, listed, paragraph, tabled } from './blocks';
import type { Decided } from './decided';

/** What only a person can check: what is missing first, then what is due first. */
export function attestationBlocks(people: readonly Attested[]): Block[] {
  if (!people.length) return [];
  const due = people.filter(({ state }) => state !== 'attested').length;
  const rows = people.map(({ control, attestation, state }) => [
    cisNumbers(control).join(', '),
    [`${control.title} (`, code(control.id), ')'],
    state,
    attestation ? `${attestation.by}, ${attestation.on}` : '',
    attestation?.evidence ?? '',
    attestation?.next ?? `every ${control.manual?.every ?? ''}`,
  ]);
  return [
    heading('attestations', 'Attestations'),
    paragraph(
      due
        ? `${due} of ${people.length} controls for a person are missing, overdue, or due within a month.`
        : `All ${people.length} controls for a person are attested.`,
    ),
    tabled('Attestations', ['CIS', 'Control', 'State', 'By', 'Evidence', 'Next'], rows),
  ];
}

/** Everybody who answers for something, and for what. */
export function ownerBlocks({ owner, approvedBy, exceptions, attestations }: Decided): Block[] {
  const all = new Map<string, string[]>();
  if (owner) append(all, owner, 'this baseline');
  if (approvedBy) append(all, approvedBy, 'its approval');
  for (const [name, count] of counted(exceptions.map((each) => each.owner)))
    append(all, name, count === 1 ? 'one exception' : `${count} exceptions`);
  for (const [name, count] of counted(attestations.map(({ by }) => by)))
    append(all, name, count === 1 ? 'one attestation' : `${count} attestations`);
  if (!all.size) return [];
  const rows = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, what]) => `${name}: ${what.join(', ')}`);
  return [heading('owners', 'Owners'), listed(rows)];
}

function counted(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
