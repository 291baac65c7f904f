import type { Subject } from '../findings/finding';
import { type AddressParts, moduleNames } from './address';
import type { Estate } from './hcl/estate';
import { attributeOf, calledFolder, literalText, type Module } from './hcl/module';

// `git::https:/…`, `…?ref=v1/main.tf`, and where Terraform and Checkov keep their copies.
const remotePath =
  /^[a-z0-9]+::|^[a-z]+:\/\/?[\w.-]+\.|\?ref=|(?:^|\/)\.(?:terraform\/modules|external_modules)\/|^registry\.[\w.-]+\//i;

/** Code that a tree does not hold because Terraform fetches it from elsewhere. */
export class RemoteModules {
  private readonly roots: readonly Module[];
  private readonly known = new Map<string, string | undefined>();

  constructor(private readonly estate: Estate) {
    const dirs = new Set(estate.roots.map(({ dir }) => dir));
    this.roots = [...dirs].flatMap((dir) => estate.modules.get(dir) ?? []);
  }

  /** Why a finding is about such code; undefined when it is not. */
  explain({ file, module }: Subject, address: AddressParts | undefined): string | undefined {
    if (file && remotePath.test(file)) return `${file} is fetched from elsewhere: not edited here`;
    const names = moduleNames(address?.module ?? module ?? '');
    if (!names.length) return undefined;
    const path = names.join('.');
    if (!this.known.has(path)) this.known.set(path, this.sourceOf(names));
    const source = this.known.get(path);
    return source && `module ${path} is fetched from ${source}: not edited here`;
  }

  /** The remote source that calls lead to; undefined as soon as one root module has the code here. */
  private sourceOf(names: readonly string[]): string | undefined {
    const ends = this.roots.map((root) => follow(names, root, this.estate.modules));
    return ends.includes(HERE) ? undefined : ends.find((end) => typeof end === 'string');
  }
}

const HERE = Symbol('in this tree');

/** Where calls lead from a root module: to code that is here, or to the first source that is remote. */
function follow(
  names: readonly string[],
  root: Module,
  modules: ReadonlyMap<string, Module>,
): typeof HERE | string | undefined {
  let module: Module | undefined = root;
  for (const name of names) {
    const call = module?.calls.get(name)?.node;
    if (!module || !call) return undefined;
    const dir = calledFolder(module, call);
    if (dir === undefined) return literalText(attributeOf(call, 'source')?.value);
    module = modules.get(dir);
  }
  return module && HERE;
}
