import { additionOf } from '../../controls/companions';
import { type Ask, type Control, type Impact, isAsk, type NewResource } from '../../controls/control';
import { judge } from '../../controls/deviations';
import type { Attributes, Resource } from '../../controls/value';
import type { LiveGroup } from '../azure/check-scan';
import type { Owners } from '../azure/owners';
import type { Policies } from '../azure/policies';
import { type Answers, accompanying, impactOf } from '../drafts';
import { armKey, spellings } from '../findings/arm-id';
import type { Finding } from '../findings/finding';
import { lockOut } from '../lock-out';
import type { Unplanned, UnplannedReason } from '../plan-types';
import type { Questions } from '../questions';
import { refusal } from '../refusals';
import { type ArmResource, parseArmId } from './arm-resource';
import { isLacking, lackingIn } from './lacking';
import type { Live } from './live-estate';
import { literal } from './live-value';
import { merged } from './merge';
import type { OverlayChange } from './overlay';
import { policyFights } from './policy-fights';
import { type Refused, type Wanted, wantedFor } from './wanted';

/** A finding about a resource in Azure that stands in no code here. */
export interface LiveCase {
  readonly finding: Finding;
  readonly controls: readonly Control[];
  /** What the id in the finding says. */
  readonly armId: string;
  /** What was read of it, for each control; absent where Azure was not read. */
  readonly read?: ReadonlyMap<Control, readonly Live[]>;
  /** Of a finding about a whole subscription that was read. */
  readonly group?: LiveGroup;
}

export interface OverlayOptions {
  readonly answers: Answers;
  readonly exceptionOf: (control: Control, about: string | Resource) => string | undefined;
  /** Why a change is not planned unless somebody asks for it by name. */
  readonly gate: (control: Control, impact: Impact, asks: readonly Ask[]) => Refused | undefined;
  /** What Azure Policy writes into resources by itself; absent where Azure was not read. */
  readonly policies?: Policies;
  /** Who answers for what was read. */
  readonly owners?: Owners;
}

/** Live resources: one overlay for each resource, means and wave, however many findings and controls want it. */
export function overlaysOf(
  cases: readonly LiveCase[],
  open: Map<Finding, Unplanned>,
  questions: Questions,
  options: OverlayOptions,
): OverlayChange[] {
  const spelled = spellings(cases.map(({ armId }) => armId));
  const wishes: { readonly wanted: Wanted; readonly finding: Finding }[] = [];
  for (const { finding, armId, controls, read, group } of cases)
    for (const control of controls) {
      const settle = ({ reason, note, asks }: Refused, about: string) => {
        const told = open.get(finding);
        if (!told || told.reason === 'already-compliant' || told.reason === 'not-applicable')
          open.set(finding, { finding, reason, note, control: control.id, address: about });
        for (const ask of asks ?? []) questions.add(ask, about, control.id);
      };
      const subjects = read?.get(control);
      if (!subjects) {
        const arm = parseArmId(spelled.get(armKey(armId)) ?? armId);
        const made = arm ? fromId(control, arm, options) : notRead(control, armId);
        if ('reason' in made) settle(made, arm?.id ?? armId);
        else wishes.push({ wanted: made, finding });
        continue;
      }
      if (group && isLacking(control, subjects)) {
        const made = gatedLack(control, group, options);
        if ('reason' in made) settle(made, `/subscriptions/${group.subscription}`);
        else wishes.push({ wanted: made, finding });
        continue;
      }
      for (const live of subjects) {
        const made = wishesFor(control, live, options);
        if ('reason' in made) settle(made, live.resource.address);
        else wishes.push(...made.map((wanted) => ({ wanted, finding })));
      }
    }
  const { changes, conflicts } = merged(wishes);
  for (const { finding, control, note } of conflicts)
    if (!open.has(finding)) open.set(finding, { finding, reason: 'conflict', note, control: control.id });
  // A finding about several things is closed when all of them are.
  return changes.map((change) => {
    const owner = options.owners?.of(change.overlay.armId);
    const findings = change.findings.filter((each) => !isOpen(open.get(each)));
    return { ...change, findings, owners: owner === undefined ? [] : [owner] };
  });
}

const HARMLESS: ReadonlySet<UnplannedReason> = new Set(['already-compliant', 'not-applicable', 'excepted'] as const);
const isOpen = (told: Unplanned | undefined): boolean => told !== undefined && !HARMLESS.has(told.reason);

const notRead = (control: Control, id: string): Refused => ({
  reason: 'not-found',
  note: `${id} stands in no code here, and ${control.id} needs its present settings: plumbline scan reads them`,
});

/** What a control wants of a live resource. */
function wishesFor(control: Control, live: Live, options: OverlayOptions): readonly Wanted[] | Refused {
  const { resource, group } = live;
  const excepted = options.exceptionOf(control, resource);
  if (excepted !== undefined) return { reason: 'excepted', note: excepted };
  const verdict = judge(control, resource, group.around);
  if (verdict.answer === 'yes')
    return { reason: 'already-compliant', note: 'Azure is so already: the report is stale' };
  if (verdict.answer === 'not-applicable')
    return { reason: 'not-applicable', note: `${control.id} does not apply to it` };
  if (verdict.answer === 'unknown' && !verdict.either)
    return { reason: 'computed-value', note: `cannot be told: ${verdict.why}` };
  const { fix } = control;
  if (!fix) return { reason: 'needs-answer', note: `${control.id} has no fix` };
  if (fix.advice) return { reason: 'needs-answer', note: fix.advice };
  const placed = { ...resource, root: { around: group.around } };
  const refused = refusal(control, placed);
  if (refused) return { reason: 'needs-answer', note: refused };
  const deviations = verdict.answer === 'no' ? verdict.deviations : (verdict.either ?? []);
  const made = deviations.map((each) => wantedFor(control, live, each, options.answers));
  const impossible = made.find((each): each is Refused => 'reason' in each);
  if (impossible) return impossible;
  const asks = deviations.flatMap(({ ask }) => ask ?? []);
  const wanted = made as readonly Wanted[];
  const gated = wanted.map(({ impact }) => options.gate(control, impact, asks)).find((each) => each !== undefined);
  if (gated) return gated;
  const fights = wanted.map((each) => policyFights(each, options.policies?.about(policyId(each)) ?? []));
  const fought = fights.find((each): each is Refused => 'reason' in each);
  if (fought) return fought;
  const notes = lockOut(control, placed);
  return [
    ...wanted.map((each, i) => ({ ...each, notes: [...notes, ...each.notes, ...(fights[i] as readonly string[])] })),
    ...alongside(control, live, options),
  ];
}

/** The resource that assignments are looked up for. */
const policyId = (wanted: Wanted): string =>
  wanted.by === 'separate'
    ? wanted.beside.address
    : wanted.by === 'import'
      ? String(wanted.resource.attributes.id)
      : wanted.patch.resourceId;

/** What a whole subscription lacks. */
function gatedLack(
  control: Control,
  group: LiveGroup,
  { answers, exceptionOf, gate, policies }: OverlayOptions,
): Wanted | Refused {
  const excepted = exceptionOf(control, `/subscriptions/${group.subscription}`);
  if (excepted !== undefined) return { reason: 'excepted', note: excepted };
  if (!group.isWhole) return { reason: 'computed-value', note: 'cannot be told: not all of the subscription was read' };
  const made = lackingIn(control, group, answers);
  if ('reason' in made) return made;
  const fights = policyFights(made, policies?.about(`/subscriptions/${group.subscription}`) ?? []);
  if ('reason' in fights) return fights;
  return gate(control, made.impact, []) ?? { ...made, notes: [...made.notes, ...fights] };
}

/** What has to come along with a fix on the same resource. */
function alongside(control: Control, live: Live, { answers }: OverlayOptions): Wanted[] {
  return accompanying(control).flatMap((other) => {
    const verdict = judge(other, live.resource, live.group.around);
    if (verdict.answer !== 'no') return [];
    const made = verdict.deviations.map((each) => wantedFor(other, live, each, answers));
    return made.flatMap((each) =>
      'reason' in each ? [] : [{ ...each, notes: [...each.notes, `comes along with ${control.id}`] }],
    );
  });
}

/** A separate resource that meets the control, from the id of the live one alone; else why that is not enough. */
function fromId(control: Control, arm: ArmResource, { answers, exceptionOf, gate }: OverlayOptions): Wanted | Refused {
  const excepted = exceptionOf(control, arm.id);
  if (excepted !== undefined) return { reason: 'excepted', note: excepted };
  const companion = control.companions?.find(({ add }) => add && !add.beside);
  if (!companion) return notRead(control, arm.name);
  const add: NewResource = additionOf(companion);
  const open = Object.values(add.attributes)
    .filter(isAsk)
    .filter(({ parameter }) => answers[parameter] === undefined);
  if (open.length) return { reason: 'needs-answer', note: open[0].question, asks: open };
  const known = { id: arm.id, name: arm.name, resource_group_name: arm.resourceGroup };
  const given = Object.entries(add.attributes).map(([name, each]) => [
    name,
    literal(isAsk(each) ? answers[each.parameter] : each, known),
  ]);
  if (given.some(([, each]) => each === undefined)) return notRead(control, arm.name);
  const impact = impactOf(control, add.type, { path: [], found: undefined, expected: '', add }, null, 4);
  const gated = gate(control, impact, Object.values(add.attributes).filter(isAsk));
  if (gated) return gated;
  const attributes = Object.fromEntries(given) as Attributes;
  const beside = { address: arm.id, type: arm.types[0] ?? '', attributes: known, object: { ...arm, type: '' } };
  return { by: 'separate', control, impact, notes: [], beside, add, attributes };
}
