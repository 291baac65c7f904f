import type { Attribute } from '../../hcl/ast';
import { attributeOf, folderOf, type Module, type Placed } from './module';
import { type SourceFile, sourceFile } from './tree';

/** Values for a root module's variables: what Terraform loads by itself, and one `--var-file` on top of it. */
export interface Environment {
  /** The file that makes the difference, '' when there is none. */
  readonly name: string;
  readonly values: ReadonlyMap<string, Placed<Attribute>>;
}

/** What somebody chose instead of the variable files that are found. */
export interface Chosen {
  /** By `--var-file`: for every root module. */
  readonly given: readonly SourceFile[];
  /** By the profile. */
  readonly named: readonly { readonly name: string; readonly files: readonly SourceFile[] }[];
  /** Values of `TF_VAR_…` by the name of the variable. */
  readonly ofShell: Readonly<Record<string, string>>;
}

/** The environments of a root module: what is loaded anyway, or one for each further file that sets its variables. */
export function environments(
  module: Module,
  all: ReadonlyMap<string, Module>,
  variableFiles: readonly SourceFile[],
  { given, named: chosen, ofShell }: Chosen,
): Environment[] {
  const values = new Map<string, Placed<Attribute>>();
  const load = (into: Map<string, Placed<Attribute>>, file: SourceFile) => {
    for (const node of file.syntax?.body.items ?? [])
      if (node.type === 'attribute') into.set(node.name, { file, node });
  };
  for (const name of module.variables.keys())
    if (Object.hasOwn(ofShell, name)) load(values, shellFile(name, ofShell[name], module));
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
  const declared = chosen.filter(({ files }) => files.some((file) => setsOneOf(module, file)));
  if (declared.length)
    return declared.map(({ name, files }) => {
      const merged = new Map(values);
      for (const file of files) load(merged, file);
      return { name, values: merged };
    });
  const below = module.dir ? `${module.dir}/` : '';
  const others = variableFiles.filter(
    (file) =>
      file.path.startsWith(below) &&
      nearestModule(file.path, all) === module.dir &&
      !/(^|\/)terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(file.path) &&
      setsOneOf(module, file),
  );
  if (!others.length) return [{ name: '', values }];
  return others.map((file) => {
    const merged = new Map(values);
    load(merged, file);
    return { name: file.path, values: merged };
  });
}

const setsOneOf = ({ variables }: Module, { syntax }: SourceFile): boolean =>
  syntax?.body.items.some((item) => item.type === 'attribute' && variables.has(item.name)) ?? false;

/** The folder with code that a variable file stands in or below: a root inside a root has files of its own. */
function nearestModule(path: string, all: ReadonlyMap<string, Module>): string {
  let dir = folderOf(path);
  while (dir && !all.has(dir)) dir = folderOf(dir);
  return dir;
}

/** `TF_VAR_name` as Terraform reads it: text for a variable of a plain type, an expression for others. */
function shellFile(name: string, text: string, module: Module): SourceFile {
  const type = attributeOf(module.variables.get(name)!.node, 'type')?.value;
  const kind = type?.type === 'variable' ? type.name : type && 'complex';
  const isBare =
    kind === 'complex' || kind === 'any' || (kind !== 'string' && /^(true|false|-?\d+(\.\d+)?)$/.test(text) && kind);
  const quoted = JSON.stringify(text).replace(/[$%](?=\{)/g, '$&$&');
  return { ...sourceFile(`TF_VAR_${name}`, `${name} = ${isBare ? text : quoted}\n`), ofShell: true };
}
