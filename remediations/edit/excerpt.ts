import type { File } from '../hcl/ast';
import { parse } from '../hcl/parse';
import { type BlockStep, sameHead } from '../locate/hcl/trace';
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

/** Whole lines of a file, as a file of their own. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly file: File;
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
  const [outer] = place.blocks;
  if (!outer) return { line: 1, before: syntax.text, after: applyTo(syntax, [change]).text };
  const block = stretchOf(syntax, outer);
  if (!block) return undefined;
  const { file, start } = block;
  return {
    line: lineAt(place.file, start),
    before: file.text,
    after: applyTo(file, [inStretch(change)]).text,
  };
}

/** Most blocks have several changes. */
const stretches = new WeakMap<object, Stretch | undefined>();

/** The lines of a block at the top level, where they are a file of their own. */
export function stretchOf(syntax: File, outer: BlockStep): Stretch | undefined {
  const block = syntax.body.items.filter((item) => item.type === 'block' && sameHead(item, outer))[outer.nth];
  if (!block) return undefined;
  if (!stretches.has(block)) stretches.set(block, cutOut(syntax.text, block));
  return stretches.get(block);
}

function cutOut(text: string, block: { readonly start: number; readonly end: number }): Stretch | undefined {
  const start = text.lastIndexOf('\n', block.start) + 1;
  const end = text.indexOf('\n', block.end) + 1 || text.length;
  const parsed = parse(text.slice(start, end));
  return parsed.ok ? { start, end, file: parsed.file } : undefined;
}

/** The change as it is written into the lines of its block alone, where the block is the first of its kind. */
export function inStretch(change: Change): Change {
  const { place } = change.edit;
  const [outer, ...inner] = place.blocks;
  const blocks = [{ ...outer, nth: 0 }, ...inner];
  return { ...change, edit: { ...change.edit, place: { ...place, blocks } } };
}
