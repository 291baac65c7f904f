import { conditionalAccess } from './conditional-access';
import { keyVault } from './key-vault';
import { logging } from './logging';
import { network } from './network';
import type { Review } from './review';
import { storage } from './storage';
import { subscription } from './subscription';
import { tenant } from './tenant';

const all: readonly Review[] = [conditionalAccess, keyVault, logging, network, storage, subscription, tenant];

type Name = Exclude<keyof Review, 'unanswered'>;
/** One kind of review over all services. */
export function reviewed<K extends Name>(name: K): NonNullable<Review[K]> {
  return Object.assign({}, ...all.map((each) => each[name] ?? {}));
}
export const unanswered: readonly string[] = all.flatMap((each) => each.unanswered ?? []);
