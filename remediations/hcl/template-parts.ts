import type { Heredoc, Part, Template } from './ast';

// What Go's unicode.IsSpace accepts: other than \s it has U+0085 and lacks the byte order mark.
const SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING = new RegExp(`^${SPACE}*`);
const TRAILING = new RegExp(`${SPACE}$`);

/** Text that HCL treats as one piece: a line of a heredoc, or all text between two templates of a string. */
interface Piece {
  text: string;
}

/** The text without blanks on both ends, where a blank is what HCL takes for one. */
export function trimSpaces(text: string): string {
  return trimEnd(text).replace(LEADING, '');
}

/**
 * The parts as they make up the value: blanks removed where a `~` asks for it, and the common indentation for `<<-`.
 * As in HCL, a `~` in a heredoc reaches to the next or previous line end only.
 */
export function templateParts(template: Template | Heredoc): readonly Part[] {
  const { parts } = template;
  const heredoc = template.type === 'heredoc';
  if (!(heredoc && template.flush) && !parts.some(trims)) return parts;
  const pieces = parts.map((part): Piece[] => {
    if (part.type !== 'part') return [];
    const texts = heredoc ? part.value.split(/(?<=\n)/) : [part.value];
    return texts.map((text) => ({ text }));
  });
  parts.forEach((part, at) => {
    if (part.type === 'part') return;
    const before = pieces[at - 1]?.at(-1);
    const after = pieces[at + 1]?.[0];
    if (part.trimLeft && before !== undefined) before.text = trimEnd(before.text);
    if (part.trimRight && after !== undefined) after.text = after.text.replace(LEADING, '');
  });
  if (heredoc && template.flush) removeIndent(pieces);
  return parts.map((part, at) =>
    part.type === 'part' ? { ...part, value: pieces[at]!.map((piece) => piece.text).join('') } : part,
  );
}

function trims(part: Part): boolean {
  return part.type !== 'part' && (part.trimLeft || part.trimRight);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && TRAILING.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Lines of blanks only neither count nor lose anything; a line that starts with a template has no indentation. */
function removeIndent(parts: readonly (readonly Piece[])[]): void {
  const starts: Piece[] = [];
  let indent = Number.POSITIVE_INFINITY;
  let atStart = true;
  for (const pieces of parts) {
    if (pieces.length === 0) {
      if (atStart) indent = 0;
      atStart = false;
    }
    for (const piece of pieces) {
      if (atStart && !isBlankLine(piece.text)) {
        starts.push(piece);
        indent = Math.min(indent, LEADING.exec(piece.text)![0].length);
      }
      atStart = piece.text.endsWith('\n');
    }
  }
  for (const piece of starts) {
    const rest = piece.text.slice(indent);
    // An accent behind the last blank forms one character with it and goes as well.
    piece.text = indent === 0 || piece.text[indent - 1] === '\t' ? rest : rest.replace(/^\p{Mark}+/u, '');
  }
}

function isBlankLine(text: string): boolean {
  return text.endsWith('\n') && trimSpaces(text) === '';
}
