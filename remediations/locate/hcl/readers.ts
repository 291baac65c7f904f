import type { Block } from '../../hcl/ast';
import { type AttributeFact, DIFFERS } from '../../remote-modules/modules';
import type { Estate, Located } from './estate';
import { evaluate } from './evaluate';
import { attributeOf, calledFolder, type Module } from './module';
import { inputSteps, type RemoteResource } from './remote-values';
import type { Intent } from './trace';
import { eachReads, isForEach, overlaps, type Use, usesIn } from './uses';

/**
 * Why a variable or local must not be edited for one control: somebody else reads the value and did not ask for the
 * change. undefined when every reader wants it. `accessor` is the way to the value inside the variable.
 */
export function disagreement(
  estate: Estate,
  module: Module,
  root: 'var' | 'local',
  name: string,
  accessor: readonly string[],
  intent: Intent,
): string | undefined {
  const invalid = root === 'var' && accessor.length === 0 && refusesValue(estate, module, name, intent);
  if (invalid) return `the validation of var.${name} does not admit the value`;
  for (const use of usesIn(module).get(`${root}.${name}`) ?? []) {
    if (isOwnValidation(use, root, name) || !overlaps(use.accessor, accessor)) continue;
    if (!wants(estate, module, use, accessor, intent))
      return `${root}.${name} is read for something else at ${use.top.file.path}:${use.line}`;
  }
  return undefined;
}

function wants(estate: Estate, module: Module, use: Use, accessor: readonly string[], intent: Intent): boolean {
  const { node } = use.top;
  const rest = accessor.slice(use.accessor.length);
  if (isForEach(use)) return eachAgrees(estate, module, use, rest, intent);
  if (!use.whole || use.accessor.length > accessor.length) return false;
  if (node.kind === 'resource') return !rest.length && isMeant(estate, node, use.path, intent);
  if (node.kind === 'locals') return disagreement(estate, module, 'local', use.path[0], rest, intent) === undefined;
  if (node.kind === 'module') {
    const dir = calledFolder(module, node);
    if (dir === undefined) return isMeantBehind(estate, node, [use.path[0], ...rest], intent);
    const child = estate.modules.get(dir);
    return child !== undefined && disagreement(estate, child, 'var', use.path[0], rest, intent) === undefined;
  }
  return false;
}

/** A `for_each` over the map: what its block does with `each.value` decides. */
function eachAgrees(
  estate: Estate,
  module: Module,
  use: Use,
  [, ...entry]: readonly string[],
  intent: Intent,
): boolean {
  return eachReads(use.top.node).every((read) => {
    if (!overlaps(read.accessor, entry)) return true;
    if (!read.whole || read.accessor.length > entry.length) return false;
    const rest = entry.slice(read.accessor.length);
    if (use.top.node.kind === 'resource') return !rest.length && isMeant(estate, use.top.node, read.path, intent);
    const { node } = use.top;
    const dir = node.kind === 'module' ? calledFolder(module, node) : undefined;
    if (node.kind === 'module' && dir === undefined)
      return isMeantBehind(estate, node, [...read.path, ...rest], intent);
    const child = dir === undefined ? undefined : estate.modules.get(dir);
    return child !== undefined && disagreement(estate, child, 'var', read.path.join('.'), rest, intent) === undefined;
  });
}

/** The same attribute of the same type, of resources that want the change as well. */
function isMeant(estate: Estate, node: Block, path: readonly string[], { types, path: meant, isUnasked }: Intent) {
  if (!types.includes(node.labels[0].value) || path.join('.') !== meant) return false;
  return !isUnasked || !instancesOf(estate, node).some(isUnasked);
}

/** An input of a known module that carries the same attribute, and nothing else. */
function isMeantBehind(estate: Estate, call: Block, steps: readonly string[], intent: Intent): boolean {
  const { types, path: meant, isUnasked, not } = intent;
  const fed = instancesOf(estate, call).flatMap((resource) => {
    const { facts } = resource.remote!;
    return [...facts.paths()].flatMap((path) => {
      const fact = facts.attribute(path);
      if (!fact || fact === DIFFERS || !fedBy(fact, steps, resource.remote!)) return [];
      const isSame = Boolean(fact.not) === Boolean(not) && path === meant;
      return [{ isOfType: types.includes(resource.type), isWanted: isSame && !isUnasked?.(resource) }];
    });
  });
  // A module may make one of two kinds of a resource, such as Linux and Windows, from one input.
  return fed.some(({ isOfType }) => isOfType) && fed.every(({ isWanted }) => isWanted);
}

const fedBy = (fact: AttributeFact, steps: readonly string[], remote: RemoteResource): boolean =>
  fact?.input !== undefined && inputSteps(fact.input, remote).join('.') === steps.join('.');

const byNode = new WeakMap<Estate, ReadonlyMap<Block, readonly Located[]>>();
function instancesOf(estate: Estate, node: Block): readonly Located[] {
  let known = byNode.get(estate);
  if (!known) {
    const map = new Map<Block, Located[]>();
    // The call of a module stands for all that the module makes.
    for (const [block, each] of estate.instances) map.set(block.node, [...(map.get(block.node) ?? []), ...each]);
    known = map;
    byNode.set(estate, known);
  }
  return known.get(node) ?? [];
}

const isOwnValidation = (use: Use, root: string, name: string) =>
  root === 'var' && use.top.node.kind === 'variable' && use.top.node.labels[0]?.value === name;

function refusesValue(estate: Estate, module: Module, name: string, { to }: Intent): boolean {
  const declared = module.variables.get(name);
  const [instance] = estate.moduleInstances.get(module) ?? [];
  const conditions = (declared?.node.body.items ?? []).flatMap((item) =>
    item.type === 'block' && item.kind === 'validation' ? [attributeOf(item, 'condition')?.value] : [],
  );
  return conditions.some(
    (condition) => condition && instance && evaluate(condition, { instance, names: { var: { [name]: to } } }) !== true,
  );
}
