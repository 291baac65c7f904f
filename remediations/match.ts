import type { AliasScanner, Control } from '../controls/control';
import { judge, judgeWant, type Verdict } from '../controls/deviations';
import { controlsForRule } from '../controls/index';
import type { Finding, Scanner } from './findings/finding';
import type { Located } from './locate/hcl/estate';
import type { ResourceBlock } from './locate/hcl/module';
import type { Locator } from './locate/locate';
import { type ArmResource, parseArmId } from './overlay';
import type { Unplanned } from './plan-types';

/** Everything that reports say about one control on one resource block. */
export interface Case {
  readonly control: Control;
  readonly block: ResourceBlock;
  /** With the findings that are about each of them. */
  readonly instances: Map<Located, Set<Finding>>;
  readonly findings: Set<Finding>;
  readonly notes: Set<string>;
}

const RULES_OF: Partial<Record<Scanner, Parameters<typeof controlsForRule>[0]>> = {
  checkov: 'checkov',
  trivy: 'trivy',
  kics: 'kics',
  prowler: 'prowler',
  defender: 'defender',
  'azure-policy': 'azure-policy',
  plumbline: 'plumbline',
};

const ANY: readonly AliasScanner[] = ['checkov', 'trivy', 'kics', 'prowler', 'defender', 'azure-policy', 'powerpipe'];

/** Controls a finding is about; rules of tools we do not know are matched by id alone. */
export function controlsFor(finding: Finding): readonly Control[] {
  const scanner = RULES_OF[finding.scanner];
  if (scanner) return controlsForRule(scanner, finding.rule);
  for (const each of ANY) {
    const found = controlsForRule(each, finding.rule);
    if (found.length) return found;
  }
  return [];
}

/** The resource types a control can be reported on: its own, and its companions. */
export const reportedOn = (control: Control): readonly string[] => [
  ...control.resources,
  ...(control.companions ?? []).map((companion) => companion.resource),
];

export interface Selection {
  readonly level: 1 | 2;
  readonly only?: ReadonlySet<string>;
}

/** A finding about a resource in Azure that stands in no code here. */
export interface LiveCase {
  readonly finding: Finding;
  readonly arm: ArmResource;
  readonly controls: readonly Control[];
}

export interface Matched {
  readonly cases: readonly Case[];
  readonly live: readonly LiveCase[];
  readonly unplanned: Unplanned[];
  readonly ignored: Record<string, number>;
}

/** Sorts findings into cases; what leads to none is told why. */
export function match(findings: readonly Finding[], locator: Locator, selection: Selection): Matched {
  const cases = new Map<string, Case>();
  const numbers = new Map<ResourceBlock, number>();
  const unplanned: Unplanned[] = [];
  const live: LiveCase[] = [];
  const ignored: Record<string, number> = {};
  for (const finding of findings) {
    const all = controlsFor(finding);
    if (!all.length) {
      unplanned.push({
        finding,
        reason: 'no-control',
        note: `no control stands for ${finding.scanner} ${finding.rule}`,
      });
      continue;
    }
    const chosen = all.filter((control) => !selection.only || selection.only.has(control.id));
    if (!chosen.length) {
      ignored['not selected by --only'] = (ignored['not selected by --only'] ?? 0) + 1;
      continue;
    }
    const [manual] = chosen.filter((control) => control.manual);
    if (manual && chosen.length === 1) {
      const { why, steps } = manual.manual!;
      unplanned.push({ finding, reason: 'manual', control: manual.id, note: `${why} ${steps}` });
      continue;
    }
    const controls = chosen.filter((control) => !control.manual && control.level <= selection.level);
    if (!controls.length) {
      unplanned.push({
        finding,
        reason: 'level',
        control: chosen[0].id,
        note: `belongs to level 2; the plan is for level ${selection.level}`,
      });
      continue;
    }
    const location = locator.locate(finding.subject, new Set(controls.flatMap(reportedOn)));
    if ('reason' in location) {
      const arm = finding.subject.armId ? parseArmId(finding.subject.armId) : undefined;
      if (arm?.type && location.reason === 'not-found') {
        const about = controls.filter((control) => control.resources.includes(arm.type!));
        if (about.length) {
          live.push({ finding, arm, controls: about });
          continue;
        }
      }
      unplanned.push({ finding, ...location, control: controls[0].id });
      continue;
    }
    const { block } = location;
    const applying = controls.filter((control) => reportedOn(control).includes(block.type));
    if (!applying.length) {
      const note = `${controls[0].id} is about ${controls[0].resources.join(', ')}, not about ${block.type}`;
      unplanned.push({ finding, reason: 'not-applicable', control: controls[0].id, note });
      continue;
    }
    if (!numbers.has(block)) numbers.set(block, numbers.size);
    for (const control of applying) {
      const key = `${numbers.get(block)} ${control.id}`;
      let known = cases.get(key);
      if (!known) {
        known = { control, block, instances: new Map(), findings: new Set(), notes: new Set() };
        cases.set(key, known);
      }
      known.findings.add(finding);
      for (const instance of location.instances) {
        const about = known.instances.get(instance);
        if (about) about.add(finding);
        else known.instances.set(instance, new Set([finding]));
      }
      for (const note of location.notes) known.notes.add(note);
    }
  }
  return { cases: [...cases.values()], live, unplanned, ignored };
}

/** By place, then rule: a plan does not depend on the order in which a scanner found things. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => {
    const { file = '', lines = [], address = '' } = finding.subject;
    const place = [file, ...lines.map((line) => String(line).padStart(7, '0')), address];
    return { finding, key: [...place, finding.scanner, finding.rule, finding.message].join('\n') };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ finding }) => finding);
}

/** The verdict for a resource, or for a companion that a finding names directly. */
export function verdictOn(control: Control, resource: Located): Verdict {
  if (control.resources.includes(resource.type)) return judge(control, resource, resource.root.around);
  const companion = control.companions?.find((each) => each.resource === resource.type);
  return companion ? judgeWant(companion.want, resource, resource.root.version) : { answer: 'not-applicable' };
}
