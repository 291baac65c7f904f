import { UserError } from '../errors';
import { record } from '../findings/json';
import { isDay, isText } from './exceptions';

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
  const given = record(value);
  const allowed = Object.keys(BASELINE_FACTS);
  if (!given) throw new UserError(`${place}: a mapping is expected`, `Allowed in it: ${allowed.join(', ')}.`);
  const facts = Object.entries(given).map(([name, each]) => {
    if (!allowed.includes(name))
      throw new UserError(`${place}: "${name}" is not known`, `Allowed: ${allowed.join(', ')}.`);
    // YAML knows days as dates.
    const said = each instanceof Date ? each.toISOString().slice(0, 10) : each;
    if (!isText(said)) throw new UserError(`${place}, ${name}: a text is expected`, BASELINE_FACTS[name as 'title']);
    if (name === 'review' && !isDay(said))
      throw new UserError(`${place}: review is ${JSON.stringify(said)}`, 'Give a day, such as 2027-06-30.');
    return [name, said.trim()] as const;
  });
  return Object.fromEntries(facts);
}
