/** A list whose items are made when they are written. */
export class Listed<T> {
  constructor(
    readonly items: readonly T[],
    readonly entry: (item: T) => unknown,
  ) {}
}

/** Items that are written at once. */
const PIECE = 256;

/**
 * An object as `JSON.stringify(object, null, 2)` writes it, with a newline at the end, piece by piece: neither its text nor what
 * its lists hold stands in memory as a whole.
 */
export function* jsonText(object: Readonly<Record<string, unknown>>): Generator<string> {
  let before = '{';
  for (const [name, value] of Object.entries(object)) {
    if (value instanceof Listed && value.items.length) yield* listText(before, name, value);
    else yield before + inside(name, value instanceof Listed ? [] : value);
    before = ',';
  }
  yield before === '{' ? '{}\n' : '\n}\n';
}

function* listText<T>(before: string, name: string, { items, entry }: Listed<T>): Generator<string> {
  const start = `\n  ${JSON.stringify(name)}: [`;
  const end = '\n  ]';
  for (let at = 0; at < items.length; at += PIECE) {
    const text = inside(name, items.slice(at, at + PIECE).map(entry));
    yield (at ? ',' : before + start) + text.slice(start.length, -end.length);
  }
  yield end;
}

/** A member on lines of its own, as it stands between the braces of an object. */
const inside = (name: string, value: unknown): string => JSON.stringify({ [name]: value }, null, 2).slice(1, -2);
