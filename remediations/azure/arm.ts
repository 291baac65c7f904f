import { at, list } from '../findings/json';

export type Query = Readonly<Record<string, string>>;

/** Azure Resource Manager, as far as a scan needs it. `Unreadable` where Azure refuses or the answer makes no sense. */
export interface Arm {
  /** A path below the endpoint, or the whole address of a next page. */
  get(path: string, query?: Query): Promise<unknown>;
  post(path: string, query: Query, body?: unknown): Promise<unknown>;
}

/** One thing that could not be read. The scan goes on without it, and says so. */
export class Unreadable extends Error {
  constructor(
    /** Words of ours and codes of Azure; nothing of what was sent or answered. */
    readonly why: string,
    /** Undefined where no answer came. */
    readonly status?: number,
  ) {
    super(why);
    this.name = 'Unreadable';
  }

  /** Azure says that the object is not there. Where the type is not known to the service it says so differently. */
  get isAbsent(): boolean {
    return this.status === 404;
  }
}

/** More pages than any list has: what goes on behind them goes round in a circle. */
const MOST_PAGES = 10_000;

/** All entries of a list, page after page. */
export async function listed(arm: Arm, path: string, query: Query): Promise<unknown[]> {
  const entries: unknown[] = [];
  let answer = await arm.get(path, query);
  for (let page = 1; ; page++) {
    entries.push(...entriesOf(answer));
    // Two generations of services name it differently.
    const next = wordAt(answer, 'nextLink') ?? wordAt(answer, '@odata.nextLink');
    if (!next) return entries;
    if (page >= MOST_PAGES) throw new Unreadable(`the list has more than ${MOST_PAGES} pages`);
    answer = await arm.get(next);
  }
}

/** Some lists, such as parts of Microsoft.Sql before 2021, come without the object around them. */
export function entriesOf(answer: unknown): readonly unknown[] {
  const value = Array.isArray(answer) ? answer : at(answer, 'value');
  if (!Array.isArray(value)) throw new Unreadable('the answer is no list');
  return list(value);
}

/** A text as it is, of any length; undefined where there is none. */
export function wordAt(answer: unknown, name: string): string | undefined {
  const value = at(answer, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
