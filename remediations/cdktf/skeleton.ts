/** What may stand before a regular expression, where a division could not stand. */
const BEFORE_PATTERN = /(?:[(,=:[!&|?{};+]|\b(?:return|typeof|case))\s*$/;

/**
 * TypeScript with blanks for comments, and for what stands inside texts and patterns, so that brackets and commas are those of
 * the code. Offsets and lines stay.
 */
export function skeleton(text: string): string {
  let made = '';
  let at = 0;
  const blank = (to: number) => {
    made += text.slice(at, to).replace(/[^\n]/g, ' ');
    at = to;
  };
  while (at < text.length) {
    const start = /["'`/]/g;
    start.lastIndex = at;
    const found = start.exec(text);
    if (!found) break;
    made += text.slice(at, found.index);
    at = found.index;
    const two = text.slice(at, at + 2);
    if (two === '//') blank(until(text, '\n', at));
    else if (two === '/*') blank(Math.min(text.length, until(text, '*/', at + 2) + 2));
    else if (found[0] !== '/') blank(endOfText(text, at));
    else if (BEFORE_PATTERN.test(made.slice(-40)) || made.trim() === '') blank(endOfPattern(text, at));
    else {
      made += '/';
      at++;
    }
  }
  return made + text.slice(at);
}

const until = (text: string, mark: string, from: number): number => {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
};

/** Behind the closing quote; a template holds code, which may hold templates. */
export function endOfText(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at + 1;
    else if (quote === '`' && text.startsWith('${', at)) at = endOfCode(text, at + 2);
    else if (quote !== '`' && text[at] === '\n') return at;
  }
  return text.length;
}

/** The offset of the bracket that closes the code of a template. */
function endOfCode(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
    else if (/["'`]/.test(text[at])) at = endOfText(text, at) - 1;
  }
  return text.length;
}

function endOfPattern(text: string, start: number): number {
  let inClass = false;
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') inClass = true;
    else if (text[at] === ']') inClass = false;
    else if (text[at] === '/' && !inClass) return at + 1;
  }
  return start + 1;
}
