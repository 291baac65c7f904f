import { asWritten, dayIn, fields, text } from './members';

/** What the document of the baseline says of itself. */
export interface BaselineFacts {
  readonly title?: string;
  /** What it is for, in the owner's words. */
  readonly scope?: string;
  readonly owner?: string;
  readonly approvedBy?: string;
  /** The day by which it is reviewed. */
  readonly review?: string;
}

export const BASELINE_FACTS = {
  title: 'What the document is called.',
  scope: 'What the baseline is for, in your words.',
  owner: 'Who answers for it.',
  approvedBy: 'Who has approved it.',
  review: 'The day by which it is reviewed.',
} as const;

/** The `baseline` of a profile; mistakes name the place, what is allowed and what to do. */
export function readBaselineFacts(value: unknown, place: string): BaselineFacts {
  const given = fields(value, place, Object.keys(BASELINE_FACTS));
  const facts = Object.entries(given).map(([name, each]) => {
    const said = text(asWritten(each), `${place}, ${name}`, BASELINE_FACTS[name as keyof BaselineFacts]);
    if (name === 'review') dayIn(each, `${place}: review`, 'Give a day, such as 2027-06-30.');
    return [name, said] as const;
  });
  return Object.fromEntries(facts);
}
