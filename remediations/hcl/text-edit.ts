/** Replaces `start` to `end` (offsets in UTF-16 code units into the text it was planned for) by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The edits in the order of the text; insertions at one offset stay in the order given. Throws if two overlap. */
export function ordered(edits: readonly TextEdit[]): TextEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  sorted.forEach((edit, at) => {
    const before = sorted[at - 1];
    if (before !== undefined && edit.start < before.end) throw new Error(`two edits overlap at offset ${edit.start}`);
  });
  return sorted;
}

/** The text after all edits. Throws if two overlap. */
export function apply(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const edit of ordered(edits)) {
    pieces.push(text.slice(from, edit.start), edit.text);
    from = edit.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
