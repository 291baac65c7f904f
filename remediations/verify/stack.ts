import { controlById, controlsOf } from '../../controls/index';
import type { Resource } from '../../controls/value';
import { UserError } from '../errors';
import { armKey } from '../findings/arm-id';
import { matches } from './matches';
import type { WantedOverlay } from './plan-file';
import type { TerraformPlan } from './terraform-plan';
import type { Outcome } from './verify';

/**
 * The entries of the remediation stack that a plan of Terraform is of.
 * @param name as plan.json names it; without it the stack all of whose resources are in the plan
 * @returns nothing where the plan is of code
 */
export function stackIn(
  overlays: readonly WantedOverlay[],
  plan: TerraformPlan,
  name: string | undefined,
): readonly WantedOverlay[] {
  const names = [...new Set(overlays.map(({ stack }) => stack))].sort();
  const entries = (stack: string) => overlays.filter((each) => each.stack === stack);
  if (name !== undefined) {
    if (!names.includes(name))
      throw new UserError(`--stack ${name}: plan.json has no such stack`, `It has: ${names.join(', ') || 'none'}.`);
    return entries(name);
  }
  const here = new Set([...plan.planned.resources, ...plan.changes].map(({ address }) => address));
  const some = names.filter((each) => entries(each).some(({ address }) => here.has(address)));
  const whole = some.filter((each) => entries(each).every(({ address, released }) => released || here.has(address)));
  const fitting = whole.length ? whole : some;
  if (fitting.length > 1)
    throw new UserError(
      `plan.json has ${fitting.length} stacks with resources of this plan`,
      `Say which one Terraform planned: --stack ${fitting.join(', or ')}`,
    );
  return fitting.flatMap(entries);
}

/** Whether each resource of a stack is in the plan as it should be: imported under its id, with the wanted values. */
export function stackOutcomes(
  entries: readonly WantedOverlay[],
  plan: TerraformPlan,
  byAddress: ReadonlyMap<string, Resource>,
): Outcome[] {
  const changes = new Map(plan.changes.map((change) => [change.address, change]));
  return entries
    .filter(({ released }) => !released)
    .map(({ id, address, importId, wanted }): Outcome => {
      const about = { id, address, path: '', wanted, planned: undefined };
      const resource = byAddress.get(address);
      if (!resource) return { ...about, match: 'no', why: 'the resource is not in Terraform’s plan' };
      const { actions = [], importing, before } = changes.get(address) ?? {};
      const isNew = before === undefined && importing === undefined && actions.includes('create');
      if (importId !== undefined && isNew)
        return { ...about, match: 'no', why: 'Terraform would create it instead of importing what is there' };
      if (importId !== undefined && importing !== undefined && armKey(importing) !== armKey(importId))
        return { ...about, match: 'no', why: `Terraform would import ${importing} instead of ${importId}` };
      return { ...about, match: matches(resource.attributes, wanted, { owner: resource, byAddress }) };
    });
}

/** The dotted attributes that each resource of a stack may change; an empty one stands for the whole resource. */
export const stackPaths = (entries: readonly WantedOverlay[]): Map<string, string[]> =>
  new Map(
    entries.map(({ address, importId, wanted }) => [address, importId === undefined ? [''] : Object.keys(wanted)]),
  );

/**
 * Pairs of control and address that the plan of a stack should satisfy on its own: what a control asks of one resource may be
 * spread over several entries.
 */
export function stackControls(entries: readonly WantedOverlay[], all: readonly WantedOverlay[]): string[] {
  const keyOf = (control: string, armId: string) => `${control} ${armKey(armId)}`;
  const counts = new Map<string, number>();
  for (const { controls, armId } of all)
    for (const control of controls) counts.set(keyOf(control, armId), (counts.get(keyOf(control, armId)) ?? 0) + 1);
  return entries
    .filter(({ importId, released }) => importId !== undefined && !released)
    .flatMap(({ controls, address, armId, type }) =>
      controls
        .filter((id) => controlsOf(type).some((each) => each === controlById(id)))
        .filter((id) => counts.get(keyOf(id, armId)) === 1)
        .map((id) => `${id} ${address}`),
    );
}
