import type { IConstruct } from 'constructs';
import { accepts } from '../controls/accept';
import type { Control, Level } from '../controls/control';
import { attributeFacts } from '../controls/provider/facts';
import { terraformName } from '../controls/provider/names';
import { wanted } from '../controls/reading';
import type { Value } from '../controls/value';
import { atLevel, type Branch, fillsOf, isBranch, type Way } from './fills';
import { existingOf, levelOf, mark } from './marks';

export { levelOf } from './marks';

type Content = Readonly<Record<string, unknown>>;

/** A provider's config, and what we need to know beside it. */
export type Hardened<C> = C & {
  /**
   * The resource is deployed already: nothing is filled in that would replace it or cannot be taken back.
   * @default - what `setExisting` says of the scope, else false
   */
  readonly existing?: boolean;
};

export interface HardenOptions {
  readonly level: Level;
  readonly existing?: boolean;
}

/**
 * Fills in what the caller left out with the values that the controls would set; a value that is given stays,
 * whatever it is.
 */
export function harden<C extends object>(controls: readonly Control[], config: C, options: HardenOptions): C {
  const { existing: _, ...given } = config as Hardened<Content>;
  return filled(fillsFor(controls, options, given), given, given) as C;
}

/** `harden` with the level and the age that hold at `scope`. */
export function hardened<C extends object>(scope: IConstruct, controls: readonly Control[], config: Hardened<C>): C {
  return harden<C>(controls, config, { level: levelOf(scope), existing: config.existing ?? existingOf(scope) });
}

/** Remembers for `enforce` what the config says of the resource. */
export function remember(resource: IConstruct, { existing }: { readonly existing?: boolean }): void {
  if (existing !== undefined) mark(resource, 'existing', existing);
}

/** What the controls of a resource want of a companion, as controls of the companion. */
export function companionControls(controls: readonly Control[], type: string, suffix = ''): readonly Control[] {
  return controls.flatMap(({ companions = [], ...control }) =>
    companions
      .filter((companion) => companion.resource === type && (companion.suffix ?? '') === suffix)
      .map(({ want, where }): Control => ({ ...control, resources: [type], when: where, want })),
  );
}

/** Per control list: for each level and age the controls that count, and a tree for each set of them that applies. */
interface Compiled {
  readonly controls: readonly Control[];
  readonly conditions: readonly Condition[];
  readonly trees: Map<number, Branch>;
}
interface Condition {
  readonly control: Control;
  readonly holds: (config: Content) => boolean;
}
const compiled = new WeakMap<readonly Control[], Map<string, Compiled>>();

function fillsFor(controls: readonly Control[], options: HardenOptions, config: Content): Branch {
  const { conditions, trees, controls: chosen } = compile(controls, options);
  let met = 0;
  for (let i = 0; i < conditions.length; i++) if (conditions[i].holds(config)) met |= 1 << i;
  const known = trees.get(met);
  if (known) return known;
  const unmet = new Set(conditions.filter((_, i) => !(met & (1 << i))).map(({ control }) => control));
  const applying = chosen.filter((control) => !unmet.has(control));
  const tree = fillsOf(applying, options.existing ?? false);
  trees.set(met, tree);
  return tree;
}

function compile(controls: readonly Control[], { level, existing = false }: HardenOptions): Compiled {
  const kinds = compiled.get(controls) ?? new Map<string, Compiled>();
  compiled.set(controls, kinds);
  const key = `${level}${existing}`;
  const known = kinds.get(key);
  if (known) return known;
  const chosen = atLevel(controls, level);
  const kind = { controls: chosen, conditions: chosen.flatMap(condition), trees: new Map() };
  kinds.set(key, kind);
  return kind;
}

function condition(control: Control): Condition[] {
  // What stands around it is not there yet.
  if (control.about) return [{ control, holds: () => false }];
  if (!control.when) return [];
  const parts = wanted(control.when).map(({ path, expectation }) => ({
    path,
    expectation,
    byDefault: attributeFacts(control.resources[0], path.join('.'), 4)?.default,
  }));
  const holds = (config: Content) =>
    parts.every(({ path, expectation, byDefault }) => {
      const value = read(config, path) ?? byDefault;
      return accepts(expectation.accept, value as Value | undefined) === true;
    });
  return [{ control, holds }];
}

/** The value under Terraform's names in a config. */
function read(config: Content, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (!isPlain(at)) return undefined;
    return at[Object.keys(at).find((name) => terraformName(name) === step) ?? step];
  }, config);
}

function filled(tree: Branch, block: Content, config: Content): Content {
  const result: Record<string, unknown> = { ...block };
  const isGiven = (way: Way) =>
    way.reduce<unknown>((at, name) => (isPlain(at) ? at[name] : undefined), config) !== undefined;
  for (const [name, node] of tree.entries) {
    const given = block[name];
    if (isBranch(node) && isPlain(given)) result[name] = filled(node, given, config);
    if (given !== undefined || node.unless.some(isGiven)) continue;
    const value = isBranch(node) ? node.fresh : node.needs.every(isGiven) ? node.value : undefined;
    if (value !== undefined) result[name] = copy(value);
  }
  return result;
}

/** An object literal: no token, no list, no reference to the block of another resource. */
const isPlain = (value: unknown): value is Content =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  !('resolve' in value);

/** Every resource gets values of its own: an aspect that edits one must not edit them all. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isPlain(value)) return value;
  const result: Record<string, unknown> = {};
  for (const name in value) result[name] = copy(value[name]);
  return result;
}
