import { instanceKey, modulePrefix, withoutKeys } from '../../controls/address';
import { append } from '../../controls/append';
import { judge } from '../../controls/deviations';
import { controlById } from '../../controls/index';
import { originalOf } from '../../controls/provider/names-in-3';
import { Surroundings } from '../../controls/surroundings';
import { type Resource, schemaPath, type Value, valueAt } from '../../controls/value';
import { deviationText } from '../check';
import { UserError } from '../errors';
import { type Doing, isLoss, keyOf, lossOf, otherOf } from './doings';
import { type Context, type Match, matches, matchesAt } from './matches';
import type { PlanFile, WantedChange } from './plan-file';
import { stackControls, stackIn, stackOutcomes, stackPaths } from './stack';
import { isSensitive, type TerraformPlan } from './terraform-plan';

/** A change of plan.json on one resource, and whether Terraform's plan has it. */
export interface Outcome {
  readonly id: string;
  readonly address: string;
  /** The attribute, dotted; empty where the resource is added. */
  readonly path: string;
  readonly wanted: unknown;
  readonly planned: Value | undefined;
  readonly match: Match;
  /** Terraform marks the planned value as sensitive. */
  readonly isHidden?: true;
  readonly why?: string;
}

/** A control on one resource of Terraform's plan. */
export interface ControlOutcome {
  readonly control: string;
  readonly address: string;
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly text: string;
}

export interface Verification {
  readonly outcomes: readonly Outcome[];
  readonly controls: readonly ControlOutcome[];
  /** Replaced, destroyed or forgotten without plan.json naming it. */
  readonly losses: readonly Doing[];
  /** The same, named: `--allow replaces` when the plan was made. */
  readonly named: readonly Doing[];
  /** What Terraform would do beside; judged where the plan before the change is known. */
  readonly others: readonly Doing[];
  readonly othersAreNew: boolean;
  /** The plan is of a remediation stack, which holds nothing but what plan.json wants. */
  readonly isStack: boolean;
  readonly isProven: boolean;
}

export interface VerifyOptions {
  /** plan.json of plumbline. */
  readonly against?: PlanFile;
  /** Terraform's plan of the same root module before the change. */
  readonly before?: TerraformPlan;
  /** The root module that the plan is of, as plan.json names it. */
  readonly root?: string;
  /** Changes up to this wave are in the code. */
  readonly wave?: number;
  /** The remediation stack that the plan is of, as plan.json names it. */
  readonly stack?: string;
}

/** Holds Terraform's plan against plan.json: is each change in it, and nothing else? */
export function verify(
  plan: TerraformPlan,
  { against, before, root, wave = Number.POSITIVE_INFINITY, stack: name }: VerifyOptions,
): Verification {
  const byAddress = new Map(plan.planned.resources.map((resource) => [resource.address, resource]));
  const stack = stackIn(against?.overlays ?? [], plan, name);
  const isStack = stack.length > 0;
  const chosen = isStack ? [] : ofRoot(against?.changes ?? [], root);
  const isApplied = (change: WantedChange) => change.wave <= wave;
  const applied = chosen.filter(isApplied);
  const hidden = new Map(plan.changes.map(({ address, sensitive }) => [address, sensitive]));
  const outcomes = [
    ...applied.flatMap((change) => outcomesOf(change, byAddress, hidden)),
    ...stackOutcomes(stack, plan, byAddress),
  ];
  const later = new Set(chosen.filter((change) => !isApplied(change)).flatMap(controlKeys));
  const wanted = new Set([...applied.flatMap(controlKeys), ...stackControls(stack, against?.overlays ?? [])]);
  const controls = judged(
    [...wanted].filter((key) => !later.has(key)),
    plan,
    byAddress,
  );
  const expected = isStack ? stackPaths(stack) : expectedPaths(applied);
  const imported = new Set(stack.map(({ address }) => address));
  const released = new Set(stack.flatMap(({ address, released: isReleased }) => (isReleased ? address : [])));
  const replaced = new Set(applied.filter(({ impact }) => impact === 'replaces').flatMap(({ resources }) => resources));
  const isNamed = ({ address, what }: Doing) =>
    (what === 'replace' && replaced.has(address)) || (what === 'forget' && released.has(address));
  const base = before && new Map(before.changes.map((change) => [keyOf(change), change]));
  const losses: Doing[] = [];
  const named: Doing[] = [];
  const others: Doing[] = [];
  for (const change of plan.changes) {
    const older = base?.get(keyOf(change));
    const loss = lossOf(change);
    if (loss) {
      if (older && lossOf(older)?.what === loss.what) others.push(loss);
      else (isNamed(loss) ? named : losses).push(loss);
      continue;
    }
    const other = otherOf(change, older, before !== undefined, expected.get(withoutKeys(change.address)));
    if (other && !(other.what === 'import' && imported.has(other.address))) others.push(other);
  }
  const judgedOthers = base || isStack ? others.filter((each) => !isLoss(each)) : [];
  return {
    outcomes,
    controls,
    losses,
    named,
    others,
    othersAreNew: base !== undefined,
    isStack,
    isProven:
      !losses.length &&
      !judgedOthers.length &&
      outcomes.every(({ match }) => match !== 'no') &&
      controls.every(({ answer }) => answer !== 'no'),
  };
}

/** Changes of one root module. A Terraform plan does not say which it is of; where plan.json knows several, a person does. */
function ofRoot(changes: readonly WantedChange[], root: string | undefined): readonly WantedChange[] {
  const roots = [...new Set(changes.flatMap((change) => change.roots))].sort();
  if (root === undefined) {
    if (roots.length > 1)
      throw new UserError(
        `plan.json is about ${roots.length} root modules`,
        `Say which one Terraform planned: --root ${roots.map((each) => JSON.stringify(each)).join(', or ')}`,
      );
    return changes;
  }
  if (!roots.includes(root))
    throw new UserError(
      `--root ${root}: plan.json has no change for it`,
      `It has changes for: ${roots.join(', ') || 'none'}.`,
    );
  return changes.filter((change) => change.roots.includes(root));
}

function outcomesOf(
  change: WantedChange,
  byAddress: ReadonlyMap<string, Resource>,
  hidden: ReadonlyMap<string, unknown>,
): Outcome[] {
  const { id, to, path, roots } = change;
  const here = change.resources.filter((address) => byAddress.has(address));
  // A module that several roots call: what is not here is in another of them.
  const looked = roots.length > 1 && here.length ? here : change.resources;
  return looked.map((owner): Outcome => {
    const resource = byAddress.get(owner);
    const about = { id, wanted: to, path: schemaPath(path) };
    if (!resource)
      return {
        ...about,
        address: owner,
        planned: undefined,
        match: 'no',
        why: 'the resource is not in Terraform’s plan',
      };
    const context: Context = { owner: resource, byAddress };
    if (!change.adds) {
      const own = originalOf(resource.attributes);
      const match = matchesAt(own, path, to, context);
      const secret = isSensitive(hidden.get(owner), path) ? { isHidden: true as const } : {};
      return { ...about, address: owner, planned: valueAt(own, path), match, ...secret };
    }
    const added = addedBeside(owner, change.adds, byAddress);
    if (!added) {
      const address = `${modulePrefix(owner)}${change.adds.type}.${change.adds.name}${instanceKey(owner)}`;
      return { ...about, address, planned: undefined, match: 'no', why: 'the new resource is not in Terraform’s plan' };
    }
    return {
      ...about,
      address: added.address,
      planned: undefined,
      match: matches(originalOf(added.attributes), to, context),
    };
  });
}

/** The added resource: one for each instance of its owner. */
function addedBeside(
  owner: string,
  { type, name }: NonNullable<WantedChange['adds']>,
  byAddress: ReadonlyMap<string, Resource>,
): Resource | undefined {
  const prefix = modulePrefix(owner);
  return byAddress.get(`${prefix}${type}.${name}${instanceKey(owner)}`) ?? byAddress.get(`${prefix}${type}.${name}`);
}

const controlKeys = ({ controls, resources }: WantedChange): string[] =>
  controls.flatMap((control) => resources.map((address) => `${control} ${address}`));

/** @param keys controls on addresses of the plan, `storage-min-tls azurerm_storage_account.a` */
function judged(
  keys: readonly string[],
  plan: TerraformPlan,
  byAddress: ReadonlyMap<string, Resource>,
): ControlOutcome[] {
  const around = new Surroundings(plan.planned.version, plan.planned.resources);
  return keys.flatMap((key): ControlOutcome[] => {
    const space = key.indexOf(' ');
    const [id, address] = [key.slice(0, space), key.slice(space + 1)];
    const [control, resource] = [controlById(id), byAddress.get(address)];
    if (!control || !resource) return [];
    const verdict = judge(control, resource, around);
    if (verdict.answer === 'not-applicable') return [];
    const text =
      verdict.answer === 'no'
        ? verdict.deviations.map(deviationText).join('; ')
        : verdict.answer === 'unknown'
          ? verdict.why
          : '';
    return [{ control: id, address, answer: verdict.answer, text }];
  });
}

/**
 * Dotted attributes that may differ, by the address of the block: a change of code changes every instance of it. An empty one
 * stands for the whole resource.
 */
function expectedPaths(changes: readonly WantedChange[]): Map<string, string[]> {
  const expected = new Map<string, string[]>();
  for (const { adds, path, resources } of changes)
    for (const address of new Set(resources.map(withoutKeys)))
      if (adds) append(expected, `${modulePrefix(address)}${adds.type}.${adds.name}`, '');
      else append(expected, address, schemaPath(path));
  return expected;
}
