import { append } from '../../controls/append';
import { type Control, IMPACTS, type Impact } from '../../controls/control';
import { isList, sameValue, type Value, valueAt } from '../../controls/value';
import type { LiveResource } from '../azure/live-resources';
import type { Finding } from '../findings/finding';
import { nameFor } from './arm-resource';
import { mergedBody } from './azapi';
import { imported } from './import';
import type { Overlay, OverlayChange, Setting } from './overlay';
import { type Wanted, wholes } from './wanted';

interface Wish {
  readonly wanted: Wanted;
  readonly finding: Finding;
}
interface Conflict {
  readonly finding: Finding;
  readonly control: Control;
  readonly note: string;
}

/** What one overlay is made of. */
interface Group {
  readonly impact: Impact;
  readonly wishes: readonly Wish[];
}

/** One overlay for each resource that is made, imported or written by azapi, and each wave. */
export function merged(wishes: readonly Wish[]): {
  readonly changes: readonly OverlayChange[];
  readonly conflicts: readonly Conflict[];
} {
  const byResource = new Map<string, Wish[]>();
  for (const wish of wishes) append(byResource, keyOf(wish.wanted), wish);
  const conflicts: Conflict[] = [];
  const changes = [...byResource.values()].flatMap(inWaves).map((group) => changeOf(group, conflicts));
  return { changes: changes.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)), conflicts };
}

/**
 * The wishes for one resource by wave. Two stacks may own one resource as long as no argument is in both; what one wave
 * shares with a later one waits for it.
 */
function inWaves(wishes: readonly Wish[]): Group[] {
  const groups: { impact: Impact; targets: Set<string>; wishes: Wish[] }[] = [];
  for (const impact of [...IMPACTS].reverse()) {
    const own = wishes.filter(({ wanted }) => wanted.impact === impact);
    for (const wish of own) {
      const targets = targetsOf(wish.wanted);
      const shared = groups.find((group) => targets.some((each) => group.targets.has(each)));
      const group = shared ??
        groups.find((each) => each.impact === impact) ?? { impact, targets: new Set(), wishes: [] };
      if (!groups.includes(group)) groups.push(group);
      group.wishes.push(wish);
      for (const each of targets) group.targets.add(each);
    }
  }
  return groups;
}

/** Top-level arguments; azapi and separate resources are one whole each. */
const targetsOf = (wanted: Wanted): readonly string[] =>
  wanted.by === 'import' ? wanted.sets.map(({ path }) => String(path[0])) : [wanted.by];

function keyOf(wanted: Wanted): string {
  if (wanted.by === 'separate') return `${wanted.add.type}.${nameFor(wanted.beside.address, wanted.add.label)}`;
  if (wanted.by === 'azapi') return `azapi ${wanted.patch.resourceId.toLowerCase()}`;
  return `import ${wanted.resource.address.toLowerCase()}`;
}

function changeOf({ impact, wishes }: Group, conflicts: Conflict[]): OverlayChange {
  const [{ wanted: first }] = wishes;
  const kept =
    first.by === 'import'
      ? compatibleSets(wishes, conflicts)
      : first.by === 'azapi'
        ? compatibleBodies(wishes, conflicts)
        : wishes;
  const controls = [...new Map(kept.map(({ wanted: { control } }) => [control.id, control])).values()];
  const made = overlayOf(kept.map(({ wanted }) => wanted));
  const id = `${made.type}.${made.name}`;
  return {
    id: impact === 'in-place' ? id : `${id} (${impact})`,
    title: controls.map(({ title }) => title).join('; '),
    controls,
    findings: [...new Set(kept.map(({ finding }) => finding))],
    impact,
    notes: [...new Set(kept.flatMap(({ wanted }) => wanted.notes))],
    owners: [],
    overlay: made,
  };
}

/** Of wishes for one resource those that do not contradict an earlier one; lists that grow in two ways grow in both. */
function compatibleSets(wishes: readonly Wish[], conflicts: Conflict[]): readonly Wish[] {
  const taken = new Map<string, Value>();
  const kept = wishes.filter(({ wanted, finding }) => {
    if (wanted.by !== 'import') return false;
    const all = wanted.sets.map(({ path, to }) => {
      const key = path.join('.');
      const known = taken.get(key);
      const both =
        known === undefined || sameValue(known, to) ? to : union(known, to, valueAt(wanted.resource.attributes, path));
      return { key, both };
    });
    const other = all.find(({ both }) => both === undefined);
    if (other) {
      conflicts.push({ finding, control: wanted.control, note: `another control wants another value of ${other.key}` });
      return false;
    }
    for (const { key, both } of all) taken.set(key, both!);
    return true;
  });
  return kept.map((wish): Wish => {
    const { wanted } = wish;
    if (wanted.by !== 'import') return wish;
    const sets = wanted.sets.map(({ path }) => ({ path, to: taken.get(path.join('.'))! }));
    return { ...wish, wanted: { ...wanted, sets } };
  });
}

/** Both lists in one, where each holds all that is there now. */
function union(one: Value, other: Value, now: Value | undefined): Value | undefined {
  if (!isList(one) || !isList(other)) return undefined;
  const has = (list: readonly Value[], item: Value) => list.some((each) => sameValue(each, item));
  const before = isList(now) ? now : [];
  if (!before.every((each) => has(one, each) && has(other, each))) return undefined;
  return [...one, ...other.filter((each) => !has(one, each))];
}

function compatibleBodies(wishes: readonly Wish[], conflicts: Conflict[]): readonly Wish[] {
  let body: unknown = {};
  return wishes.filter(({ wanted, finding }) => {
    if (wanted.by !== 'azapi') return false;
    const both = mergedBody(body, wanted.patch.body);
    if (both === undefined) {
      conflicts.push({
        finding,
        control: wanted.control,
        note: 'another control wants another value of the same property',
      });
      return false;
    }
    body = both;
    return true;
  });
}

type Of<By> = Extract<Wanted, { readonly by: By }>;

function overlayOf(wanted: readonly Wanted[]): Overlay {
  const [first] = wanted;
  if (first.by === 'separate') return separate(first);
  return first.by === 'import'
    ? importing(wanted as readonly Of<'import'>[])
    : patching(wanted as readonly Of<'azapi'>[]);
}

function separate({ add, beside, attributes, control }: Of<'separate'>): Overlay {
  return {
    armId: beside.address,
    strategy: 'separate',
    type: add.type,
    name: nameFor(beside.address, add.label),
    attributes,
    ignore: [],
    settings: [{ control: control.id, path: add.type, from: null, to: attributes }],
    onPlan: 'one resource to add',
    onApply: `an ${add.type} is made; ${nameOf(beside)} itself stays as it is`,
    onDestroy: `the ${add.type} is removed and ${control.id} fails again`,
  };
}

function importing(wanted: readonly Of<'import'>[]): Overlay {
  const [{ resource }] = wanted;
  const sets = wanted.flatMap((each) => each.sets);
  const way = imported(resource, wholes(resource, sets));
  if (typeof way === 'string') throw new Error(`what each of several settings admits, all of them do not: ${way}`);
  const targets = [...new Set(sets.map(({ path }) => String(path[0])))].sort().join(', ');
  return {
    armId: String(resource.attributes.id),
    strategy: 'import',
    type: resource.type,
    name: nameFor(String(resource.attributes.id), ''),
    ...way,
    settings: settingsOf(wanted),
    onPlan: `one resource to import, with a change of ${targets}`,
    onApply: `${nameOf(resource)} is taken into the state, secrets that azurerm reads included, and ${targets} changes in place`,
    onDestroy: 'Terraform refuses it (prevent_destroy): to let go of it, plan with --release',
  };
}

function patching(wanted: readonly Of<'azapi'>[]): Overlay {
  const [{ armId }] = wanted;
  // The newest of the versions that the properties were looked up in: an old one drops what it does not know.
  const patch = wanted.map((each) => each.patch).reduce((a, b) => (b.type > a.type ? b : a));
  const body = wanted.reduce<unknown>((all, { patch: { body: own } }) => mergedBody(all, own), {});
  return {
    armId,
    strategy: 'azapi',
    type: 'azapi_update_resource',
    name: nameFor(
      patch.resourceId.startsWith(`${armId}/`) ? armId : patch.resourceId,
      partName(armId, patch.resourceId),
    ),
    // Two that write to one resource at once would overwrite each other.
    attributes: { type: patch.type, resource_id: patch.resourceId, body, locks: [armId] },
    ignore: [],
    settings: settingsOf(wanted),
    onPlan: 'one resource to add; what Azure has now is not shown: see before and after here',
    onApply: `${patch.type.split('@')[0]} is read, these properties are written over what is there, and all of it is sent back`,
    onDestroy: 'nothing changes in Azure',
  };
}

/** `config_web` for what stands below the resource. */
const partName = (armId: string, id: string): string =>
  id.toLowerCase().startsWith(`${armId.toLowerCase()}/`)
    ? id
        .slice(armId.length + 1)
        .replaceAll('/', '_')
        .toLowerCase()
    : '';

const settingsOf = (wanted: readonly { readonly settings: readonly Setting[] }[]): Setting[] => {
  const all = wanted.flatMap(({ settings }) => settings);
  const keyed = new Map(all.map((each) => [`${each.control} ${each.path}`, each]));
  return [...keyed.values()].sort((a, b) => (`${a.path} ${a.control}` < `${b.path} ${b.control}` ? -1 : 1));
};

const nameOf = ({ attributes, address }: Pick<LiveResource, 'attributes' | 'address'>): string =>
  typeof attributes.name === 'string' ? attributes.name : address.slice(address.lastIndexOf('/') + 1);
