import { typeOf } from './address';
import { pointing } from './control';
import { isList, Reference, Unknown, type Value } from './value';

const ID = /^\/subscriptions\/[^/]+\/?$/i;

/** `data.azurerm_subscription.current.id`, or an id put together from a subscription id. */
function refersToSubscription({ address, attribute, suffix }: Reference): boolean {
  if (suffix.replace(/\/$/, '')) return false;
  const isData = /(^|\.)data\.[^.]+\.[^.]+$/.test(address) && typeOf(address) === 'azurerm_subscription';
  return attribute.join() === 'subscription_id' || (isData && attribute.join() === 'id');
}

/** Whether an id is that of a whole subscription. */
export const isSubscription = (id: Value): boolean =>
  id instanceof Reference ? refersToSubscription(id) : typeof id === 'string' && ID.test(id);

/** Whether it is a subscription, a management group or the root: everything in it is below. */
export const isBroad = (scope: Value): boolean =>
  isSubscription(scope) ||
  (scope instanceof Reference && typeOf(scope.address) === 'azurerm_management_group') ||
  (typeof scope === 'string' &&
    (scope === '/' || /^\/providers\/Microsoft\.Management\/managementGroups\/[^/]+\/?$/i.test(scope)));

/** Whether one of several ids is; what cannot be read could be one. */
export function someId(ids: readonly Value[], test: (id: Value) => boolean): boolean | Unknown {
  const flat = ids.flatMap((each) => (isList(each) ? each : [each]));
  return flat.some(test) || (flat.find((each): each is Unknown => each instanceof Unknown) ?? false);
}

export const WHOLE_SUBSCRIPTION = pointing('the id of a subscription', isSubscription, refersToSubscription);
