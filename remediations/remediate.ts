import { append } from '../controls/append';
import { withoutFindings } from './closing';
import { documentWith } from './edit/document';
import { type Applied, applyWaves, type Failure, groupByFile, totalOf, type Wave } from './edit/waves';
import type { Report } from './findings/finding';
import { components } from './locate/hcl/components';
import { type Estate, type Located, readEstate, rootName } from './locate/hcl/estate';
import type { SourceFile } from './locate/hcl/tree';
import { verdictOn } from './match';
import { pathAsWritten } from './names-in-version';
import { type PlanOptions, plan } from './plan';
import type { Change, Plan, Unplanned } from './plan-types';

export interface Remediation {
  readonly plan: Plan;
  readonly waves: readonly Wave[];
  readonly files: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

/**
 * Plans, edits in memory and checks the result: every change must make its controls pass on the patched text, else it
 * is taken back and its findings are told why.
 */
export function remediate(reports: readonly Report[], estate: Estate, options: PlanOptions): Remediation {
  const planned = plan(reports, estate, options);
  let { changes, told } = planned;
  const failures: Failure[] = [];
  for (;;) {
    const applied = applyWaves(changes);
    const files = totalOf(applied.waves);
    const documents = applyTold(told);
    const edited = new Map([...filesOf(applied.edited), ...documents.edited]);
    const failed = [...applied.failures, ...documents.failures, ...unproven(estate, [...changes, ...told], edited)];
    if (!failed.length)
      return { plan: withFailures({ ...planned, changes, told }, failures), waves: applied.waves, files };
    failures.push(...failed);
    const dropped = new Set(failed.map(({ change }) => change));
    const left = new Set(failed.flatMap(({ change }) => change.findings));
    [changes, told] = [changes, told].map((each) =>
      withoutFindings(
        each.filter((change) => !dropped.has(change)),
        left,
      ),
    );
  }
}

/** What a person is told to change, carried out on the synthesized documents: it has to be right as well. */
function applyTold(told: readonly Change[]): { edited: Map<string, SourceFile>; failures: Failure[] } {
  const edited = new Map<string, SourceFile>();
  const failures: Failure[] = [];
  for (const own of groupByFile(told).values()) {
    const { file } = own[0].edit.place;
    try {
      edited.set(file.path, documentWith(file, own));
    } catch (error) {
      const note = `the change of ${file.path} cannot be tried: ${(error as Error).message}`;
      failures.push(...own.map((change) => ({ change, note })));
    }
  }
  return { edited, failures };
}

const filesOf = (edited: Applied['edited']): Map<string, SourceFile> =>
  new Map([...edited].map(([path, syntax]) => [path, { path, text: syntax.text, syntax, json: false }]));

function withFailures(planned: Plan, failures: readonly Failure[]): Plan {
  const failed = new Set(failures.flatMap(({ change }) => change.findings));
  // What was told is unplanned already, and now for another reason.
  const unplanned: Unplanned[] = planned.unplanned.filter(
    ({ finding, reason }) => reason !== 'cdktf' || !failed.has(finding),
  );
  const told = new Set(unplanned.map(({ finding }) => finding));
  for (const { change, note } of failures)
    for (const finding of change.findings) {
      if (told.has(finding)) continue;
      told.add(finding);
      unplanned.push({
        finding,
        reason: 'conflict',
        note,
        control: change.controls[0].id,
        address: change.resources[0],
      });
    }
  return { ...planned, unplanned };
}

/** Changes whose controls still fail on the patched text, judged like any other code; one group of files after the other. */
function unproven(estate: Estate, changes: readonly Change[], edited: ReadonlyMap<string, SourceFile>): Failure[] {
  if (!edited.size) return [];
  const byFile = groupByFile(changes);
  return components(estate).flatMap((files) => {
    const about = files.flatMap(({ path }) => (edited.has(path) ? (byFile.get(path) ?? []) : []));
    if (!about.length) return [];
    const patched = files.map((file) => edited.get(file.path) ?? file);
    const resources = byAddress(
      readEstate(patched, estate.options).roots.flatMap((root) => [...root.resources, ...root.behind]),
    );
    return about.flatMap((change) => stillFailing(change, resources));
  });
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
