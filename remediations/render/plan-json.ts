import type { Control } from '../../controls/control';
import { cisNumbers } from '../../controls/index';
import { at, list, textAt } from '../findings/json';
import type { OverlayChange } from '../overlay';
import type { Plan } from '../plan-types';
import { changeId, counts, jsonFinding, jsonValue, type PlanDocument, siteOf } from './review';

export const PLAN_SCHEMA = 'azure-plumbline/plan-1';

/** plan.json: everything the other artefacts show, for programs. docs/plan-file.md describes it. */
export function planJson({ plan, waves, notes, provider, level, sources, today, earlier = [] }: PlanDocument): string {
  const waveOf = new Map(waves.flatMap((wave, i) => wave.changes.map((change) => [change, i + 1] as const)));
  const document = {
    schema: PLAN_SCHEMA,
    benchmark: 'CIS Microsoft Azure Foundations Benchmark 3.0.0',
    level,
    ...(today ? { today } : {}),
    reports: sources,
    provider,
    counts: counts(plan),
    ignored: plan.ignored,
    waves: waves.map((wave, i) => ({
      number: i + 1,
      impact: wave.impact,
      changes: wave.changes.length,
      files: [...wave.files.keys()],
    })),
    changes: plan.changes.map((change) => {
      const { controls, consequences, cost, restores } = saidBy(change.controls);
      const { file, line, site } = siteOf(change);
      return {
        id: changeId(change),
        wave: waveOf.get(change) ?? null,
        controls,
        resources: change.resources,
        roots: change.roots,
        ...(change.edit.what.do === 'add'
          ? { adds: { type: change.edit.what.type, name: change.edit.what.name } }
          : {}),
        file,
        line,
        site,
        path: change.path,
        from: jsonValue(change.from),
        to: jsonValue(change.to),
        impact: change.impact,
        priority: change.priority,
        explicit: change.explicit,
        consequences,
        cost,
        restores,
        notes: change.notes,
        findings: change.findings.map(jsonFinding),
      };
    }),
    overlays: plan.overlays.map((change) => ({ ...overlayEntry(change), findings: change.findings.map(jsonFinding) })),
    ledger: ledgerOf(plan, earlier),
    questions: plan.questions,
    unplanned: plan.unplanned.map(({ finding, reason, note, control, address }) => ({
      reason,
      note,
      ...(control ? { control } : {}),
      ...(address ? { address } : {}),
      finding: jsonFinding(finding),
    })),
    notes,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

const said = new Map<string, ReturnType<typeof sayings>>();

/** What controls say of every change that is made for them; thousands of changes are made for a few of them. */
function saidBy(controls: readonly Control[]): ReturnType<typeof sayings> {
  const key = controls.map((control) => control.id).join(' ');
  const known = said.get(key) ?? sayings(controls);
  said.set(key, known);
  return known;
}

function sayings(controls: readonly Control[]) {
  const fixes = controls.flatMap((control) => control.fix ?? []);
  return {
    controls: controls.map((control) => ({
      id: control.id,
      title: control.title,
      cis: cisNumbers(control),
      level: control.level,
      severity: control.severity,
    })),
    consequences: [...new Set(fixes.flatMap((fix) => fix.consequences))],
    cost: fixes.flatMap((fix) => fix.cost ?? []),
    restores: fixes.some((fix) => fix.restores === 'no')
      ? 'no'
      : fixes.some((fix) => fix.restores === 'partly')
        ? 'partly'
        : 'yes',
  };
}

/** An overlay as the remediation stack reads it. */
export interface LedgerEntry {
  readonly id: string;
  readonly title: string;
  readonly controls: readonly string[];
  readonly overlay: unknown;
}

const overlayEntry = ({ id, title, controls, overlay }: OverlayChange): LedgerEntry => ({
  id,
  title,
  controls: controls.map((control) => control.id),
  overlay,
});

/**
 * Everything a remediation stack has to hold: what this plan adds and what earlier ones added. A block that vanished
 * from the stack would make Terraform destroy what it fixed.
 */
function ledgerOf(plan: Plan, earlier: readonly LedgerEntry[]): LedgerEntry[] {
  const entries = new Map(earlier.map((entry) => [entry.id, entry]));
  for (const change of plan.overlays) entries.set(change.id, overlayEntry(change));
  return [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The ledger of an earlier plan.json; empty when there is none. */
export function readLedger(text: string): LedgerEntry[] {
  const document: unknown = JSON.parse(text);
  return list(at(document, 'ledger')).filter(
    (entry): entry is LedgerEntry => textAt(entry, 'id') !== undefined && at(entry, 'overlay') !== undefined,
  );
}
