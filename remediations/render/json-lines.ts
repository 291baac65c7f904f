/**
 * JSON of an object, piece by piece, each entry of its lists on a line of its own: a text as large as a whole estate would
 * not fit into one string, and a difference between two of them could not be read.
 */
export function* jsonLines(value: object): Generator<string> {
  yield '{';
  let between = '\n';
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${between}${JSON.stringify(name)}:`;
    between = ',\n';
    if (Array.isArray(member)) yield* entries(member);
    else yield JSON.stringify(member);
  }
  yield '\n}\n';
}

function* entries(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [i, entry] of list.entries()) yield `${i ? ',' : ''}\n${JSON.stringify(entry ?? null)}`;
  yield list.length ? '\n]' : ']';
}
