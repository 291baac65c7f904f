import type { Path } from '../../../controls/value';
import type { Attribute, Block } from '../../hcl/ast';
import { type Placed, placedItems, type ResourceBlock } from './module';
import { lineAt, type SourceFile } from './tree';

export type Site = 'attribute' | 'block' | 'resource' | 'variable' | 'tfvars' | 'local' | 'argument' | 'mapEntry';

/** A block among its siblings of the same kind and labels, so that it is found again after other edits. */
export interface BlockStep {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly nth: number;
}

/** Where something is written, in terms that outlive other edits of the same file. */
export interface Place {
  readonly site: Site;
  readonly file: SourceFile;
  readonly blocks: readonly BlockStep[];
  /** Absent when the place is the block itself. */
  readonly attribute?: string;
  /** Keys and indexes inside the attribute's expression. */
  readonly steps: readonly (string | number)[];
  readonly start: number;
  readonly end: number;
}

export function blockPlace(
  site: Site,
  file: SourceFile,
  outer: readonly BlockStep[],
  block: Block,
  nth: number,
): Place {
  const step = { kind: block.kind, labels: block.labels.map((label) => label.value), nth };
  return { site, file, blocks: [...outer, step], steps: [], start: block.start, end: block.end };
}

/** The place of the block an item stands in: `place`, or the block of the override file it was merged from. */
export function holderOf(place: Place, { file, node }: Placed<Attribute | Block>): Place {
  if (file === place.file) return place;
  const { items } = file.syntax!.body;
  const owner = items.find((item): item is Block => item.type === 'block' && item.body.items.includes(node))!;
  return blockPlace(place.site, file, [], owner, nthOf(items, owner));
}

export const attributePlace = (owner: Place, { node }: Placed<Attribute>): Place => ({
  ...owner,
  site: 'attribute',
  attribute: node.name,
  start: node.value.start,
  end: node.value.end,
});

export const entry = (place: Place, step: string | number): Place => ({
  ...place,
  site: place.site === 'attribute' ? 'attribute' : 'mapEntry',
  steps: [...place.steps, step],
});

export const nthOf = (items: readonly (Attribute | Block)[], block: Block): number =>
  items.filter((item) => item.type === 'block' && sameHead(item, block)).indexOf(block);

export const sameHead = (a: Block, b: { kind: string; labels: readonly (string | { value: string })[] }): boolean =>
  a.kind === b.kind &&
  a.labels.length === b.labels.length &&
  a.labels.every((label, i) => {
    const other = b.labels[i];
    return label.value === (typeof other === 'string' ? other : other.value);
  });

export const at = (place: Place) => `${place.file.path}:${lineAt(place.file, place.start)}`;

/** The file and line where a reader looks for `path` of a resource: the attribute, else the block it would stand in. */
export function nearestLine({ file, firstLine, items }: ResourceBlock, path: Path): { file: string; line: number } {
  let here = { file: file.path, line: firstLine };
  let inside = items;
  for (let i = 0; i < path.length; i++) {
    const named = inside.filter(({ node }) => (node.type === 'attribute' ? node.name : node.kind) === path[i]);
    const chosen =
      named[typeof path[i + 1] === 'number' ? Number(path[++i]) : 0] ?? (named.length === 1 ? named[0] : undefined);
    if (!chosen) return here;
    here = { file: chosen.file.path, line: lineAt(chosen.file, chosen.node.start) };
    if (chosen.node.type === 'attribute') return here;
    inside = placedItems({ file: chosen.file, node: chosen.node });
  }
  return here;
}
