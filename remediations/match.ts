import { append } from '../controls/append';
import type { Companion, Control, ControlId } from '../controls/control';
import { judge } from '../controls/deviations';
import { controlsForRule, type RuleScanner } from '../controls/index';
import type { Major } from '../controls/provider/facts';
import { removedType } from '../controls/provider/removed-types';
import { judgeWant, type Verdict } from '../controls/verdict';
import { armKey, armParent, spellings } from './findings/arm-id';
import type { Finding, Scanner, Subject } from './findings/finding';
import type { Located } from './locate/hcl/estate';
import type { ResourceBlock } from './locate/hcl/module';
import type { Location, Locator } from './locate/locate';
import { parseArmId } from './overlay/arm-resource';
import type { Live, LiveEstate } from './overlay/live-estate';
import type { LiveCase } from './overlay/overlays';
import type { Unplanned } from './plan-types';
import { isRemote, remoteVerdict } from './remote-resources';

/** Everything that reports say about one control on one resource block. */
export interface Case {
  readonly control: Control;
  readonly block: ResourceBlock;
  /** With the findings that are about each of them. */
  readonly instances: Map<Located, Finding[]>;
  readonly findings: Finding[];
  readonly notes: string[];
}

const RULES_OF: Partial<Record<Scanner, RuleScanner>> = {
  checkov: 'checkov',
  trivy: 'trivy',
  tfsec: 'tfsec',
  kics: 'kics',
  prowler: 'prowler',
  defender: 'defender',
  'azure-policy': 'azure-policy',
  // A recommendation on security that names no assessment may have the key of one for its type.
  advisor: 'defender',
  powerpipe: 'powerpipe',
  plumbline: 'plumbline',
};

const ANY: readonly RuleScanner[] = [
  ...(['checkov', 'trivy', 'kics', 'prowler', 'defender', 'azure-policy', 'powerpipe'] as const),
  'plumbline',
];

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
  /** Controls that do not count, with the reason; `only` overrules it. */
  readonly off?: ReadonlyMap<ControlId, string>;
}

export interface Matched {
  readonly cases: readonly Case[];
  readonly live: readonly LiveCase[];
  readonly unplanned: Unplanned[];
  readonly ignored: Record<string, number>;
}

type Reason = Omit<Unplanned, 'finding'>;
/** The controls to judge a finding by, and the resource types they are about, with those for each. */
interface Chosen {
  readonly controls: readonly Control[];
  readonly types: ReadonlySet<string>;
  readonly byType: ReadonlyMap<string, readonly Control[]>;
}
const NOT_SELECTED = 'not selected by --only';

/** What to judge a finding by, else why there is nothing; the scanner and the rule decide. */
function select(finding: Finding, { only, level, off }: Selection): Chosen | Reason | typeof NOT_SELECTED {
  const all = controlsFor(finding);
  if (!all.length) return { reason: 'no-control', note: `no control stands for ${finding.scanner} ${finding.rule}` };
  const asked = all.filter((control) => !only || only.has(control.id));
  if (!asked.length) return NOT_SELECTED;
  const chosen = only ? asked : asked.filter((control) => !off?.has(control.id));
  if (!chosen.length) {
    const [{ id: control }] = asked;
    return { reason: 'excepted', control, note: `${control} is off in the profile: ${off!.get(control)}` };
  }
  const [{ id, manual }] = chosen;
  if (manual && chosen.length === 1) return { reason: 'manual', control: id, note: `${manual.why} ${manual.steps}` };
  const controls = chosen.filter((control) => !control.manual && control.level <= level);
  if (controls.length) {
    const types = new Set(controls.flatMap(reportedOn));
    const on = (type: string) => controls.filter((control) => reportedOn(control).includes(type));
    return { controls, types, byType: new Map([...types].map((type) => [type, on(type)])) };
  }
  return { reason: 'level', control: id, note: `belongs to level 2; the plan is for level ${level}` };
}

/** A finding about a resource in Azure that no code here names. */
function liveCase(finding: Finding, controls: readonly Control[], live: LiveEstate | undefined): LiveCase | undefined {
  const { armId } = finding.subject;
  if (armId === undefined) return undefined;
  if (live?.knows(armId)) {
    const group = live.whole(armId);
    const read = new Map<Control, readonly Live[]>();
    for (const control of controls) {
      const about = live.about(armId, control);
      if (about.length || (group && control.required)) read.set(control, about);
    }
    if (!read.size) return undefined;
    return { finding, armId, controls: [...read.keys()], read, ...(group ? { group } : {}) };
  }
  const types = parseArmId(armId)?.types ?? [];
  const about = controls.filter((control) => control.resources.some((type) => types.includes(type)));
  return about.length ? { finding, armId, controls: about } : undefined;
}

/** The subject with its id as all findings that mean it are told with. */
function inOneSpelling(subject: Subject, spelled: ReadonlyMap<string, string>): Subject {
  const armId = subject.armId && spelled.get(armKey(subject.armId));
  return armId === undefined || armId === subject.armId ? subject : { ...subject, armId };
}

/** What is told of a place that only Azure knows. */
function inNoCode({ armId, address, file }: Subject): string | undefined {
  if (armId === undefined || address !== undefined || file !== undefined) return undefined;
  return armParent(armId) === undefined
    ? `it is about all of ${armId}: plumbline check --owns subscription tells what its code lacks`
    : `${armId} stands in no code here`;
}

/** The major that every root module which uses the block is for; 4 where they differ or do not say. */
function majorOf(instances: readonly Located[]): Major {
  const [first, ...others] = new Set(instances.map(({ root }) => root.version.major));
  return (!others.length && first) || 4;
}

/** Sorts findings into cases; what leads to none is told why. */
export function match(
  findings: readonly Finding[],
  locator: Locator,
  selection: Selection,
  azure?: LiveEstate,
): Matched {
  const cases = new Map<ResourceBlock, Map<Control, Case>>();
  const unplanned: Unplanned[] = [];
  const live: LiveCase[] = [];
  const ignored: Record<string, number> = {};
  const selected = new Map<string, ReturnType<typeof select>>();
  const spelled = spellings(findings.flatMap(({ subject }) => subject.armId ?? []));
  for (const finding of findings) {
    const rule = `${finding.scanner} ${finding.rule}`;
    const chosen = selected.get(rule) ?? select(finding, selection);
    selected.set(rule, chosen);
    if (chosen === NOT_SELECTED) ignored[NOT_SELECTED] = (ignored[NOT_SELECTED] ?? 0) + 1;
    else if ('reason' in chosen) unplanned.push({ finding, ...chosen });
    else {
      const { controls, types, byType } = chosen;
      const subject = inOneSpelling(finding.subject, spelled);
      const location = locator.locate(subject, types);
      if ('block' in location) {
        const { type } = location.block;
        const removed = removedType(type, majorOf(location.instances));
        const applying = removed ? [] : (byType.get(type) ?? []);
        for (const control of applying) addTo(cases, control, location, finding);
        if (applying.length) continue;
        const [{ id, resources }] = controls;
        const note = removed ?? `${id} is about ${resources.join(', ')}, not about ${type}`;
        unplanned.push({ finding, reason: 'not-applicable', control: id, note });
        continue;
      }
      const { reason, note, isOwned } = location;
      const inAzure = reason === 'not-found' && !isOwned ? liveCase(finding, controls, azure) : undefined;
      if (inAzure) live.push(inAzure);
      else {
        const told = reason === 'not-found' && !isOwned ? (inNoCode(subject) ?? note) : note;
        unplanned.push({ finding, reason, note: told, control: controls[0].id });
      }
    }
  }
  return { cases: [...cases.values()].flatMap((each) => [...each.values()]), live, unplanned, ignored };
}

/** Adds a finding to the case of its control and block. */
function addTo(
  cases: Map<ResourceBlock, Map<Control, Case>>,
  control: Control,
  { block, instances, notes }: Extract<Location, { block: ResourceBlock }>,
  finding: Finding,
): void {
  const ofBlock = cases.get(block) ?? new Map<Control, Case>();
  cases.set(block, ofBlock);
  const known: Case = ofBlock.get(control) ?? { control, block, instances: new Map(), findings: [], notes: [] };
  ofBlock.set(control, known);
  known.findings.push(finding);
  for (const instance of instances) append(known.instances, instance, finding);
  for (const note of notes) if (!known.notes.includes(note)) known.notes.push(note);
}

/** By place, then rule: a plan does not depend on the order in which a scanner found things. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const keyed = findings.map((finding) => {
    const { file = '', lines = [], address = '', module, label, azureName, armId } = finding.subject;
    const place = [file, ...lines.map((line) => String(line).padStart(7, '0')), address];
    const more = [module, label, azureName, armId];
    return { finding, key: [...place, finding.scanner, finding.rule, finding.message, ...more].join('\n') };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ finding }) => finding);
}

/** The verdict for a resource, or for a companion that a finding names directly. */
export function verdictOn(control: Control, resource: Located): Verdict {
  if (isRemote(resource)) return remoteVerdict(control, resource);
  if (control.resources.includes(resource.type)) return judge(control, resource, resource.root.around);
  const { version } = resource.root;
  const carries = ({ resource: type, where }: Companion) =>
    type === resource.type && (!where || judgeWant(where, resource, version).answer === 'yes');
  const companion = control.companions?.find(carries);
  return companion ? judgeWant(companion.want, resource, version) : { answer: 'not-applicable' };
}
