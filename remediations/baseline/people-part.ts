import { append } from '../../controls/append';
import { cisNumbers } from '../../controls/index';
import type { RegisterEntry } from '../exception-register';
import { plural } from '../plural';
import type { Attested } from '../profile/attestations';
import { type Block, type Cell, code, heading, type Inline, paragraph, tabled } from './blocks';
import type { Decided } from './decided';

/** What only a person can check: what is missing first, then what is due first. */
export function attestationBlocks(people: readonly Attested[]): Block[] {
  if (!people.length) return [];
  const parts = (['missing', 'overdue', 'due soon', 'attested'] as const).flatMap((state) => {
    const count = people.filter((each) => each.state === state).length;
    return count ? [`${count} ${state}`] : [];
  });
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
    paragraph(`${plural(people.length, 'control')} for a person: ${parts.join(', ')}.`),
    tabled('Attestations', ['CIS', 'Control', 'State', 'By', 'Evidence', 'Next'], rows),
  ];
}

/** Everybody who answers for something, and for what. */
export function ownerBlocks({ owner, approvedBy, attestations }: Decided, register: readonly RegisterEntry[]): Block[] {
  const all = new Map<string, Inline[][]>();
  if (owner) append(all, owner, ['this baseline']);
  if (approvedBy) append(all, approvedBy, ['its approval']);
  const excepted = register.map(({ control, exception }) => [exception.owner, control] as const);
  for (const [name, controls] of grouped(excepted)) append(all, name, ['exceptions from ', ...controls]);
  for (const [name, controls] of grouped(attestations.map(({ by, control }) => [by, control] as const)))
    append(all, name, ['attestations of ', ...controls]);
  if (!all.size) return [];
  const rows = [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, parts]): readonly Cell[] => [name, joined(parts, '; ')]);
  return [heading('owners', 'Owners'), tabled('Owners', ['Who', 'Answers for'], rows)];
}

/** Controls by name, each once, with how often. */
function grouped(all: readonly (readonly [name: string, control: string])[]): Map<string, Inline[]> {
  const names = new Map<string, Map<string, number>>();
  for (const [name, control] of all) {
    const counts = names.get(name) ?? new Map<string, number>();
    names.set(name, counts.set(control, (counts.get(control) ?? 0) + 1));
  }
  return new Map(
    [...names].map(([name, counts]) => {
      const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
      return [
        name,
        joined(
          sorted.map(([control, count]) => [code(control), ...(count > 1 ? [` ×${count}`] : [])]),
          ', ',
        ),
      ];
    }),
  );
}

const joined = (parts: readonly (readonly Inline[])[], between: string): Inline[] =>
  parts.flatMap((part, i) => (i ? [between, ...part] : part));
