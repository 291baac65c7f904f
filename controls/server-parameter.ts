import { amending, type Expectation, such } from './control';
import type { Value } from './value';

/** What happens to a parameter that is no longer in the code. */
export const RESET = 'Taking the resource away sets the parameter back to the default of the server.';

/** Azure does not tell the cases of a parameter's value apart. */
export const parameterIs = (value: string): Expectation<string> =>
  such(`"${value}"`, (found) => typeof found === 'string' && found.toLowerCase() === value.toLowerCase(), value);

/** A number of days, which a parameter holds as a text. */
export const daysAbove = (days: number, set: string): Expectation<string> =>
  such(`more than ${days} days`, (found) => isNumeral(found) && Number(found) > days, set);

const isNumeral = (found: Value) => typeof found === 'number' || (typeof found === 'string' && /^\d+$/.test(found));

/** The entries of a list that stands in one text: `TLSv1.1,TLSv1.2`. */
export const entries = (text: Value): string[] =>
  typeof text === 'string'
    ? text
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== '')
    : [];
const holds = (list: readonly string[], entry: string) =>
  list.some((each) => each.toLowerCase() === entry.toLowerCase());

/** Nothing but these; a fix takes the others out, and writes the first where none of these is left. */
export const entriesOf = (first: string, ...also: string[]): Expectation<string> => {
  const allowed = [first, ...also];
  const test = (found: Value) => {
    const list = entries(found);
    return list.length > 0 && list.every((entry) => holds(allowed, entry));
  };
  const kept = (found: string) => entries(found).filter((entry) => holds(allowed, entry));
  return amending(such(`nothing but ${allowed.join(', ')}`, test, first), (found) => kept(found).join(',') || first);
};

/** One of these is among the entries; a fix adds the first to what is there. */
export const entryAmong = (first: string, ...also: string[]): Expectation<string> =>
  amending(
    such(
      `${[first, ...also].join(' or ')} among the entries`,
      (found) => entries(found).some((entry) => holds([first, ...also], entry)),
      first,
    ),
    (found) => [...entries(found), first].join(','),
  );
