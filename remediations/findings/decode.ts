const esc = String.fromCharCode(27);
const bell = String.fromCharCode(7);
// Colours and cursor moves, window titles, and the two-character sequences.
const ansi = new RegExp(`${esc}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bell}${esc}]*(?:${bell}|${esc}\\\\)?|[@-Z\\\\-_])`, 'g');

// A line like `[INFO] reading` or `{}` inside a sentence is no document: what follows the bracket has to fit as well.
const documentStart = /^[ \t]*(?:\{\s*(?:"|\}\s*$)|\[\s*(?:\{|\]\s*$))/m;

/**
 * The text of a report's bytes: UTF-8 or UTF-16 in either byte order, told by the byte order mark or, without one, by
 * where the zero bytes of the first character are. The mark and terminal colours are left out; bytes that are no text
 * become U+FFFD. Never throws.
 */
export function decode(bytes: Uint8Array): string {
  const decoded = new TextDecoder(encoding(bytes)).decode(bytes);
  return withoutAnsi(decoded);
}

/** The text without the sequences that colour a terminal or move its cursor. */
export function withoutAnsi(text: string): string {
  return text.includes(esc) ? text.replace(ansi, '') : text;
}

function encoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length >= 2 && first !== 0 && second === 0) return 'utf-16le';
  if (bytes.length >= 2 && first === 0 && second !== 0) return 'utf-16be';
  return 'utf-8';
}

/**
 * The text with the lines before its JSON document emptied: log lines, banners, `name =`. Lines keep their numbers, so
 * that a position in the result is one in the file. The text as it is when it starts with a document or holds none.
 */
export function fromDocument(text: string): string {
  const start = documentStart.exec(text)?.index ?? 0;
  const noise = text.slice(0, start);
  return noise.trim() === '' ? text : '\n'.repeat(noise.split('\n').length - 1) + text.slice(start);
}
