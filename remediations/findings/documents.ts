import { fromDocument } from './decode';
import type { Document } from './format';

/**
 * What a text holds: a JSON document, several of them as a list (one on each line, or page after page of an answer), or a
 * text that is none. Lines before the first document are passed over.
 */
export function documentOf(text: string): Document {
  const whole = parsed(text) ?? several(text);
  if (whole) return whole;
  const document = fromDocument(text);
  return (document !== text && (parsed(document) ?? several(document))) || { text };
}

function parsed(text: string): Document | undefined {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** All of them or none: half a report would look like a whole one. */
function several(text: string): Document | undefined {
  const documents: unknown[] = [];
  for (let start = next(text, 0); start < text.length; ) {
    const end = endOf(text, start);
    const document = end === undefined ? undefined : parsed(text.slice(start, end));
    if (end === undefined || !document) return undefined;
    documents.push(document.json);
    start = next(text, end);
  }
  return documents.length > 1 ? { json: documents } : undefined;
}

/** The next character that is no blank. */
function next(text: string, from: number): number {
  const blank = /\S/g;
  blank.lastIndex = from;
  return blank.exec(text)?.index ?? text.length;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Behind the bracket that closes the one at `start`; undefined where no bracket is or none closes it. */
function endOf(text: string, start: number): number | undefined {
  if (!OPENING.has(text.charCodeAt(start))) return undefined;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (OPENING.has(code)) depth++;
    else if (CLOSING.has(code) && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The quote that closes the one at `start`, else the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  return at;
}
