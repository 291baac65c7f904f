import { daysUntil, type ProfileException } from './exceptions';

/** A pattern that names nothing in particular. */
const ANY: Readonly<Record<'address' | 'arm' | 'path', RegExp>> = {
  address: /^(module\.)?[*.]*\*[*.]*$/,
  arm: /^(\/?subscriptions\/[^/]+)?[*/]*\*[*/]*$/i,
  path: /^[*./]*\*(\.tf)?$/,
};

/** Whether an exception is for everything there is, or for a whole subscription: that is no exception, but the control switched off. */
export function isForEverything({ address, arm, path, tags }: ProfileException): boolean {
  const patterns = [
    ...(address === undefined ? [] : [ANY.address.test(address)]),
    ...(arm === undefined ? [] : [ANY.arm.test(arm)]),
    ...(path === undefined ? [] : [ANY.path.test(path)]),
    ...Object.values(tags ?? {}).map((pattern) => /^\*+$/.test(pattern)),
  ];
  return patterns.every(Boolean);
}

const YEAR = 366;
const MANY = 20;

/** Why somebody should look at an exception again, in words. */
export function doubtsOf(exception: ProfileException, today: string, covers = 0): readonly string[] {
  const days = daysUntil(exception.until, today);
  return [
    ...(isForEverything(exception) ? ['fits everything'] : []),
    ...(covers >= MANY ? [`covers ${covers} resources`] : []),
    ...(days > YEAR ? [`lasts ${days} days more`] : []),
  ];
}
