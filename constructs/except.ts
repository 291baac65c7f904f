import { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { controlById, controls, controlsOf } from '../controls';
import type { ControlId } from '../controls/control';
import { mark, marked } from './marks';

/** Why a control does not hold for a resource, who answers for that, and how long. */
export interface Exception {
  readonly reason: string;
  readonly owner: string;
  /** The last day it counts, `2027-06-30`. */
  readonly until: string;
}
/** An exception as it stands in the `"//"` metadata of the resource. */
export interface Excepted extends Exception {
  readonly control: ControlId;
}

/**
 * Accepts, for a while, that a resource does not meet a control. The exception is written into the resource's `"//"`
 * metadata, `enforce` lists it, and it fails the synth when it has expired.
 * @param construct a resource, or a pattern whose main child is one
 */
export function except(construct: IConstruct, control: ControlId, { reason, owner, until }: Exception): void {
  const resource = TerraformResource.isTerraformResource(construct) ? construct : construct.node.defaultChild;
  if (!resource || !TerraformResource.isTerraformResource(resource))
    throw new Error(`an exception is for a resource, but ${construct.node.path} is none: pass the resource itself`);
  const known = controlById(control);
  const type = resource.terraformResourceType;
  const choice = controlsOf(type).map(({ id }) => id);
  if (!known) throw new Error(`there is no control "${control}"; ${near(control, choice)}`);
  if (!known.resources.includes(type))
    throw new Error(`${control} is about ${known.resources.join(', ')}, not ${type}; ${near(control, choice)}`);
  for (const [name, text] of Object.entries({ reason, owner }))
    if (!text?.trim()) throw new Error(`the exception from ${control} has no ${name}: say it, reviewers will ask`);
  if (!isDay(until))
    throw new Error(`the exception from ${control} ends on "${until}": write a day such as "2027-06-30"`);

  const earlier = exceptionsOf(resource).filter((each) => each.control !== control);
  const all = [...earlier, { control, reason: reason.trim(), owner: owner.trim(), until }];
  if (exceptionsOf(resource).length === 0) resource.node.addValidation({ validate: () => expired(resource) });
  mark(resource, 'exceptions', all);
  resource.addOverride('//.plumbline.exceptions', all);
}

/** The exceptions of a resource, expired ones too. */
export function exceptionsOf(construct: IConstruct): readonly Excepted[] {
  return marked<readonly Excepted[]>(construct, 'exceptions') ?? [];
}

/** An exception counts until the end of its last day, UTC. */
export const isExpired = ({ until }: Exception): boolean => until < new Date().toISOString().slice(0, 10);

function expired(resource: IConstruct): string[] {
  return exceptionsOf(resource)
    .filter(isExpired)
    .map(({ control, until, owner }) => `the exception from ${control} expired on ${until}: ${owner} decides what now`);
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(text) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Ids that share a word with the one asked for, else those of the resource type. */
function near(id: string, ofType: readonly ControlId[]): string {
  const words = id.toLowerCase().split(/[^a-z0-9]+/);
  const shared = (other: string) => other.split('-').filter((word) => words.includes(word)).length;
  const similar = controls
    .map((control) => ({ id: control.id, score: shared(control.id) }))
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score)
    .map((each) => each.id);
  const names = similar.length > 0 ? similar.slice(0, 5) : ofType;
  return names.length > 0 ? `do you mean one of ${names.join(', ')}?` : 'no control is about this resource';
}
