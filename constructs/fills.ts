import { accepts } from '../controls/accept';
import { asksFor, type Control, type Expectation, isExpectation, type Level } from '../controls/control';
import { isLasting } from '../controls/lasting';
import { attributeFacts, requiredSiblings } from '../controls/provider/facts';
import { terraformName } from '../controls/provider/names';

/** Config names from the top, as the bindings write them. */
export type Way = readonly string[];

/** A value that is written where the caller left it out. */
export interface Leaf {
  readonly value: unknown;
  /** Attributes that exclude this one: a given one wins. */
  readonly unless: readonly Way[];
  /** Attributes that the provider demands beside this one and no control sets. */
  readonly needs: readonly Way[];
}
/** A nested block: what to fill in one that is there, and the whole of one that is not. */
export interface Branch {
  readonly entries: readonly (readonly [name: string, Leaf | Branch])[];
  /** Absent where a block made of nothing but our values would be refused by the provider. */
  readonly fresh?: Readonly<Record<string, unknown>>;
  readonly unless: readonly Way[];
}
export const isBranch = (node: Leaf | Branch): node is Branch => 'entries' in node;

interface Found {
  readonly control: Control;
  readonly way: Way;
  readonly path: string;
  /** Undefined where only the owner knows the value. */
  readonly value: unknown;
}

/** Controls that count at a level, with those that have to come along. */
export function atLevel(controls: readonly Control[], level: Level): readonly Control[] {
  const chosen = controls.filter((control) => control.want && asksFor(level, control));
  const along = new Set(chosen.flatMap((control) => control.fix?.with ?? []));
  return controls.filter((control) => chosen.includes(control) || (control.want && along.has(control.id)));
}

/** Everything these controls would write, as one tree over the config of the resource. */
export function fillsOf(controls: readonly Control[], existing: boolean): Branch {
  const all = controls.flatMap((control) => leaves(control, control.want ?? {}, []));
  return branch(existing ? all.filter(({ control, path, value }) => !isLasting(control, path, value)) : all, []);
}

function leaves(control: Control, want: object, at: Way): Found[] {
  return Object.entries(want).flatMap(([name, inner]: [string, unknown]) => {
    const way = [...at, name];
    const found = { control, way, path: way.map(terraformName).join('.') };
    if (isExpectation(inner)) return [{ ...found, value: valueFor(control, found.path, inner) }];
    if (typeof inner === 'object' && inner !== null) return leaves(control, inner, way);
    return [{ ...found, value: inner }];
  });
}

/** The provider's default where it passes: what a fix would set may be weaker. */
function valueFor({ resources: [type] }: Control, path: string, { accept, set }: Expectation): unknown {
  const standard = attributeFacts(type, path, 4)?.default;
  return standard !== undefined && accepts(accept, standard) === true ? standard : set;
}

function branch(under: readonly Found[], at: Way): Branch {
  const entries = names(under, at).map((name): [string, Leaf | Branch] => {
    const here = under.filter(({ way }) => way[at.length] === name);
    if (here.some(({ way }) => way.length > at.length + 1)) return [name, branch(here, [...at, name])];
    return [name, leaf(here.find(({ value }) => value !== undefined) ?? here[0], under)];
  });
  return { entries, fresh: fresh(under, at), unless: entries.flatMap(([, node]) => [...node.unless]) };
}

const names = (under: readonly Found[], at: Way) => [...new Set(under.map(({ way }) => way[at.length]))];

function leaf({ control, path, value }: Found, beside: readonly Found[]): Leaf {
  const facts = control.resources.map((type) => attributeFacts(type, path, 4));
  const unless = facts.flatMap((each) => [...(each?.conflictsWith ?? []), ...(each?.exactlyOneOf ?? [])]);
  return {
    value,
    unless: unless.filter((name) => name !== path).map(configWay),
    needs: missingPartners(control, path, beside).map(configWay),
  };
}

/** Attributes that the provider demands together with this one and that nothing sets. */
function missingPartners(control: Control, path: string, beside: readonly Found[]): string[] {
  const set = new Set(beside.flatMap((each) => (each.value === undefined ? [] : [each.path])));
  const partners = control.resources.flatMap((type) => attributeFacts(type, path, 4)?.requiredWith ?? []);
  return partners.filter((name) => name !== path && !set.has(name));
}

/** A block of our values alone; controls that it could only meet by half, or not validly, are left out. */
function fresh(under: readonly Found[], at: Way): Branch['fresh'] {
  for (let usable = under; usable.length > 0; ) {
    const culprits = new Set<Control>();
    const block = assembled(usable, at, culprits);
    if (culprits.size === 0) return block;
    usable = usable.filter(({ control }) => !culprits.has(control));
  }
  return undefined;
}

function assembled(under: readonly Found[], at: Way, culprits: Set<Control>): Record<string, unknown> {
  const block: Record<string, unknown> = {};
  for (const name of names(under, at)) {
    const here = under.filter(({ way }) => way[at.length] === name);
    if (here.some(({ way }) => way.length > at.length + 1)) block[name] = assembled(here, [...at, name], culprits);
    else block[name] = here[0].value;
  }
  for (const { control, path, value } of under)
    if (value === undefined || missingPartners(control, path, under).length > 0) culprits.add(control);
  const written = new Set(Object.keys(block).map(terraformName));
  for (const { control } of under)
    for (const type of control.resources)
      if (requiredSiblings(type, at.map(terraformName).join('.'), 4).some((name) => !written.has(name)))
        culprits.add(control);
  return block;
}

/** `network_rules.default_action` → `['networkRules', 'defaultAction']`. */
const configWay = (path: string): Way =>
  path.split('.').map((name) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()));
