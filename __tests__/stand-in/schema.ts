// The provider facts as a tree of blocks, and that tree in Terraform's schema message.
import { type AttributeFacts, attributesOf, type Major, timeoutsOf } from '../../controls/provider/facts';
import { isNameIn3 } from '../../controls/provider/names-in-3';

/** cty's JSON notation: 'string', ['list', 'string'], ['set', ['object', {…}]]. */
export type TypeJson = string | readonly [string, TypeJson | Readonly<Record<string, TypeJson>>];

export interface Attribute {
  readonly type: TypeJson;
  readonly facts: AttributeFacts;
  /** What is inside, when the elements are objects. */
  readonly elements?: Block;
}
export interface NestedBlock {
  readonly nesting: 'single' | 'list' | 'set';
  readonly facts: AttributeFacts;
  readonly block: Block;
}
export interface Block {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: ReadonlyMap<string, NestedBlock>;
}

const optionalText: Attribute = { type: 'string', facts: { type: 'String', optional: true } };

/** A resource type with its `timeouts`, as the provider's schema has it in this major. */
export function resourceBlock(type: string, major: Major): Block {
  const children = new Map<string, [string, AttributeFacts][]>();
  for (const [path, facts] of attributesOf(type, major)) {
    // The facts of 3.x stand under the names of 4.x.
    if (major === 3 && !isNameIn3(type, path)) continue;
    const dot = path.lastIndexOf('.');
    const parent = path.slice(0, Math.max(dot, 0));
    children.set(parent, [...(children.get(parent) ?? []), [path, facts]]);
  }
  const resource = blockAt(children, '', false);
  const operations = timeoutsOf(type).map((operation) => [operation, optionalText] as const);
  const timeouts: NestedBlock = {
    nesting: 'single',
    facts: { type: 'List', elem: 'object', optional: true },
    block: { attributes: new Map(operations), blocks: new Map() },
  };
  return { ...resource, blocks: new Map([...resource.blocks, ['timeouts', timeouts]]) };
}

function blockAt(children: Map<string, [string, AttributeFacts][]>, parent: string, insideAttribute: boolean): Block {
  const attributes = new Map<string, Attribute>();
  const blocks = new Map<string, NestedBlock>();
  for (const [path, facts] of children.get(parent) ?? []) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    if (facts.elem !== 'object') {
      attributes.set(name, { type: plainType(facts), facts });
      continue;
    }
    const nesting = facts.type === 'Set' ? 'set' : 'list';
    // Objects that only the provider writes are attributes, and so is everything inside an attribute.
    const asAttribute = insideAttribute || facts.attributeAsBlock === true || (facts.computed && !facts.optional);
    const inside = blockAt(children, path, asAttribute === true);
    if (asAttribute) attributes.set(name, { type: [nesting, objectType(inside)], facts, elements: inside });
    else blocks.set(name, { nesting, facts, block: inside });
  }
  return { attributes, blocks };
}

const primitives: Readonly<Record<string, string>> = {
  String: 'string',
  Bool: 'bool',
  Int: 'number',
  Float: 'number',
  Dynamic: 'dynamic',
};

function plainType({ type, elem }: AttributeFacts): TypeJson {
  return primitives[type] ?? [type.toLowerCase(), primitives[elem ?? 'String'] ?? 'string'];
}

function objectType(block: Block): TypeJson {
  return ['object', Object.fromEntries([...block.attributes].map(([name, { type }]) => [name, type]))];
}

const nestingNumber = { single: 1, list: 2, set: 3 } as const;

/** Terraform's Schema message. */
export function schemaMessage(block: Block): { version: number; block: object } {
  return { version: 0, block: blockMessage(block) };
}

function blockMessage(block: Block): object {
  return {
    attributes: [...block.attributes].map(([name, { type, facts }]) => ({
      name,
      type: Buffer.from(JSON.stringify(type)),
      required: facts.required,
      optional: facts.optional,
      computed: facts.computed,
      sensitive: facts.sensitive,
      deprecated: facts.deprecated !== undefined,
      write_only: facts.writeOnly,
    })),
    block_types: [...block.blocks].map(([name, { nesting, facts, block: inside }]) => ({
      type_name: name,
      block: blockMessage(inside),
      nesting: nestingNumber[nesting],
      min_items: facts.required ? (facts.minItems ?? 1) : 0,
      max_items: facts.maxItems ?? 0,
    })),
  };
}
