import type { ConditionalAccessPolicyConfig } from '@cdktf/provider-azuread/lib/conditional-access-policy';
import { type About, type Desired, type Expectation, includes, such } from './control';
import type { Surroundings } from './surroundings';
import { at, both, either, holds, lists, not } from './three-answers';
import { isList, isObject, Reference, type Resource, type Unknown, type Value } from './value';
import { judgeWant } from './verdict';

// What conditional access policies are about and what they ask, as far as code says it.
export type Want = Desired<ConditionalAccessPolicyConfig>;
type Grant = Expectation<NonNullable<ConditionalAccessPolicyConfig['grantControls']>>;
/** Whether a policy is about what a recommendation asks. */
export type Topic = (policy: Resource, around: Surroundings) => boolean | Unknown;

/** Everything that a policy asks for before it lets in; with OR any of it is enough. */
function asked(block: Value): readonly Value[] {
  if (!isObject(block)) return [];
  const { built_in_controls: controls, custom_authentication_factors: factors, terms_of_use: terms } = block;
  const { authentication_strength_policy_id: strength } = block;
  const isNamed = strength instanceof Reference || (typeof strength === 'string' && strength !== '');
  const named = [controls, factors, terms].flatMap((list) => (isList(list) ? list : []));
  return [...named, ...(isNamed ? ['mfa'] : [])];
}
/** It is asked for, and nothing else may stand in for it. */
const requires = (block: Value, name: string): boolean => {
  const all = asked(block);
  return all.includes(name) && ((isObject(block) && block.operator === 'AND') || all.every((each) => each === name));
};
const grants = (that: string, ...tests: ((block: Value) => boolean)[]): Grant =>
  such(`${that}, and nothing that does instead`, (block) => tests.some((test) => test(block)));

/** An authentication strength is a second factor, of a kind that is chosen. */
const needsMfa = (block: Value) => requires(block, 'mfa');
const blocksAccess = (block: Value) => requires(block, 'block');
export const MFA = grants('multifactor authentication or an authentication strength', needsMfa);
export const MFA_OR_BLOCK = grants(
  'multifactor authentication, an authentication strength or a block',
  needsMfa,
  blocksAccess,
);
export const BLOCK = grants('a block', blocksAccess);

export const EVERYONE = { users: { includedUsers: includes('All') } };
export const EVERYTHING = { applications: { includedApplications: includes('All') } };

export const among = ({ attributes }: Resource, item: string, ...path: string[]) => lists(attributes, path, item);
export const has = ({ attributes }: Resource, ...path: string[]) => holds(attributes, path);
export const asksMfa: Topic = (policy) =>
  either(
    among(policy, 'mfa', 'grant_controls', 'built_in_controls'),
    has(policy, 'grant_controls', 'authentication_strength_policy_id'),
  );
/** Under these a policy holds for some sign-ins only. */
const NARROWING = [
  'authentication_flow_transfer_methods',
  'devices',
  'insider_risk_levels',
  'platforms',
  'service_principal_risk_levels',
  'sign_in_risk_levels',
  'user_risk_levels',
];
const isUnconditional: Topic = (policy) => not(either(...NARROWING.map((name) => has(policy, 'conditions', name))));
export const mfaFor =
  (topic: Topic): Topic =>
  (policy, around) =>
    both(topic(policy, around), asksMfa(policy, around), isUnconditional(policy, around));
export const forApplications = (...ids: string[]): Topic =>
  mfaFor((policy) =>
    either(...ids.map((id) => among(policy, id, 'conditions', 'applications', 'included_applications'))),
  );

const meets = (want: Want, policy: Resource, { version }: Surroundings): boolean =>
  judgeWant(want, policy, version).answer === 'yes';
export const everybodyEverywhere: Topic = mfaFor((policy) =>
  both(
    among(policy, 'All', 'conditions', 'users', 'included_users'),
    among(policy, 'All', 'conditions', 'applications', 'included_applications'),
  ),
);
/** Where everybody needs a second factor for everything, a narrower policy would add nothing. */
export const coversAll: Topic = (policy, around) =>
  meets({ state: 'enabled', grantControls: MFA }, policy, around) &&
  both(
    everybodyEverywhere(policy, around),
    not(has(policy, 'conditions', 'locations')),
    not(has(policy, 'conditions', 'applications', 'excluded_applications')),
    not(has(policy, 'conditions', 'users', 'excluded_roles')),
    among(policy, 'all', 'conditions', 'client_app_types'),
  );

/**
 * A policy is judged for what it is about. Beside one that does what is asked, another about the same is an experiment
 * or a special case, and nothing is wrong with it.
 */
export const about =
  (topic: Topic, want: Want, isCovered: Topic): About =>
  (policy, around) => {
    const answers = (each: Resource) =>
      isCovered(each, around) === true || (topic(each, around) === true && meets(want, each, around));
    if (answers(policy)) return true;
    const isAnswered = around.ofType(policy.type).some((other) => other.address !== policy.address && answers(other));
    return isAnswered ? false : topic(policy, around);
  };

/** A policy that blocks by place, unless it is known to name addresses instead of countries. */
export const blocksPlaces: Topic = (policy, around) => {
  const places = ['included_locations', 'excluded_locations'].flatMap((name) => {
    const list = at(policy.attributes, ['conditions', 'locations', name]);
    return isList(list) ? list : [];
  });
  const named = places.flatMap((place) => (place instanceof Reference ? [place.address] : []));
  const locations = around.ofType('azuread_named_location').filter(({ address }) => named.includes(address));
  const onlyAddresses = locations.length > 0 && locations.every(({ attributes }) => attributes.ip !== undefined);
  return both(
    has(policy, 'conditions', 'locations'),
    among(policy, 'block', 'grant_controls', 'built_in_controls'),
    !onlyAddresses,
  );
};
