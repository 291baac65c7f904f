import { append } from './append';
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

/** What stands around a resource: the provider in use and everything that refers to it. Built once for one root module. */
export class Surroundings {
  private readonly links = new Map<string, Link[]>();
  private readonly byId = new Map<string, Link[]>();
  private readonly byName = new Map<string, Link[]>();
  private readonly byType = new Map<string, Resource[]>();
  private readonly blind = new Map<string, Set<Resource>>();

  constructor(
    readonly version: ProviderVersion,
    resources: readonly Resource[],
    /** Why conclusions from absence are unsafe here: a file that does not parse. */
    readonly incomplete?: string,
  ) {
    for (const resource of resources) {
      append(this.byType, resource.type, resource);
      this.index(resource, resource.attributes, '');
    }
  }

  /** Every resource of a type in the same root module. */
  ofType(type: string): readonly Resource[] {
    return this.byType.get(type) ?? [];
  }

  /** Resources of `type` that refer to `resource`, by a reference in code or by its id in a plan or state. */
  referringTo(resource: Resource, type: string): readonly Link[] {
    const byAddress = this.links.get(key(resource.address)) ?? [];
    const id = resource.attributes.id;
    const all = typeof id === 'string' ? [...byAddress, ...this.idLinks(id.toLowerCase())] : byAddress;
    return all.filter((link) => link.resource.type === type && link.resource !== resource);
  }

  /** What could be companions of a resource: those that refer to it by the right attribute, with the right suffix. */
  companionsOf(resource: Resource, { resource: type, refersBy, via, suffix = '' }: Companion): readonly Link[] {
    const links = this.referringTo(resource, type).filter(
      (link) => link.by === refersBy && link.suffix.toLowerCase().replace(/\/$/, '') === suffix.toLowerCase(),
    );
    const name = via && resource.attributes[via];
    if (typeof name !== 'string') return links;
    return [...links, ...(this.byName.get(nameKey(type, refersBy, name)) ?? [])];
  }

  /** Resources of `type` whose attribute `by` cannot be read: any of them may refer to whatever is asked for. */
  unclear(type: string, by: string): Iterable<Resource> {
    return this.blind.get(`${type} ${by}`) ?? [];
  }

  private idLinks(id: string): Link[] {
    const exact = this.byId.get(id) ?? [];
    const below = BELOW.flatMap((suffix) => (this.byId.get(id + suffix) ?? []).map((link) => ({ ...link, suffix })));
    return [...exact, ...below];
  }

  private index(resource: Resource, value: Value, at: string): void {
    if (value instanceof Reference) {
      append(this.links, key(value.address), { resource, by: at, suffix: value.suffix });
    } else if (value instanceof Unknown) {
      const place = `${resource.type} ${at}`;
      const there = this.blind.get(place) ?? new Set<Resource>();
      this.blind.set(place, there.add(resource));
    } else if (typeof value === 'string') {
      if (at !== 'id' && /^(\/subscriptions\/|https:\/\/)/i.test(value))
        append(this.byId, value.toLowerCase().replace(/\/$/, ''), { resource, by: at, suffix: '' });
      else if (at.endsWith('_name'))
        append(this.byName, nameKey(resource.type, at, value), { resource, by: at, suffix: '' });
    } else if (isList(value)) {
      for (const item of value) this.index(resource, item, at);
    } else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) this.index(resource, inner, at ? `${at}.${name}` : name);
    }
  }
}

/** What has an id of its own below another resource: …/storageAccounts/x/blobServices/default. */
const BELOW = [
  ...['blob', 'queue', 'table', 'file'].map((service) => `/${service}services/default`),
  '/databases/master',
];

const key = (address: string) => address.replaceAll("'", '"');
const nameKey = (type: string, by: string, name: string) => `${type} ${by} ${name.toLowerCase()}`;
