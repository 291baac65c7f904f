const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file's bytes. A byte order mark stays in the text, so that writing the text back gives the same bytes.
 * Returns undefined when the bytes are not UTF-8: decoding leniently would corrupt the file on the way back.
 */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Offsets (UTF-16 code units) at which the lines of `text` start; always at least `[0]`. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Line and column, both from 1, of an offset in UTF-16 code units. For many positions in one text pass the result of
 * `lineStarts` instead of the text.
 */
export function position(source: string | readonly number[], offset: number): Position {
  const starts = typeof source === 'string' ? lineStarts(source) : source;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** The line ending of a text: that of its first line, `\n` when it has one line only. */
export function eol(text: string): '\r\n' | '\n' {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}
