import { type Ask, type Control, type ControlId, type Deviation, type Impact, isAsk } from '../controls/control';
import { aliasFacts } from '../controls/index';
import { implicit, unset, unwritten } from '../controls/verdict';
import type { Policies } from './azure/policies';
import { isTold, toldFinding } from './cdktf/told-finding';
import { withoutFindings } from './closing';
import { combine, type Wish } from './combine';
import { type Answers, accompanying, type Draft, draft, questionsOf } from './drafts';
import type { Finding, Report } from './findings/finding';
import type { Estate, Located } from './locate/hcl/estate';
import { constructPath } from './locate/hcl/synthesized';
import { Locator } from './locate/locate';
import type { States } from './locate/states';
import { lockOut } from './lock-out';
import { type Case, inOrder, match, type Selection, verdictOn } from './match';
import type { LiveEstate } from './overlay/live-estate';
import { overlaysOf } from './overlay/overlays';
import { policyNotes } from './overlay/policy-fights';
import type { Change, Plan, Unplanned, UnplannedReason } from './plan-types';
import { topOf } from './priority';
import { Exceptions, exceptionText, expiredText, isExpired, utcDay } from './profile/exceptions';
import type { CriticalityRule } from './profile/profile';
import { Questions } from './questions';
import { MADE_ELSEWHERE } from './remote-resources';

export interface PlanOptions extends Selection {
  readonly answers: Answers;
  /** Impacts that are planned only when asked for by name. */
  readonly allow: ReadonlySet<Impact>;
  /** The day that exceptions are judged on, `2027-06-30`; today when not given. */
  readonly today?: string;
  /** Those of the profile; what the code says about itself counts anyway. */
  readonly exceptions?: Exceptions;
  /** By which resources are found that a report knows by their id in Azure. */
  readonly states?: States;
  /** What was read from Azure; without it, what stands in no code is known by its id alone. */
  readonly live?: LiveEstate;
  /** How much resources matter; the first rule that fits counts. */
  readonly criticality?: readonly CriticalityRule[];
  /** Controls on request that the profile asks for; the others are planned where a scanner reports them and nothing costs. */
  readonly on?: ReadonlySet<ControlId>;
  /** Only so many changes, the most urgent ones. */
  readonly top?: number;
}

const NONE = new Exceptions();

/** Reasons that leave nothing to do for the instance they are given for. */
const HARMLESS: ReadonlySet<UnplannedReason> = new Set(['already-compliant', 'not-applicable', 'excepted'] as const);

const weight = (reason: UnplannedReason): number => (reason === 'not-applicable' ? 0 : HARMLESS.has(reason) ? 1 : 2);

const GATED: Partial<Record<Impact, UnplannedReason>> = { replaces: 'replaces-resource', irreversible: 'irreversible' };

/** Findings × controls × resources → changes, and for every other finding the reason why not. Reads and writes nothing. */
export function plan(reports: readonly Report[], estate: Estate, options: PlanOptions): Plan {
  const findings = inOrder(reports.flatMap((report) => report.findings));
  const matched = match(findings, new Locator(estate, options.states), options, options.live);
  const open = new Map<Finding, Unplanned>();
  for (const each of matched.unplanned) open.set(each.finding, each);
  const questions = new Questions();
  const wishes = matched.cases.flatMap((each) => wishesOf(each, estate, options, open, questions));
  const { changes: combined, refusals } = combine(wishes, options.criticality);
  for (const { wish, reason, note } of refusals)
    for (const finding of wish.findings)
      open.set(finding, {
        finding,
        reason,
        note,
        control: wish.draft.control.id,
        address: wish.draft.resource.address,
      });
  const possible = withoutFindings(combined, new Set(refusals.flatMap(({ wish }) => wish.findings)));
  const chosen = options.top === undefined ? possible : topOf(possible, options.top);
  if (chosen.length < possible.length) putOff(possible, chosen, open);
  const told = chosen.filter(isTold);
  for (const change of told) for (const finding of change.findings) open.set(finding, toldFinding(finding, change));
  const changes = withoutFindings(
    chosen.filter((change) => !isTold(change)),
    new Set(told.flatMap(({ findings }) => findings)),
  );
  const { exceptions = NONE, today = utcDay() } = options;
  const overlays = overlaysOf(matched.live, open, questions, {
    answers: options.answers,
    exceptionOf: (control, about) => {
      const exception =
        typeof about === 'string' ? exceptions.ofLive(control.id, about) : exceptions.of(control.id, about);
      return exception && !isExpired(exception, today) ? exceptionText(exception) : undefined;
    },
    gate: (control, impact, asks) => gate(control, impact, isAnsweredBy(asks, options.answers), options),
    ...(options.live ? { policies: options.live.policies, owners: options.live.owners } : {}),
  });
  const planned = new Set([...changes, ...overlays].flatMap((change) => change.findings));
  const ignored: Record<string, number> = { ...matched.ignored };
  for (const report of reports)
    for (const [reason, count] of Object.entries(report.ignored)) ignored[reason] = (ignored[reason] ?? 0) + count;
  return {
    changes: (options.live ? changes.map(withPolicies(options.live.policies)) : changes).sort(byPlace),
    told: told.sort(byPlace),
    overlays,
    unplanned: findings.flatMap((finding) => (planned.has(finding) ? [] : (open.get(finding) ?? []))),
    ignored,
    questions: questions.list(),
  };
}

/** Changes with what Azure Policy writes into the same resources. */
const withPolicies =
  (policies: Policies) =>
  (change: Change): Change => {
    const notes = policyNotes(change, policies);
    return notes.length ? { ...change, notes: [...change.notes, ...notes] } : change;
  };

/** Tells the findings of changes that have to wait. */
function putOff(possible: readonly Change[], chosen: readonly Change[], open: Map<Finding, Unplanned>): void {
  const kept = new Set(chosen);
  for (const change of possible) {
    if (kept.has(change)) continue;
    const note = `priority ${change.priority}: others are more urgent`;
    for (const finding of change.findings)
      open.set(finding, {
        finding,
        reason: 'later',
        note,
        control: change.controls[0].id,
        address: change.resources[0],
      });
  }
}

function byPlace(a: Change, b: Change): number {
  const [one, two] = [a.edit.place, b.edit.place];
  if (one.file.path !== two.file.path) return one.file.path < two.file.path ? -1 : 1;
  return one.start - two.start || (a.path.join() < b.path.join() ? -1 : 1);
}

/** What a case wants written; findings of a case that wants nothing are told why. */
function wishesOf(
  { control, block, instances, findings, notes }: Case,
  estate: Estate,
  options: PlanOptions,
  open: Map<Finding, Unplanned>,
  questions: Questions,
): Wish[] {
  const { exceptions = NONE } = options;
  const unclosed = new Set<Finding>();
  const path = constructPath(block);
  const construct = path === undefined ? {} : { construct: path };
  const settle = (reason: UnplannedReason, note: string, resource?: Located) => {
    const address = resource?.address ?? `${block.type}.${block.name}`;
    for (const finding of (resource && instances.get(resource)) ?? findings) {
      if (!HARMLESS.has(reason)) unclosed.add(finding);
      const told = open.get(finding);
      // A rule may stand for several controls, such as one for all Defender plans: the one that has most to do answers.
      if (!told || weight(reason) > weight(told.reason))
        open.set(finding, { finding, reason, note, control: control.id, address, ...construct });
    }
  };
  if (!instances.size) {
    settle('not-applicable', 'count or for_each makes no instance of it');
    return [];
  }
  const wishes: Wish[] = [];
  const passing: Located[] = [];
  for (const [resource, about] of instances) {
    const verdict = verdictOn(control, resource);
    const exception = exceptions.of(control.id, resource, block.file.path);
    const isOver = exception !== undefined && isExpired(exception, options.today ?? utcDay());
    if (verdict.answer === 'yes') passing.push(resource);
    else if (verdict.answer === 'not-applicable')
      settle('not-applicable', `${control.id} does not apply to it`, resource);
    else if (exception && !isOver) settle('excepted', exceptionText(exception), resource);
    else if (verdict.answer === 'unknown' && !verdict.either) settle(...unknownReason(resource, verdict.why), resource);
    else {
      const deviations = verdict.answer === 'no' ? verdict.deviations : (verdict.either ?? []);
      const made = deviations.map((each) => ({
        each,
        made: gated(draft(estate, resource, control, each, options.answers), control, options),
      }));
      for (const { each, made: result } of made) {
        if ('reason' in result) {
          const over = isOver ? `${expiredText(exception)}; ` : '';
          settle(result.reason, over + result.note, resource);
          for (const each of result.asks ? questionsOf(result.asks, options.answers) : [])
            questions.add(each, resource.address, control.id);
          continue;
        }
        // A half-met control is not met: what can be written waits for what cannot.
        if (made.some(({ made: other }) => 'reason' in other)) continue;
        wishes.push({ draft: result, findings: about, notes: [...notes, ...lockOut(control, resource)] });
        if (!each.add) wishes.push(...alongside(result.resource, control, estate, options, about));
      }
    }
  }
  const besides = wishes.length > 0;
  for (const made of explicitly(
    besides ? [...instances.keys()] : passing,
    { control, findings },
    estate,
    options,
    besides,
  )) {
    if (!('reason' in made)) {
      const foreign = findings.filter(isForeign);
      wishes.push({ draft: { ...made, impact: 'in-place' }, findings: foreign, notes });
    } else if (!besides) settle(made.reason, made.note);
  }
  // Counts for findings that no change closes, such as our own beside a scanner's.
  if (passing.length)
    settle('already-compliant', 'the code already says so: the report is stale, or the scanner sees it differently');
  return unclosed.size ? wishes.map((wish) => withoutUnclosed(wish, unclosed)) : wishes;
}

/** A finding about several instances is closed when all of them are; until then a change says that some stay as they are. */
function withoutUnclosed(wish: Wish, unclosed: ReadonlySet<Finding>): Wish {
  const findings = wish.findings.filter((finding) => !unclosed.has(finding));
  if (findings.length === wish.findings.length) return wish;
  return { ...wish, findings, notes: [...wish.notes, 'does not close its findings: other instances stay as they are'] };
}

const isAnswered = ({ ask, add }: Deviation, answers: Answers): boolean =>
  isAnsweredBy([ask, ...Object.values(add?.attributes ?? {})].filter(isAsk), answers);

const isAnsweredBy = (asks: readonly Ask[], answers: Answers): boolean =>
  asks.some(({ parameter }) => answers[parameter] !== undefined);

const gated = (made: Draft, control: Control, options: PlanOptions): Draft =>
  'reason' in made ? made : (gate(control, made.impact, isAnswered(made.deviation, options.answers), options) ?? made);

/** What replaces or cannot be undone is planned only when it is asked for by name, and nothing that costs unasked. */
function gate(
  control: Control,
  impact: Impact,
  isSettled: boolean,
  { allow, only, on }: PlanOptions,
): { readonly reason: UnplannedReason; readonly note: string } | undefined {
  const { cost, consequences } = control.fix!;
  const isAsked = on?.has(control.id) || only?.has(control.id);
  if (control.onRequest && cost && !isAsked && !isSettled)
    return {
      reason: 'needs-answer',
      note: `It costs: ${cost} Ask for it: on: [${control.id}] in the profile, or --only.`,
    };
  const reason = GATED[impact];
  if (!reason || allow.has(impact)) return undefined;
  return { reason, note: `${consequences.join(' ')} Ask for it by name: --allow ${impact}.` };
}

const isForeign = (finding: Finding): boolean => finding.scanner !== 'plumbline';

/**
 * A scanner wants to see what is so already: the default is written out, and Terraform plans nothing for it. Beside a
 * real change only what the scanner's rule is known to look for.
 */
function explicitly(
  resources: readonly Located[],
  { control, findings }: Pick<Case, 'control' | 'findings'>,
  estate: Estate,
  options: PlanOptions,
  besides: boolean,
): Draft[] {
  const foreign = findings.filter(isForeign);
  if (!foreign.length) return [];
  const looked = new Set(foreign.flatMap(({ scanner, rule }) => aliasFacts(control, scanner, rule)?.explicit ?? []));
  if (besides && !looked.size) return [];
  return resources.flatMap((resource) => {
    if (!control.resources.includes(resource.type)) return [];
    const { version } = resource.root;
    const named = [...looked].flatMap((name) => unwritten(resource, name, version) ?? []);
    const own = besides ? [] : implicit(control, resource, version);
    return [...named, ...own].map((each) => draft(estate, resource, control, each, options.answers, true));
  });
}

function alongside(
  subject: Located,
  control: Case['control'],
  estate: Estate,
  options: PlanOptions,
  findings: readonly Finding[],
): Wish[] {
  return accompanying(control).flatMap((other) => {
    const verdict = verdictOn(other, subject);
    if (verdict.answer === 'unknown' || verdict.answer === 'not-applicable') return [];
    const wanted = verdict.answer === 'no' ? verdict.deviations : unset(other, subject, subject.root.version);
    return wanted.flatMap((each) => {
      const made = draft(estate, subject, other, each, options.answers);
      return 'reason' in made ? [] : [{ draft: made, findings, notes: [`comes along with ${control.id}`] }];
    });
  });
}

function unknownReason(resource: Located, why: string): [UnplannedReason, string] {
  if (resource.remote && MADE_ELSEWHERE.test(why)) return ['remote-module', why];
  if (/^dynamic block/.test(why)) return ['dynamic-block', `${why} cannot be read`];
  if (/does not parse/.test(why)) return ['incomplete-module', why];
  if (/azurerm/.test(why)) return ['unsupported-provider-version', `${why} (${resource.root.version.source})`];
  return ['computed-value', `cannot be told: ${why}`];
}
