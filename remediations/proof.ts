import { append } from '../controls/append';
import { type Failure, groupByFile } from './edit/waves';
import type { File } from './hcl/ast';
import { components } from './locate/hcl/components';
import { type Estate, type Located, readEstate, rootName } from './locate/hcl/estate';
import type { SourceFile } from './locate/hcl/tree';
import { verdictOn } from './match';
import { pathAsWritten } from './names-in-version';
import type { Change } from './plan-types';

/** Files that are judged together, the changes in them, and the files that are still to be edited. */
interface Group {
  readonly files: readonly SourceFile[];
  readonly pending: Set<string>;
  failures: readonly Failure[];
}

/**
 * Judges the patched text like any other code, with all edits of a change and of what belongs to it in place. Each group of
 * files is judged as soon as the last of them is edited, so that its trees stand in memory no longer than that.
 */
export class Proof {
  private readonly byFile: ReadonlyMap<string, readonly Change[]>;
  private readonly groups: readonly Group[];
  /** By path; variable files that were named belong to every group. */
  private readonly groupsOf = new Map<string, Group[]>();

  /**
   * @param edited every changed file that is known from the start, by its path; `take` adds the others
   * @param pending the paths of those that `take` will be called for
   */
  constructor(
    private readonly estate: Estate,
    changes: readonly Change[],
    private readonly edited: Map<string, SourceFile>,
    pending: Iterable<string>,
  ) {
    this.byFile = groupByFile(changes);
    this.groups = components(estate).map((files) => ({ files, pending: new Set(), failures: [] }));
    for (const group of this.groups) for (const { path } of group.files) append(this.groupsOf, path, group);
    for (const path of pending) for (const group of this.groupsOf.get(path)!) group.pending.add(path);
    for (const group of this.groups) if (!group.pending.size) this.judge(group);
  }

  /** Takes a file as it is after all its edits; undefined where none was carried out. */
  take(path: string, syntax: File | undefined): void {
    if (syntax) this.edited.set(path, { path, text: syntax.text, syntax, json: false });
    for (const group of this.groupsOf.get(path)!) {
      group.pending.delete(path);
      if (!group.pending.size) this.judge(group);
    }
  }

  /** Changes whose controls still fail, group by group. */
  failures(): Failure[] {
    return this.groups.flatMap(({ failures }) => failures);
  }

  private judge(group: Group): void {
    const { edited, byFile, estate } = this;
    const about = group.files.flatMap(({ path }) => (edited.has(path) ? (byFile.get(path) ?? []) : []));
    if (!about.length) return;
    const patched = group.files.map((file) => edited.get(file.path) ?? file);
    const { roots } = readEstate(patched, estate.options);
    const resources = byAddress(roots.flatMap((root) => [...root.resources, ...root.behind]));
    group.failures = about.flatMap((change) => stillFailing(change, resources));
    for (const { path } of group.files) if (this.groupsOf.get(path)!.length === 1) edited.delete(path);
  }
}

function stillFailing(change: Change, resources: ReadonlyMap<string, readonly Located[]>): Failure[] {
  const still = change.resources
    .flatMap((address) => resources.get(address) ?? [])
    .filter((resource) => change.roots.includes(rootName(resource)))
    .flatMap((resource) =>
      change.controls
        .filter((control) => deviatesStill(control, resource, change))
        .map((control) => `${resource.address} (${control.id})`),
    );
  return still.length ? [{ change, note: `after the edit ${still[0]} would still fail` }] : [];
}

const deviatesStill = (control: Change['controls'][number], resource: Located, change: Change): boolean => {
  const verdict = verdictOn(control, resource);
  return (
    verdict.answer === 'no' &&
    verdict.deviations.some(
      (each) =>
        Boolean(each.add) === (change.edit.what.do === 'add') &&
        samePath(pathAsWritten(resource, each.path, resource.root.version), change.path),
    )
  );
};

const samePath = (found: readonly unknown[], changed: readonly unknown[]) =>
  changed.slice(0, found.length).every((step, i) => step === found[i]);

function byAddress(resources: readonly Located[]): Map<string, Located[]> {
  const map = new Map<string, Located[]>();
  for (const resource of resources) append(map, resource.address, resource);
  return map;
}
