import { append } from '../../controls/append';
import type { Subject } from '../findings/finding';
import { type AddressParts, isInModule, moduleNames } from './address';
import { calledModule } from './hcl/behind';
import type { Estate, Located } from './hcl/estate';
import { attributeOf, calledFolder, literalText, type Module } from './hcl/module';
import type { Location } from './locate';

// `git::https:/…`, `…?ref=v1/main.tf`, and where Terraform and Checkov keep their copies.
const remotePath =
  /^[a-z0-9]+::|^[a-z]+:\/\/?[\w.-]+\.|\?ref=|(?:^|\/)\.(?:terraform\/modules|external_modules)\/|^registry\.[\w.-]+\//i;

/** Code that a tree does not hold because Terraform fetches it from elsewhere. */
export class RemoteModules {
  private readonly roots: readonly Module[];
  private readonly known = new Map<string, Far | undefined>();
  private behind?: ReadonlyMap<string, readonly Located[]>;

  constructor(private readonly estate: Estate) {
    const dirs = new Set(estate.roots.map(({ dir }) => dir));
    this.roots = [...dirs].flatMap((dir) => estate.modules.get(dir) ?? []);
  }

  /**
   * For a finding about such code: the resource behind the call if the module is a known one, else why nothing is edited.
   * @param types that the finding can be about
   */
  locate(subject: Subject, address: AddressParts | undefined, types: ReadonlySet<string>): Location | undefined {
    const { file } = subject;
    const path = moduleNames(address?.module ?? subject.module ?? '').join('.');
    if (path && !this.known.has(path)) this.known.set(path, this.follow(path.split('.')));
    const far = this.known.get(path);
    const isFar = file !== undefined && remotePath.test(file);
    if (!far && !isFar) return undefined;
    const made = far && this.madeBehind(subject, address, types);
    if (made) return made;
    const note = isFar
      ? `${file} is fetched from elsewhere: not edited here`
      : `module ${path} is fetched from ${far!.source}: not edited here`;
    return { reason: 'remote-module', note: far?.why ? `${note}; ${far.why}` : note };
  }

  /** The call that reports mean by an address inside a known module, or by the module alone. */
  private madeBehind(
    subject: Subject,
    address: AddressParts | undefined,
    types: ReadonlySet<string>,
  ): Location | undefined {
    this.behind ??= this.byPath();
    const named = address ? (this.behind.get(withoutKeys(address.full)) ?? []) : this.inModule(subject, types);
    const narrowed = address ? narrow(named, address) : named;
    const blocks = [...new Set(narrowed.map(({ block }) => block))];
    if (!blocks.length) return undefined;
    if (blocks.length === 1) return { block: blocks[0], instances: narrowed, notes: [] };
    const places = blocks.slice(0, 5).map(({ file, firstLine }) => `${file.path}:${firstLine}`);
    return address ? { reason: 'ambiguous', note: `fits ${places.join(', ')}` } : undefined;
  }

  private inModule({ module, label }: Subject, types: ReadonlySet<string>): Located[] {
    const all = [...this.behind!.values()].flat();
    return all.filter(
      ({ address, type, block }) =>
        isInModule(address, module) && types.has(type) && (label === undefined || label === block.name),
    );
  }

  private byPath(): Map<string, Located[]> {
    const map = new Map<string, Located[]>();
    for (const root of this.estate.roots) for (const each of root.behind) append(map, withoutKeys(each.address), each);
    return map;
  }

  /** Where calls lead to; undefined as soon as one root module has the code here. */
  private follow(names: readonly string[]): Far | undefined {
    const ends = this.roots.map((root) => follow(names, root, this.estate.modules));
    return ends.includes(HERE) ? undefined : ends.find((end) => typeof end === 'object');
  }
}

/** Code elsewhere, and why a known module does not help. */
interface Far {
  readonly source: string;
  readonly why?: string;
}

const HERE = Symbol('in this tree');

/** Where calls lead from a root module: to code that is here, or to the first source that is remote. */
function follow(
  names: readonly string[],
  root: Module,
  modules: ReadonlyMap<string, Module>,
): typeof HERE | Far | undefined {
  let module: Module | undefined = root;
  for (const name of names) {
    const call = module?.calls.get(name)?.node;
    if (!module || !call) return undefined;
    const dir = calledFolder(module, call);
    if (dir === undefined) {
      const source = literalText(attributeOf(call, 'source')?.value);
      const releases = calledModule(call)?.releases;
      return source === undefined ? undefined : { source, ...(typeof releases === 'string' ? { why: releases } : {}) };
    }
    module = modules.get(dir);
  }
  return module && HERE;
}

const withoutKeys = (address: string): string => address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]]*)\]/g, '');

/** The instance with this address, else those of the instance of the module: a module makes some resources by count. */
function narrow(named: readonly Located[], { full, module }: AddressParts): readonly Located[] {
  const exact = named.filter(({ address }) => address === full);
  if (exact.length) return exact;
  const inModule = named.filter(({ address }) => address.startsWith(module));
  return inModule.length ? inModule : withoutKeys(module) === module ? named : [];
}
