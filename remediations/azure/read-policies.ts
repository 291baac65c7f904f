import { at, list, record, textAt } from '../findings/json';
import { type Arm, Unreadable } from './arm';
import type { ArmObject } from './arm-object';
import { apiVersion } from './arm-types';
import { armObject } from './objects';
import { builtIn } from './policy-writers';
import { inParallel } from './pool';
import { emptyPart, type Part } from './read-children';

const DEFINITION = 'Microsoft.Authorization/policyDefinitions';
const SET = 'Microsoft.Authorization/policySetDefinitions';
/** Of a subscription, of a management group, or built in. Ids stand in answers, so that no other path is asked for. */
const ID =
  /^(\/subscriptions\/[\w-]+|\/providers\/microsoft\.management\/managementgroups\/[^/]+)?\/providers\/microsoft\.authorization\/policy(set)?definitions\/[^/]+$/i;

/**
 * Definitions of what is assigned: sets, those of your own, and the built-in ones that change resources by themselves. All
 * others are looked at by nothing.
 * @param isKnown what was read for another subscription
 */
export async function readPolicies(
  arm: Arm,
  assignments: readonly ArmObject[],
  most: number,
  isKnown: (id: string) => boolean,
): Promise<Part> {
  const part = emptyPart();
  const seen = new Set<string>();
  const wanted = (id: string | undefined): id is string =>
    id !== undefined &&
    ID.test(id) &&
    !seen.has(id.toLowerCase()) &&
    !isKnown(id) &&
    isOfInterest(id) &&
    Boolean(seen.add(id.toLowerCase()));
  const first = assignments.map(({ properties }) => textAt(properties, 'policyDefinitionId')).filter(wanted);
  await inParallel([...first].reverse(), most, async (id, more) => {
    const object = await readOne(arm, id, part);
    if (!object) return;
    part.objects.push(withoutTemplate(object));
    for (const each of list(at(object.properties, 'policyDefinitions'))) {
      const member = textAt(each, 'policyDefinitionId');
      if (wanted(member)) more(member);
    }
  });
  return part;
}

/** The template that a policy deploys is long, names things, and is looked at by nothing. */
function withoutTemplate(object: ArmObject): ArmObject {
  const properties = structuredClone(object.properties);
  const details = record(at(properties, 'policyRule', 'then', 'details')) as { deployment?: unknown } | undefined;
  if (details) delete details.deployment;
  return { ...object, properties };
}

const isSet = (id: string) => /\/policysetdefinitions\/[^/]+$/i.test(id);

function isOfInterest(id: string): boolean {
  if (isSet(id) || !/^\/providers\/microsoft\.authorization\//i.test(id)) return true;
  return builtIn(id)?.effect === 'modify';
}

async function readOne(arm: Arm, id: string, part: Part): Promise<ArmObject | undefined> {
  const type = isSet(id) ? SET : DEFINITION;
  try {
    const object = armObject(await arm.get(id, { 'api-version': apiVersion(type)! }), type);
    if (!object) part.unread.push({ id, why: 'the answer has no id' });
    return object;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    part.unread.push({ id, why: error.why });
    return undefined;
  }
}
