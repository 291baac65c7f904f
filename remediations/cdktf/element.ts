import { bindingClass } from '../../controls/provider/names';
import type { Block } from '../hcl/ast';
import { type Place, sameHead } from '../locate/hcl/place';
import { metadataOf } from '../locate/hcl/synthesized';

/** An element of a stack of CDK for Terraform, as far as synthesized JSON tells. */
export interface Element {
  readonly stack: string;
  /** Ids from the stack down, `shop/box/vault`. Guessed for what has no metadata, such as variables. */
  readonly path: string;
  /** Class of the bindings, or of cdktf itself. */
  readonly className: string;
  /** Terraform type; undefined for what is no resource. */
  readonly type?: string;
  /** Where it was made, innermost frame first, where the release of cdktf writes that. */
  readonly stackTrace: readonly string[];
  /** What stands before the names of arguments: `variables` of a module. */
  readonly within?: string;
}

const CLASSES: Readonly<Record<string, string>> = {
  variable: 'TerraformVariable',
  locals: 'TerraformLocal',
  module: 'TerraformHclModule',
};

/** The element whose JSON holds `place`. */
export function elementOf({ file, blocks: [step], attribute }: Place): Element {
  const block = file.syntax?.body.items.find((item): item is Block => item.type === 'block' && sameHead(item, step));
  return element(file.stack ?? '', step, block, attribute);
}

/** The element that a resource block was synthesized from. */
export function elementOfBlock(stack: string, node: Block): Element {
  return element(stack, { kind: node.kind, labels: node.labels.map(({ value }) => value) }, node, undefined);
}

function element(
  stack: string,
  { kind, labels }: { readonly kind: string; readonly labels: readonly string[] },
  block: Block | undefined,
  attribute: string | undefined,
): Element {
  const { path, stackTrace = [] } = (block && metadataOf(block)) ?? {};
  const name = kind === 'locals' ? attribute : labels[labels.length - 1];
  return {
    stack,
    path: path ?? `${stack}/${name}`,
    className: kind === 'resource' ? bindingClass(labels[0]) : (CLASSES[kind] ?? kind),
    stackTrace,
    ...(kind === 'resource' ? { type: labels[0] } : {}),
    ...(kind === 'module' ? { within: 'variables' } : {}),
  };
}
