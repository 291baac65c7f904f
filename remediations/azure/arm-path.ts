import { list, record } from '../findings/json';

/** Stands for a block that is there and says nothing more. */
export const PRESENT = Symbol('present');
/** Stands for a block that Azure says is not there. */
export const ABSENT = Symbol('absent');

/** What stands at a dotted path; `[]` behind a name goes through all elements. */
export function valuesAt(from: unknown, path: string): readonly unknown[] {
  let values: readonly unknown[] = [from];
  for (const step of path.split('.')) {
    const name = step.replace('[]', '');
    values = values.flatMap((each) => {
      const members = record(each);
      if (!members || !Object.hasOwn(members, name)) return [];
      return step.endsWith('[]') ? list(members[name]) : [members[name]];
    });
  }
  return values.filter((each) => each !== undefined && each !== null);
}
