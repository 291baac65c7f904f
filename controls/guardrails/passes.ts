import { accepts } from '../accept';
import type { Accept, Expectation } from '../control';
import type { ArmPlace } from '../provider/arm';
import { armWords } from '../provider/conversion';
import { attributeFacts } from '../provider/facts';
import { unsaid } from '../provider/unsaid';
import type { Wanted } from '../reading';
import { isAbsent, type Scalar, Unknown } from '../value';
import { allOf, anyOf, type Condition } from './policy';

/** What a resource is taken for that says nothing, where nobody knows what Azure makes of that. */
export type InDoubt = 'passes' | 'deviates';

/** A condition that is true of what meets one leaf of a `want`; undefined where the language cannot say it. */
export function passes(
  type: string,
  leaf: Wanted,
  { place, field }: { readonly place: ArmPlace; readonly field: string },
  inDoubt: InDoubt,
): Condition | undefined {
  const said = whenSaid(leaf.expectation, place, field);
  if (!said) return undefined;
  return passesUnsaid(type, leaf, inDoubt) ? anyOf({ field, exists: false }, said) : said;
}

/** Whether a resource passes that says nothing, as azurerm would read it. */
function passesUnsaid(type: string, { dotted, expectation }: Wanted, inDoubt: InDoubt): boolean {
  const facts = attributeFacts(type, dotted, 4);
  const value = facts && unsaid(type, dotted, facts);
  if (isAbsent(value)) return expectation.orAbsent === true || accepts(expectation.accept, undefined) === true;
  const accepted = accepts(expectation.accept, value);
  return accepted instanceof Unknown ? inDoubt === 'passes' : accepted;
}

function whenSaid({ accept }: Expectation, place: ArmPlace, field: string): Condition | undefined {
  const { conversion } = place;
  if (place.paths.length !== 1) return undefined;
  if ('in' in accept) return oneOfWords(accept.in, conversion, field);
  if ('present' in accept) return accept.present ? presence(conversion, field) : { field, exists: false };
  if ('includes' in accept) return including(accept, conversion, field);
  if ('min' in accept || 'max' in accept) return conversion === 'id' ? range(accept, field) : undefined;
  return undefined;
}

function oneOfWords(values: readonly Scalar[], conversion: string, field: string): Condition | undefined {
  if (!/^(id|onoff|not|map:)/.test(conversion)) return undefined;
  const words = values.flatMap((value) => armWords(conversion, value));
  if (!words.length || words.some((word) => !isOperand(word))) return undefined;
  const said = (words as Scalar[]).filter((word) => word !== 'absent' && word !== 'null');
  const silent: Condition[] = said.length < words.length ? [{ field, exists: false }] : [];
  if (!said.length) return silent[0];
  return anyOf(said.length === 1 ? { field, equals: said[0] } : { field, in: said }, ...silent);
}

const isOperand = (word: unknown): word is Scalar => ['string', 'number', 'boolean'].includes(typeof word);

const presence = (conversion: string, field: string): Condition | undefined =>
  conversion === 'id' ? allOf({ field, exists: true }, { field, notEquals: '' }) : undefined;

function including({ includes }: Extract<Accept, { includes: unknown }>, conversion: string, field: string) {
  if (!includes.every((item) => typeof item === 'string')) return undefined;
  // One text of Azure holds them all.
  if (/^set_to_(csv|ssv)$|^csv$/.test(conversion))
    return allOf(...includes.map((item): Condition => ({ field, contains: item })));
  if (conversion !== 'id' || !field.endsWith('[*]')) return undefined;
  return allOf(
    ...includes.map((item): Condition => ({ count: { field, where: { field, equals: item } }, greater: 0 })),
  );
}

function range({ min, max, or }: Extract<Accept, { or?: number }>, field: string): Condition {
  const bounds: Condition[] = [
    ...(min === undefined ? [] : [{ field, greaterOrEquals: min }]),
    ...(max === undefined ? [] : [{ field, lessOrEquals: max }]),
  ];
  return or === undefined ? allOf(...bounds) : anyOf({ field, equals: or }, allOf(...bounds));
}
