import { append, include } from './append';
import type { Companion } from './control';
import type { ProviderVersion } from './provider/version';
import { isList, isObject, Reference, type Resource, Unknown, type Value } from './value';

/** One reference from a companion to the resource it belongs to. */
export interface Link {
  readonly resource: Resource;
  /** The attribute that refers, dotted, without indexes. */
  readonly by: string;
  readonly suffix: string;
}

/** What the resources of one type refer to. */
interface Index {
  readonly links: Map<string, Link[]>;
  readonly byId: Map<string, Link[]>;
  /** By the attribute that holds a name, and the name. */
  readonly byName: Map<string, Link[]>;
  /** Resources by the attribute that cannot be read. */
  readonly blind: Map<string, Set<Resource>>;
}

/** What stands around a resource: the provider in use and everything that refers to it. Made once for one root module. */
export class Surroundings {
  private readonly byType = new Map<string, Resource[]>();
  /** Only of types that are asked for: most resources are no companions, and need not be evaluated for it. */
  private readonly indexes = new Map<string, Index>();

  constructor(
    readonly version: ProviderVersion,
    resources: readonly Resource[],
    /** Why conclusions from absence are unsafe here: a file that does not parse. */
    readonly incomplete?: string,
  ) {
    for (const resource of resources) append(this.byType, resource.type, resource);
  }

  /** Every resource of a type in the same root module. */
  ofType(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  /** Resources of `type` that refer to `resource`, by a reference in code or by its id in a plan or state. */
  referringTo(resource: Resource, type: string): readonly Link[] {
    if (!this.byType.has(type)) return [];
    const index = this.indexOf(type);
    const byAddress = index.links.get(key(resource.address)) ?? [];
    const id = resource.attributes.id;
    const all = typeof id === 'string' ? [...byAddress, ...idLinks(index, id.toLowerCase())] : byAddress;
    return all.filter((link) => link.resource !== resource);
  }

  /** What could be companions of a resource: those that refer to it by the right attribute, with the right suffix. */
  companionsOf(resource: Resource, { resource: type, refersBy, via, suffix = '' }: Companion): readonly Link[] {
    if (!this.byType.has(type)) return [];
    const links = this.referringTo(resource, type).filter(
      (link) => link.by === refersBy && link.suffix.toLowerCase().replace(/\/$/, '') === suffix.toLowerCase(),
    );
    const name = via && resource.attributes[via];
    if (typeof name !== 'string') return links;
    const named = this.indexOf(type).byName.get(nameKey(refersBy, name)) ?? [];
    return [...links, ...named.filter((link) => mayShareGroup(link.resource, resource))];
  }

  /** Resources of `type` whose attribute `by` cannot be read: any of them may refer to whatever is asked for. */
  unclear(type: string, by: string): Iterable<Resource> {
    return (this.byType.has(type) && this.indexOf(type).blind.get(by)) || [];
  }

  private indexOf(type: string): Index {
    let index = this.indexes.get(type);
    if (!index) {
      index = { links: new Map(), byId: new Map(), byName: new Map(), blind: new Map() };
      for (const resource of this.byType.get(type) ?? []) collect(index, resource, resource.attributes, '');
      this.indexes.set(type, index);
    }
    return index;
  }
}

/** Something about all resources of a root module, worked out once for each. */
export function onceAround<T>(work: (around: Surroundings) => T): (around: Surroundings) => T {
  const known = new WeakMap<Surroundings, { readonly value: T }>();
  return (around) => {
    let found = known.get(around);
    if (!found) {
      found = { value: work(around) };
      known.set(around, found);
    }
    return found.value;
  };
}

function idLinks({ byId }: Index, id: string): Link[] {
  const exact = byId.get(id) ?? [];
  const below = BELOW.flatMap((suffix) => (byId.get(id + suffix) ?? []).map((link) => ({ ...link, suffix })));
  return [...exact, ...below];
}

function collect(index: Index, resource: Resource, value: Value, at: string): void {
  if (value instanceof Reference) {
    append(index.links, key(value.address), { resource, by: at, suffix: value.suffix });
  } else if (value instanceof Unknown) {
    include(index.blind, at, resource);
  } else if (typeof value === 'string') {
    if (at !== 'id' && /^(\/subscriptions\/|https:\/\/)/i.test(value))
      append(index.byId, value.toLowerCase().replace(/\/$/, ''), { resource, by: at, suffix: '' });
    else if (at.endsWith('_name')) append(index.byName, nameKey(at, value), { resource, by: at, suffix: '' });
  } else if (isList(value)) {
    for (const item of value) collect(index, resource, item, at);
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) collect(index, resource, inner, at ? `${at}.${name}` : name);
  }
}

/** What has an id of its own below another resource: …/storageAccounts/x/blobServices/default. */
const BELOW = [
  ...['blob', 'queue', 'table', 'file'].map((service) => `/${service}services/default`),
  '/databases/master',
];

/** Names are unique in a group; where one of the two groups cannot be read, they may be the same. */
function mayShareGroup({ attributes: one }: Resource, { attributes: other }: Resource): boolean {
  const [a, b] = [one.resource_group_name, other.resource_group_name];
  return typeof a !== 'string' || typeof b !== 'string' || a.toLowerCase() === b.toLowerCase();
}

const nameKey = (by: string, name: string) => `${by} ${name.toLowerCase()}`;
const key = (address: string) => address.replaceAll("'", '"');
