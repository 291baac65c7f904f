import { indented, keyCode, stepsCode } from './typescript';

/** One property of a config, as code. */
export interface Property {
  /** Names and indexes on the way to it, in the config. */
  readonly steps: readonly (string | number)[];
  /** The same as text: `networkRules.defaultAction`. */
  readonly path: string;
  /** What is so now; absent where nothing is. */
  readonly from?: string;
  /** It is so by default, and not written. */
  readonly isDefault: boolean;
  readonly to: string;
  /** Properties that have to go. */
  readonly remove: readonly (readonly (string | number)[])[];
  /** The value is one more element of a list. */
  readonly isBeside: boolean;
}

interface Leaf {
  readonly code: string;
  readonly comment: string;
}
type Node = Leaf | Map<string, Node>;

/**
 * Properties as one object literal, nested as the config is. What stands inside the element of a list is a comment: the
 * literal would replace the list.
 */
export function configCode(properties: readonly Property[]): string {
  const root = new Map<string, Node>();
  const comments: string[] = [];
  const write = (steps: Property['steps'], leaf: Leaf) => {
    const names = steps.filter((step) => typeof step === 'string');
    if (names.length < steps.length || !put(root, names, leaf)) comments.push(`${stepsCode(steps)}: ${leaf.code}`);
  };
  for (const { steps, to, remove, ...property } of properties) {
    write(steps, { code: to, comment: oneLine(commentOf(property)) });
    for (const each of remove) write(each, { code: 'undefined', comment: 'has to go' });
  }
  const lines = ['// …', ...members(root), ...comments.flatMap((each) => each.split('\n').map((line) => `// ${line}`))];
  return `{\n${lines.map((line) => `  ${indented(line)}\n`).join('')}}`;
}

function commentOf({ from, isDefault, isBeside }: Pick<Property, 'from' | 'isDefault' | 'isBeside'>): string {
  if (isBeside) return 'beside those that are there';
  return from === undefined ? '' : `${isDefault ? 'by default' : 'now'} ${from}`;
}

/** Comments end with the line. */
const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
};

/** False where something else is in the way. */
function put(into: Map<string, Node>, [first, ...rest]: readonly string[], leaf: Leaf): boolean {
  const known = into.get(first);
  if (!rest.length) {
    if (known) return false;
    into.set(first, leaf);
    return true;
  }
  const inner = known ?? new Map<string, Node>();
  if (!(inner instanceof Map)) return false;
  into.set(first, inner);
  return put(inner, rest, leaf);
}

const members = (nodes: ReadonlyMap<string, Node>): string[] =>
  [...nodes].map(([name, node]) => {
    if (node instanceof Map)
      return `${keyCode(name)}: {\n${members(node)
        .map((each) => `  ${indented(each)}\n`)
        .join('')}},`;
    return `${keyCode(name)}: ${node.code},${node.comment && ` // ${node.comment}`}`;
  });
