import { withoutFindings } from './closing';
import { documentWith } from './edit/document';
import { applyWaves, type Failure, groupByFile, totalOf, type Wave } from './edit/waves';
import type { Report } from './findings/finding';
import type { Estate } from './locate/hcl/estate';
import type { SourceFile } from './locate/hcl/tree';
import { type PlanOptions, plan } from './plan';
import type { Change, Plan, Unplanned } from './plan-types';
import { Proof } from './proof';

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
    const documents = applyTold(told);
    const proof = new Proof(estate, [...changes, ...told], documents.edited, groupByFile(changes).keys());
    const applied = applyWaves(changes, (path, edited) => proof.take(path, edited));
    const files = totalOf(applied.waves);
    const failed = [...applied.failures, ...documents.failures, ...proof.failures()];
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
