import { append } from '../controls/append';
import { withoutFindings } from './closing';
import { type Applied, applyWaves, type Failure, totalOf, type Wave } from './edit/waves';
import type { Report } from './findings/finding';
import { type Estate, type Located, readEstate, rootName } from './locate/hcl/estate';
import type { SourceFile } from './locate/hcl/tree';
import { verdictOn } from './match';
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
  let { changes } = planned;
  const failures: Failure[] = [];
  for (;;) {
    const applied = applyWaves(changes);
    const files = totalOf(applied.waves);
    const failed = [...applied.failures, ...unproven(estate, changes, applied.edited)];
    if (!failed.length) return { plan: withFailures({ ...planned, changes }, failures), waves: applied.waves, files };
    failures.push(...failed);
    const dropped = new Set(failed.map(({ change }) => change));
    changes = withoutFindings(
      changes.filter((change) => !dropped.has(change)),
      new Set(failed.flatMap(({ change }) => change.findings)),
    );
  }
}

function withFailures(planned: Plan, failures: readonly Failure[]): Plan {
  const unplanned: Unplanned[] = [...planned.unplanned];
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

/** Changes whose controls still fail on the patched text, judged like any other code. */
function unproven(estate: Estate, changes: readonly Change[], edited: Applied['edited']): Failure[] {
  if (!edited.size) return [];
  const patched = estate.files.map((file): SourceFile => {
    const syntax = edited.get(file.path);
    return syntax ? { path: file.path, text: syntax.text, syntax, json: false } : file;
  });
  const resources = byAddress(
    readEstate(patched, estate.options).roots.flatMap((root) => [...root.resources, ...root.behind]),
  );
  return changes.flatMap((change) => {
    const still = change.resources
      .flatMap((address) => resources.get(address) ?? [])
      .filter((resource) => change.roots.includes(rootName(resource)))
      .flatMap((resource) =>
        change.controls
          .filter((control) => deviatesStill(control, resource, change))
          .map((control) => `${resource.address} (${control.id})`),
      );
    return still.length ? [{ change, note: `after the edit ${still[0]} would still fail` }] : [];
  });
}

const deviatesStill = (control: Change['controls'][number], resource: Located, change: Change): boolean => {
  const verdict = verdictOn(control, resource);
  return (
    verdict.answer === 'no' &&
    verdict.deviations.some(
      (each) => Boolean(each.add) === (change.edit.what.do === 'add') && samePath(each.path, change.path),
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
