import type { Control } from '../../controls/control';
import { cisNumbers } from '../../controls/index';
import type { Creation } from '../cdktf/program';
import type { ToldConstruct } from '../cdktf/told';
import { stepsCode } from '../cdktf/typescript';
import { ledgerOf } from '../overlay/ledger';
import type { OverlayChange } from '../overlay/overlay';
import type { Change } from '../plan-types';
import { jsonText, Listed } from './json-text';
import { changeId, counts, jsonFinding, jsonValue, type PlanDocument, siteOf } from './review';

export const PLAN_SCHEMA = 'azure-plumbline/plan-1';

/** plan.json, piece by piece: everything the other artefacts show, for programs. docs/plan-file.md describes it. */
export function planJson(planned: PlanDocument): Iterable<string> {
  const {
    plan,
    waves,
    notes,
    provider,
    level,
    sources,
    today,
    constructs = [],
    earlier = [],
    released,
    backend,
  } = planned;
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
    changes: new Listed(plan.changes, (change) =>
      changeEntry(change, { wave: waveOf.get(change) ?? null, ...siteOf(change) }),
    ),
    ...(constructs.length ? { constructs: constructs.map(constructEntry) } : {}),
    overlays: new Listed(plan.overlays, overlayEntry),
    ledger: ledgerOf(plan.overlays, earlier, released),
    ...(backend ? { backend } : {}),
    questions: plan.questions,
    unplanned: new Listed(plan.unplanned, ({ finding, reason, note, control, address, construct }) => ({
      reason,
      note,
      ...(control ? { control } : {}),
      ...(address ? { address } : {}),
      ...(construct ? { construct } : {}),
      finding: jsonFinding(finding),
    })),
    notes,
  };
  return jsonText(document);
}

/** A change as programs read it; `where` stands behind what it is about. */
function changeEntry(
  change: Change,
  { wave, ...where }: { readonly wave?: number | null; readonly [name: string]: unknown },
) {
  const { controls, consequences, cost, restores } = saidBy(change.controls);
  const { what } = change.edit;
  return {
    id: changeId(change),
    ...(wave === undefined ? {} : { wave }),
    controls,
    resources: change.resources,
    roots: change.roots,
    ...(change.owners.length ? { owners: change.owners } : {}),
    ...(what.do === 'add' ? { adds: { type: what.type, name: what.name } } : {}),
    ...where,
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
}

/** What to do at one construct of an app of CDK for Terraform. */
function constructEntry({ element, creations, around, alsoMakes, properties, additions, code, swap }: ToldConstruct) {
  const place = ({ file, line, className }: Creation) => ({ file, line, class: className });
  const changes = [...new Set([...properties, ...additions].map(({ change }) => change))];
  return {
    path: element.path,
    stack: element.stack,
    class: element.className,
    code: creations.map(place),
    ...(around ? { around: place(around) } : {}),
    alsoMakes,
    changes: changes.map((change) =>
      changeEntry(change, {
        properties: properties
          .filter((each) => each.change === change)
          .map((each) => ({
            property: each.path,
            now: each.from ?? null,
            code: each.to,
            remove: each.remove.map(stepsCode),
          })),
        ...additionEntry(additions.find((each) => each.change === change)),
      }),
    ),
    ...(code === undefined ? {} : { snippet: code }),
    ...(swap ? { swap } : {}),
  };
}

const additionEntry = (addition: ToldConstruct['additions'][number] | undefined) =>
  addition ? { import: addition.import, snippet: addition.code } : {};

const said = new Map<string, ReturnType<typeof sayings>>();

/** What controls say of every change that is made for them; thousands of changes are made for a few of them. */
export function saidBy(controls: readonly Control[]): ReturnType<typeof sayings> {
  const key = controls.map((control) => control.id).join(' ');
  const known = said.get(key) ?? sayings(controls);
  said.set(key, known);
  return known;
}

/** What changes for whoever runs it, and what it costs, each once. */
export function effectsOf(controls: readonly Control[]): string[] {
  const { consequences, cost } = saidBy(controls);
  return [...consequences, ...new Set(cost.map((each) => `Cost: ${each}`))];
}

function sayings(controls: readonly Control[]) {
  const worst = ['no', 'partly'] as const;
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
    restores: worst.find((each) => fixes.some((fix) => fix.restores === each)) ?? ('yes' as const),
  };
}

/** A live resource that changes, as programs read it. */
function overlayEntry({ id, title, controls, findings, impact, notes, owners, overlay }: OverlayChange) {
  const { consequences, cost, restores } = saidBy(controls);
  return {
    id,
    title,
    controls: controls.map((control) => control.id),
    impact,
    ...(owners.length ? { owners } : {}),
    consequences,
    cost,
    restores,
    notes,
    overlay,
    findings: findings.map(jsonFinding),
  };
}
