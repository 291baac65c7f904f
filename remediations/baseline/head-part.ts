import { plural } from '../plural';
import { scopeText } from '../profile/guardrail-choice';
import { type Block, type Cell, heading, listed, paragraph, tabled } from './blocks';
import type { Shown } from './document';
import type { Published } from './published';

const NOBODY = 'nobody is named (baseline in plumbline.yaml)';

/** What it is, whose, of which day, and how to read it. */
export function headBlocks({ version, day, decided }: Published, shown: Shown): Block[] {
  const { today } = shown;
  const { owner, approvedBy, review, scope, benchmark, level, guardrails, tool } = decided;
  const due =
    review === undefined
      ? 'no day is named (baseline in plumbline.yaml)'
      : review < today
        ? `${review}, overdue`
        : review;
  const rows: (readonly Cell[])[] = [
    ['Version', `${version}, of ${day}`],
    ['Owner', owner ?? NOBODY],
    ['Approved by', approvedBy ?? 'nobody is named'],
    ['Next review', due],
    ['Benchmark', `CIS Microsoft Azure Foundations Benchmark ${benchmark}.0, level ${level}`],
    ['Looked at', lookedText(shown)],
    ...(guardrails
      ? [['Azure Policy', `holds it for the ${scopeText(guardrails)}, effect ${guardrails.effect ?? 'audit'}`]]
      : []),
    ...(tool ? [['Written by', `plumbline ${tool}`]] : []),
  ];
  return [
    ...(scope ? [paragraph(scope)] : []),
    tabled('What this document is', ['About it', 'Said'], rows),
    heading('how', 'How to read it'),
    listed([
      level === 2
        ? 'Level 2 holds level 1, and what costs more or gets in the way more often.'
        : 'Level 1 is what every subscription should have; level 2 would add what costs more or gets in the way more often.',
      'A control is met, or it deviates, or it is excepted: by somebody, for a reason, until a day. An exception is not compliance, and what cannot be told is not either.',
      '“Checked” says that plumbline check judges it where it is run: code as it is written, and Azure as plumbline scan reads it. What Azure does not give out cannot be told.',
      '“The plan changes” says that plumbline plan writes a change of the code, or a stack for what stands in no code. People review it, and Terraform applies it.',
      'Where code is built from the hardened constructs of plumbline, what is left out is filled in as the controls ask, and enforce refuses to synthesize what deviates.',
      'What no tool can check a person attests, with evidence, and again before the next day that is named.',
      'What is decided here stands in plumbline.yaml; every change of it makes a new version, with a record at the end.',
    ]),
  ];
}

/** Subscriptions that are named; there may be thousands. */
const NAMED = 10;

/** Code and subscriptions that the counts are about. */
function lookedText({ today, code, inventory }: Shown): string {
  const parts: string[] = [];
  if (code) parts.push(`the code ${code.name} with ${plural(code.resources, 'resource')}, on ${today}`);
  if (inventory) {
    const { subscriptions, assets, readAt } = inventory;
    const names = subscriptions.slice(0, NAMED).map(({ id, name }) => (name === id ? id : `${name} (${id})`));
    const more = subscriptions.length > NAMED ? ` and ${subscriptions.length - NAMED} more` : '';
    const which = subscriptions.length === 1 ? 'the subscription' : `${subscriptions.length} subscriptions:`;
    parts.push(
      `${which} ${names.join(', ')}${more} with ${plural(assets.length, 'asset')}, read on ${readAt.slice(0, 10)}`,
    );
  }
  return parts.join('; ') || 'nothing: what is asked for stands here, not how it is met';
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
