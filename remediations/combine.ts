import { accepts } from '../controls/accept';
import { append } from '../controls/append';
import type { Control } from '../controls/control';
import { controlsOf } from '../controls/index';
import { isBlock, requiredSiblings } from '../controls/provider/facts';
import { wanted, wantedOf } from '../controls/reading';
import { isObject, type Path, sameValue, schemaPath, type Value } from '../controls/value';
import { mergeContents, structuredCopy, writtenBy } from './contents';
import { type Draft, worse } from './drafts';
import type { Finding } from './findings/finding';
import { type Located, rootName } from './locate/hcl/estate';
import type { Change, Edit, UnplannedReason } from './plan-types';
import { priorityOf, urgency } from './priority';
import { tagNamed } from './profile/patterns';
import type { CriticalityRule } from './profile/profile';

export type Ready = Extract<Draft, { to: Value }>;

/** A draft and the findings it closes. */
export interface Wish {
  readonly draft: Ready;
  readonly findings: readonly Finding[];
  readonly notes: readonly string[];
}

export interface Refusal {
  readonly wish: Wish;
  readonly reason: UnplannedReason;
  readonly note: string;
}

/**
 * Merges what is wanted before anything is edited: the same edit wanted by many is one change, a new block is written
 * once with all that goes into it, differing values for one place are a conflict.
 */
export function combine(
  wishes: readonly Wish[],
  criticality: readonly CriticalityRule[] = [],
): { changes: Change[]; refusals: Refusal[] } {
  const groups = new Map<string, Wish[]>();
  for (const wish of wishes) {
    const key = placeKey(wish.draft);
    append(groups, key, wish);
  }
  const changes: Change[] = [];
  const refusals: Refusal[] = [];
  const names = new Set<string>();
  for (const group of groups.values()) {
    const settled = yielding(group);
    const made = changeOf(settled, names, criticality);
    if ('reason' in made) refusals.push(...settled.map((wish) => ({ wish, ...made })));
    else changes.push(made);
  }
  return { changes, refusals };
}

/**
 * A default that is only written out for a scanner gives way to another value at the same path: what it looks for is
 * written then too. Not where the control of the default would no longer be met.
 */
function yielding(group: readonly Wish[]): readonly Wish[] {
  const changing = group.filter(({ draft }) => !draft.explicit);
  if (!changing.length || changing.length === group.length) return group;
  return group.map((wish) => {
    const { deviation, control, resource, explicit } = wish.draft;
    const path = schemaPath(deviation.path);
    const rival = changing.find(({ draft }) => schemaPath(draft.deviation.path) === path);
    if (!explicit || !rival) return wish;
    const leaves = wantedOf(control.want ?? {}, resource, resource.root.version);
    const leaf = leaves.find(({ dotted }) => dotted === path);
    return !leaf || accepts(leaf.expectation.accept, rival.draft.to) === true ? { ...wish, draft: rival.draft } : wish;
  });
}

function placeKey({ writing, deviation, resource }: Ready): string {
  const { file, start, end } = writing.place;
  if (deviation.add)
    return `add ${deviation.add.type} ${deviation.add.label} ${resource.block.file.path} ${resource.block.node.start}`;
  const at = `${file.path} ${start} ${end}`;
  return writing.at === 'value' ? at : `${at} ${String(writing.rest[0] ?? '{}')}`;
}

function changeOf(
  group: readonly Wish[],
  names: Set<string>,
  criticality: readonly CriticalityRule[],
): Change | { reason: UnplannedReason; note: string } {
  const [{ draft }] = group;
  const { deviation, resource, writing, written } = draft;
  const controls = distinct(group.map((wish) => wish.draft.control));
  let impact = group.map((wish) => wish.draft.impact).reduce(worse);
  const { place } = writing;
  let { path, to } = written;
  let edit: Edit;
  if (deviation.add) {
    const name = freeName(resource, deviation.add.type, deviation.add.label, names);
    const content = to as Readonly<Record<string, Value>>;
    edit = {
      place: { ...place, site: 'resource' },
      what: { do: 'add', type: deviation.add.type, name, content, each: repeatedBy(resource) },
    };
    to = content;
    path = [];
  } else if (writing.at === 'value') {
    const value = writtenBy(draft);
    if (group.some((wish) => !sameValue(writtenBy(wish.draft), value))) return conflict(group);
    edit = { place, what: { do: 'replace', to: value } };
  } else if (draft.through) {
    const content = mergeContents(group);
    if (!content) return conflict(group);
    // Arguments of a call have no schema: objects are written with `=`.
    edit = { place, what: { do: 'fill', type: '', at: '', content, remove: [] } };
    path = commonPath(group);
    if (group.length > 1) to = content;
  } else {
    const container = path.slice(0, path.length - writing.rest.length);
    const at = schemaPath(container);
    const merged = mergeContents(group);
    if (!merged) return conflict(group);
    const completed = complete(resource, at, merged);
    if (typeof completed === 'string') return { reason: 'incomplete-block', note: completed };
    for (const control of completed.from) {
      if (!controls.includes(control)) controls.push(control);
      impact = worse(impact, control.fix!.impact as typeof impact);
    }
    const remove = distinct(group.flatMap((wish) => wish.draft.remove));
    edit = { place, what: { do: 'fill', type: resource.type, at, content: completed.content, remove } };
    const [top] = Object.keys(merged);
    path = writing.rest.length ? [...container, top] : container;
    to = writing.rest.length ? completed.content[top] : completed.content;
  }
  const findings = distinct(group.flatMap((wish) => wish.findings));
  const explicit = group.every((wish) => wish.draft.explicit);
  const urgent = Math.max(...group.map((wish) => urgency(wish.draft.control, wish.draft.resource, criticality)));
  return {
    controls,
    findings,
    resources: distinct(group.map((wish) => wish.draft.resource.address)).sort(),
    roots: distinct(group.map((wish) => rootName(wish.draft.resource))),
    owners: distinct(group.flatMap((wish) => tagNamed(wish.draft.resource.attributes.tags, 'owner') ?? [])).sort(),
    path,
    from: written.from,
    to,
    impact,
    priority: priorityOf(urgent, { findings, impact, explicit }),
    explicit,
    edit,
    notes: distinct(
      group.flatMap(({ notes, draft: { through } }) => [...notes, ...(through ? [through.note] : [])]),
    ).sort(),
  };
}

/** What the paths of all wishes have in common. */
function commonPath(group: readonly Wish[]): Path {
  const [first, ...others] = group.map(({ draft }) => draft.written.path);
  const end = first.findIndex((step, i) => others.some((path) => path[i] !== step));
  return end < 0 ? first : first.slice(0, end);
}

/** Most groups are one wish: nothing can stand twice in it. */
const distinct = <T>(items: T[]): T[] => (items.length < 2 ? items : [...new Set(items)]);

const conflict = (group: readonly Wish[]) => ({
  reason: 'conflict' as const,
  note: `${group.map((wish) => wish.draft.control.id).join(' and ')} want different values at one place`,
});

/** A new block needs its required siblings: another control's value, else the block cannot be written. */
function complete(
  resource: Located,
  at: string,
  content: Record<string, Value>,
): { content: Record<string, Value>; from: Control[] } | string {
  const from: Control[] = [];
  const major = resource.root.version.major ?? 4;
  const check = (path: string, block: Record<string, Value>): string | undefined => {
    for (const [name, value] of Object.entries(block)) {
      const inner = path ? `${path}.${name}` : name;
      if (!isBlock(resource.type, inner, major) || !isObject(value)) continue;
      const filled = value as Record<string, Value>;
      for (const sibling of requiredSiblings(resource.type, inner, major)) {
        if (sibling in filled) continue;
        const giver = siblingFrom(resource.type, `${inner}.${sibling}`);
        if (!giver) return `a new ${inner} block needs ${sibling}, which no control decides`;
        filled[sibling] = giver.value;
        from.push(giver.control);
      }
      const problem = check(inner, filled);
      if (problem) return problem;
    }
    return undefined;
  };
  const copy = structuredCopy(content) as Record<string, Value>;
  return check(at, copy) ?? { content: copy, from };
}

function siblingFrom(type: string, path: string): { control: Control; value: Value } | undefined {
  for (const control of controlsOf(type).filter(({ onRequest }) => !onRequest))
    for (const leaf of control.want ? wanted(control.want) : [])
      if (leaf.dotted === path && leaf.expectation.set !== undefined)
        return { control, value: leaf.expectation.set as Value };
  return undefined;
}

const repeatedBy = (resource: Located): 'for_each' | 'count' | undefined =>
  'each' in resource.scope.names ? 'for_each' : 'count' in resource.scope.names ? 'count' : undefined;

/** `logs_queue_logs`: the name of the resource it belongs to and what it is, free in its module. */
function freeName(resource: Located, type: string, label: string, taken: Set<string>): string {
  const { module } = resource.scope.instance;
  const used = new Set(module.resources.filter((block) => block.type === type).map((block) => block.name));
  const wish = `${resource.block.name}_${label}`.replace(/[^A-Za-z0-9_]/g, '_');
  let name = wish;
  for (let i = 2; used.has(name) || taken.has(`${module.dir} ${type} ${name}`); i++) name = `${wish}_${i}`;
  taken.add(`${module.dir} ${type} ${name}`);
  return name;
}
