import type { Attribute } from '../../hcl/ast';
import { folderOf, type Module, type Placed } from './module';
import type { SourceFile } from './tree';

/** Values for a root module's variables: what Terraform loads by itself, and one `--var-file` on top of it. */
export interface Environment {
  /** The file that makes the difference, '' when there is none. */
  readonly name: string;
  readonly values: ReadonlyMap<string, Placed<Attribute>>;
}

/** The environments of a root module: what is loaded anyway, or one for each further file that sets its variables. */
export function environments(
  module: Module,
  all: ReadonlyMap<string, Module>,
  variableFiles: readonly SourceFile[],
  given: readonly SourceFile[],
): Environment[] {
  const values = new Map<string, Placed<Attribute>>();
  const load = (into: Map<string, Placed<Attribute>>, file: SourceFile) => {
    for (const node of file.syntax?.body.items ?? [])
      if (node.type === 'attribute') into.set(node.name, { file, node });
  };
  const own = variableFiles.filter(
    (file) => file.path.slice(0, file.path.lastIndexOf('/') + 1) === (module.dir && `${module.dir}/`),
  );
  const named = (pattern: RegExp) => own.filter((file) => pattern.test(file.path));
  for (const file of [
    ...named(/(^|\/)terraform\.tfvars$/),
    ...named(/(^|\/)terraform\.tfvars\.json$/),
    ...named(/\.auto\.tfvars(\.json)?$/),
  ])
    load(values, file);
  if (given.length) {
    for (const file of given) load(values, file);
    return [{ name: given.map((file) => file.path).join(' '), values }];
  }
  const below = module.dir ? `${module.dir}/` : '';
  const others = variableFiles.filter(
    (file) =>
      file.path.startsWith(below) &&
      nearestModule(file.path, all) === module.dir &&
      !/(^|\/)terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(file.path) &&
      file.syntax?.body.items.some((item) => item.type === 'attribute' && module.variables.has(item.name)),
  );
  if (!others.length) return [{ name: '', values }];
  return others.map((file) => {
    const merged = new Map(values);
    load(merged, file);
    return { name: file.path, values: merged };
  });
}

/** The folder with code that a variable file stands in or below: a root inside a root has files of its own. */
function nearestModule(path: string, all: ReadonlyMap<string, Module>): string {
  let dir = folderOf(path);
  while (dir && !all.has(dir)) dir = folderOf(dir);
  return dir;
}
