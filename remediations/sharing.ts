import { accepts } from '../controls/accept';
import type { Companion, Control, Deviation } from '../controls/control';
import { controls as all } from '../controls/index';
import { type Wanted, wantedOf } from '../controls/reading';
import { sameValue, schemaPath, type Value, valueAt } from '../controls/value';
import type { Located } from './locate/hcl/estate';
import type { Place } from './locate/hcl/trace';
import { verdictOn } from './match';

/**
 * Instances that are written together get a change together. Says of one that holds the same value whether it would be
 * changed although neither this control nor another wants that of it: another plan of Defender, an account of another
 * kind, another parameter of a server.
 */
export function unasked(
  control: Control,
  subject: Located,
  { path }: Deviation,
  to: Value,
): (resource: Located) => boolean {
  const before = valueAt(subject.attributes, path);
  const dotted = schemaPath(path);
  return (resource) =>
    resource !== subject &&
    sameValue(valueAt(resource.attributes, path), before) &&
    !isJudged(control, resource) &&
    !all.some((other) => leavesOn(other, resource).some(takes(dotted, to)) && isJudged(other, resource));
}

/** Written in the block of the resource: every instance reads it. */
export const isOfAll = ({ site }: Place): boolean => site === 'attribute' || site === 'block';

/** Two root modules may call one module under one name. */
export function alongText(subject: Located, { address, root }: Located): string {
  const where = root === subject.root ? '' : ` of ${root.dir || 'another environment'}`;
  return `${address}${where} would be changed along, and the control does not apply to it or that cannot be told: write it for each instance`;
}

const takes =
  (dotted: string, to: Value) =>
  ({ path, expectation }: Wanted): boolean =>
    [...path, ...(expectation.inside ? [expectation.inside] : [])].join('.') === dotted &&
    accepts(expectation.accept, to) === true;

const known = new WeakMap<Located, Map<Control, boolean>>();

/** Whether the control has something to say on the resource. */
function isJudged(control: Control, resource: Located): boolean {
  const answers = known.get(resource) ?? new Map<Control, boolean>();
  known.set(resource, answers);
  let answer = answers.get(control);
  if (answer === undefined) {
    const verdict = verdictOn(control, resource);
    answer = verdict.answer === 'unknown' ? verdict.either !== undefined : verdict.answer !== 'not-applicable';
    answers.set(control, answer);
  }
  return answer;
}

/** What the control wants of attributes of the resource, its own or a companion's. */
function leavesOn({ resources, want, companions = [] }: Control, resource: Located): readonly Wanted[] {
  const { version } = resource.root;
  if (resources.includes(resource.type)) return want ? wantedOf(want, resource, version) : [];
  const carries = (companion: Companion) => companion.resource === resource.type;
  return companions.filter(carries).flatMap((companion) => wantedOf(companion.want, resource, version));
}
