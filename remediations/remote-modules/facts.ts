import {
  type AttributeFact,
  agreed,
  DIFFERS,
  type InputFact,
  type KnownModule,
  type ResourceFact,
  type TypeFacts,
} from './modules';
import type { Admitted } from './releases';
import type { KnownSource } from './source';

/** What the releases that a call admits say of one resource inside the module, as far as they agree. */
export class RemoteFacts {
  readonly name: string;
  /** Those that have the resource. */
  readonly releases: readonly string[];
  readonly asked: string;
  readonly resource: ResourceFact;
  private readonly module: KnownModule;
  private readonly known = new Map<string, AttributeFact | typeof DIFFERS>();
  private readonly inputs = new Map<string, InputFact | undefined | typeof DIFFERS>();

  private constructor(
    { name, module }: KnownSource,
    readonly label: string,
    { asked }: Admitted,
    releases: readonly string[],
    resource: ResourceFact,
  ) {
    this.name = name;
    this.module = module;
    this.asked = asked;
    this.releases = releases;
    this.resource = resource;
    for (const [path, runs] of Object.entries(module.resources[label].attributes)) {
      const fact = agreed(module, runs, releases);
      if (fact) this.known.set(path, fact);
    }
  }

  /** undefined where no release that is admitted has the resource, or they make it for different things. */
  static of(source: KnownSource, label: string, admitted: Admitted): RemoteFacts | undefined {
    const { module } = source;
    const runs = module.resources[label].in;
    const made = admitted.releases.flatMap((release) => {
      const fact = agreed(module, runs, [release]);
      return fact && fact !== DIFFERS ? [{ release, fact }] : [];
    });
    if (!made.length) return undefined;
    const releases = made.map(({ release }) => release);
    const [{ fact: first }] = made;
    if (made.some(({ fact }) => fact.each !== first.each || fact.counted !== first.counted)) return undefined;
    const ignored = made.map(({ fact }) => fact.ignored ?? []);
    const resource = { ...first, ignored: ignored.includes('all') ? ('all' as const) : [...new Set(ignored.flat())] };
    return new RemoteFacts(source, label, admitted, releases, resource);
  }

  /** `Azure/avm-res-storage-storageaccount/azurerm (0.1.0 to 0.6.9)`. */
  get text(): string {
    const [first, last] = [this.releases[0], this.releases.at(-1)];
    return `${this.name} (${first === last ? first : `${first} to ${last}`})`;
  }

  /** How a sentence begins about something that the releases do not agree on. */
  get differing(): string {
    return `releases of ${this.name} that the call admits (${this.asked}) write`;
  }

  /** Every path that some release writes. */
  paths(): Iterable<string> {
    return this.known.keys();
  }

  attribute(path: string): AttributeFact | undefined | typeof DIFFERS {
    return this.known.get(path);
  }

  input(name: string): InputFact | undefined | typeof DIFFERS {
    if (!this.inputs.has(name))
      this.inputs.set(name, agreed(this.module, this.module.inputs[name] ?? [], this.releases));
    return this.inputs.get(name);
  }

  /** What the type says inside an input, behind `steps`. */
  typeAt(steps: readonly string[]): TypeFacts | undefined {
    const [name, ...rest] = steps;
    const input = this.input(name);
    let type = input === DIFFERS ? undefined : input?.type;
    for (const step of rest) type = (type?.['*'] ?? type?.[step])?.type;
    return type;
  }

  /** Whether some release makes resources of this type, which a call does not show. */
  makes(type: string): boolean {
    return this.releases.some((release) => {
      const said = agreed(this.module, this.module.types, [release]);
      return said !== DIFFERS && said?.types.includes(type);
    });
  }

  /** Inputs that every release has for what stands beside the resource. */
  besides(): readonly string[] {
    const said = this.releases.map((release) => agreed(this.module, this.module.besides, [release]));
    const names = said.map((each) => (each && each !== DIFFERS ? each.besides : []));
    return (names[0] ?? []).filter((name) => names.every((each) => each.includes(name)));
  }
}

const cache = new WeakMap<KnownModule, Map<string, RemoteFacts | undefined>>();

/** The facts for a call, made once for each way of asking. */
export function remoteFacts(source: KnownSource, label: string, admitted: Admitted): RemoteFacts | undefined {
  const known = cache.get(source.module) ?? new Map<string, RemoteFacts | undefined>();
  cache.set(source.module, known);
  const key = `${label} ${admitted.asked}`;
  if (!known.has(key)) known.set(key, RemoteFacts.of(source, label, admitted));
  return known.get(key);
}
