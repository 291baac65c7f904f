// JSON that CDK for Terraform wrote: where it comes from stands in its "//" entries.
import { posix } from 'node:path';
import type { Attribute, Block, Body, Expression, File } from '../../hcl/ast';

/** What a synthesized document says of an element of its stack. */
export interface ConstructMetadata {
  /** Ids from the stack down, `shop/box/vault`. */
  readonly path: string;
  /** Frames of where it was made, innermost first; releases of today write none. */
  readonly stackTrace: readonly string[];
}

/** The name of the stack that a document was synthesized from; undefined for JSON that was not. */
export function stackOf({ body }: File): string | undefined {
  const metadata = metadataIn(body);
  return memberOf(metadata, 'version') && textOf(memberOf(metadata, 'stackName'));
}

/** What stands in the `"//"` of a resource; elements without, such as variables, have none. */
export function metadataOf({ body }: Block): ConstructMetadata | undefined {
  const metadata = metadataIn(body);
  const path = textOf(memberOf(metadata, 'path'));
  if (!path) return undefined;
  const frames = memberOf(metadata, 'stackTrace');
  return { path, stackTrace: frames?.type === 'tuple' ? frames.items.flatMap((each) => textOf(each) ?? []) : [] };
}

const copies = new WeakMap<readonly object[], readonly string[]>();

/** Whether a file is one of those that cdktf copied beside a document, such as a module of the app. */
export function isCopy(files: readonly { readonly path: string; readonly stack?: string }[], path: string): boolean {
  const known =
    copies.get(files) ??
    files.filter(({ stack }) => stack !== undefined).map((file) => posix.join(posix.dirname(file.path), 'assets/'));
  copies.set(files, known);
  return known.some((folder) => path.startsWith(folder));
}

/** Path of the construct that a block of a synthesized document is of. */
export const constructPath = ({ file, node }: { readonly file: { readonly stack?: string }; readonly node: Block }) =>
  file.stack === undefined ? undefined : metadataOf(node)?.path;

/** What an object says under a name. */
export const memberOf = (expression: Expression | undefined, name: string): Expression | undefined =>
  expression?.type === 'object'
    ? expression.items.find(({ key }) => key.type === 'text' && key.value === name)?.value
    : undefined;

const metadataIn = ({ items }: Body): Expression | undefined => {
  const comment = items.find((item): item is Attribute => item.type === 'attribute' && item.name === '//');
  return memberOf(comment?.value, 'metadata');
};

const textOf = (expression: Expression | undefined): string | undefined =>
  expression?.type === 'text' ? expression.value : undefined;
