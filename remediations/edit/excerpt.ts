import type { File } from '../hcl/ast';
import { parse } from '../hcl/parse';
import { sameHead } from '../locate/hcl/trace';
import { lineAt } from '../locate/hcl/tree';
import type { Change } from '../plan-types';
import { applyTo } from './apply';

/** The text that one change is about, before and after it alone. */
export interface Excerpt {
  /** Where it starts in the file as it is, from 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The block that holds the change, or the whole file where no block does. Other changes are not in it, so that it costs no
 * more than the block is long.
 * @returns undefined where the text cannot be taken out of its file
 */
export function excerptOf(change: Change): Excerpt | undefined {
  const { place } = change.edit;
  const { syntax } = place.file;
  if (!syntax) return undefined;
  const [outer, ...inner] = place.blocks;
  if (!outer) return { line: 1, before: syntax.text, after: applyTo(syntax, [change]).text };
  const block = syntax.body.items.filter((item) => item.type === 'block' && sameHead(item, outer))[outer.nth];
  const start = block ? syntax.text.lastIndexOf('\n', block.start) + 1 : -1;
  const text = block && fileOf(syntax.text.slice(start, lineEnd(syntax.text, block.end)));
  if (!text) return undefined;
  const blocks = [{ ...outer, nth: 0 }, ...inner];
  const alone = { ...change, edit: { ...change.edit, place: { ...place, blocks } } };
  return { line: lineAt(place.file, block.start), before: text.text, after: applyTo(text, [alone]).text };
}

const lineEnd = (text: string, from: number): number => text.indexOf('\n', from) + 1 || text.length;

function fileOf(text: string): File | undefined {
  const parsed = parse(text);
  return parsed.ok ? parsed.file : undefined;
}
