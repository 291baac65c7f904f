import { compute } from './compute';
import { databases } from './databases';
import { keyVault } from './key-vault';
import { network } from './network';
import { networkWatcher } from './network-watcher';
import type { Review } from './review';
import { storage } from './storage';
import { subscription } from './subscription';
import { webApp } from './web-app';

const all: readonly Review[] = [compute, databases, keyVault, network, networkWatcher, storage, subscription, webApp];

type Name = Exclude<keyof Review, 'unanswered'>;
/** One kind of review over all services. */
export function reviewed<K extends Name>(name: K): NonNullable<Review[K]> {
  return Object.assign({}, ...all.map((each) => each[name] ?? {}));
}
export const unanswered: readonly string[] = all.flatMap((each) => each.unanswered ?? []);
