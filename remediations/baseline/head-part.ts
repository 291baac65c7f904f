import { type Block, type Cell, heading, listed, paragraph, tabled } from './blocks';
import type { Shown } from './document';
import type { Published } from './published';

const NOBODY = 'nobody is named (baseline in plumbline.yaml)';

/** What it is, whose, of which day, and how to read it. */
export function headBlocks({ version, day, decided }: Published, { today, looked }: Shown): Block[] {
  const { owner, approvedBy, review, scope, benchmark, level, guardrails } = decided;
  const due =
    review === undefined
      ? 'no day is named (baseline in plumbline.yaml)'
      : review < today
        ? `${review}, overdue`
        : review;
  const where = guardrails?.managementGroup
    ? `the management group ${guardrails.managementGroup}`
    : `the subscription ${guardrails?.subscription ?? '(not named)'}`;
  const rows: (readonly Cell[])[] = [
    ['Version', `${version}, of ${day}`],
    ['Owner', owner ?? NOBODY],
    ['Approved by', approvedBy ?? 'nobody is named'],
    ['Next review', due],
    ['Benchmark', `CIS Microsoft Azure Foundations Benchmark ${benchmark}.0, level ${level}`],
    ...(looked ? [['Looked at', `${looked}, on ${today}`]] : []),
    ...(guardrails ? [['Azure Policy', `holds it for ${where}, effect ${guardrails.effect ?? 'audit'}`]] : []),
  ];
  return [
    ...(scope ? [paragraph(scope)] : []),
    tabled('What this document is', ['About it', 'Said'], rows),
    heading('how', 'How it works'),
    listed([
      level === 2
        ? 'Level 2 holds level 1, and what costs more or gets in the way more often.'
        : 'Level 1 is what every subscription should have; level 2 would add what costs more or gets in the way more often.',
      'A control is met, or it deviates, or it is excepted: by somebody, for a reason, until a day. An exception is not compliance, and what cannot be told is not either.',
      'Deviations become changes of code that people review; nothing is changed in Azure but by Terraform.',
      'What no tool can check a person attests, with evidence, and again before the next day that is named.',
      'What is decided here stands in plumbline.yaml; every change of it makes a new version, with a record at the end.',
    ]),
  ];
}

/** What every version changed, the newest first. */
export function recordBlocks({ record }: Published): Block[] {
  return [
    heading('record', 'Change record'),
    ...record.flatMap(({ version, day, changes }): Block[] => [
      heading(`version-${version}`, `Version ${version}, ${day}`, 3),
      changes.length ? listed(changes.map(({ text }) => text)) : paragraph('First published.'),
    ]),
  ];
}
