import { readIn3 } from '../../../controls/provider/names-in-3';
import type { Attributes } from '../../../controls/value';
import type { Block } from '../../hcl/ast';
import { type RemoteFacts, remoteFacts } from '../../remote-modules/facts';
import { admitted } from '../../remote-modules/releases';
import { type KnownSource, knownSource } from '../../remote-modules/source';
import type { Located, Root } from './estate';
import { entriesOf, type Scope } from './evaluate';
import { expansions, type ModuleInstance } from './instance';
import { attributeOf, literalText, type Module, type Placed, type ResourceBlock } from './module';
import { inputValue, type RemoteResource, remoteAttributes } from './remote-values';
import { lineAt } from './tree';

/** The known module that a call leads to, and the releases that it admits or why there are none. */
export function calledModule(call: Block): { source: KnownSource; releases: ReturnType<typeof admitted> } | undefined {
  const text = literalText(attributeOf(call, 'source')?.value);
  const source = text === undefined ? undefined : knownSource(text);
  if (!source) return undefined;
  const version = attributeOf(call, 'version')?.value;
  return { source, releases: admitted(source, version ? literalText(version) : null) };
}

/**
 * Resources that a call of a known module makes behind our back: addresses as Terraform and scanners have them, the block
 * of the call in place of their own. A module makes some of them only under conditions, so that they are judged when a
 * report names them.
 */
export function behind(instance: ModuleInstance, name: string, call: Placed<Block>, root: Root): Located[] {
  const called = calledModule(call.node);
  if (!called || typeof called.releases === 'string') return [];
  const { source, releases } = called;
  const facts = Object.keys(source.module.resources).flatMap((label) => remoteFacts(source, label, releases) ?? []);
  return expansions(call.node, instance.scope).flatMap(({ key, names }) =>
    facts.flatMap((each) => {
      const scope = { instance, names };
      const block = blockOf(call, each, instance);
      const prefix = `${instance.prefix}module.${name}${key}.${each.label}`;
      return keysOf(each, call.node, scope).map((inner) => new RemoteInstance(prefix, inner, block, scope, root, each));
    }),
  );
}

/** The entries that the resource is made for; undefined stands for all that is not known. */
function keysOf(facts: RemoteFacts, call: Block, scope: Scope): readonly (string | undefined)[] {
  const { each } = facts.resource;
  if (!each) return [undefined];
  const entries = entriesOf(inputValue([each], { facts, call, scope }));
  return entries?.every(([key]) => typeof key === 'string') ? entries.map(([key]) => String(key)) : [];
}

const blocks = new WeakMap<Module, Map<string, ResourceBlock>>();

/** The same for all instances: what is written in a call is written for all of them. */
function blockOf(call: Placed<Block>, { label }: RemoteFacts, { module }: ModuleInstance): ResourceBlock {
  const known = blocks.get(module) ?? new Map<string, ResourceBlock>();
  blocks.set(module, known);
  const [type, name] = label.split('.');
  const key = `${call.file.path} ${call.node.start} ${label}`;
  const block = known.get(key) ?? {
    file: call.file,
    node: call.node,
    module,
    items: [],
    type,
    name,
    firstLine: lineAt(call.file, call.node.start),
    lastLine: lineAt(call.file, call.node.end - 1),
  };
  known.set(key, block);
  return block;
}

class RemoteInstance implements Located {
  readonly address: string;
  readonly type: string;
  readonly remote: RemoteResource;
  readonly ignored: Located['ignored'];
  private read?: Attributes;

  constructor(
    prefix: string,
    key: string | undefined,
    readonly block: ResourceBlock,
    readonly scope: Scope,
    readonly root: Root,
    facts: RemoteFacts,
  ) {
    this.type = block.type;
    this.address = prefix + (facts.resource.counted ? '[0]' : key === undefined ? '' : `[${JSON.stringify(key)}]`);
    this.ignored = facts.resource.ignored ?? [];
    this.remote = { facts, call: block.node, scope, ...(key === undefined ? {} : { key }) };
  }

  get attributes(): Attributes {
    this.read ??= this.asRead();
    return this.read;
  }

  private asRead(): Attributes {
    const attributes = remoteAttributes(this.remote, this.type);
    return this.root.version.major === 3 ? readIn3(this.type, attributes) : attributes;
  }
}
