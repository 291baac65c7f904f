import { compute } from './compute';
import { conditionalAccess } from './conditional-access';
import { containers } from './containers';
import { databases } from './databases';
import { gateway } from './gateway';
import { inThree } from './in-three';
import { keyVault } from './key-vault';
import { logging } from './logging';
import { network } from './network';
import { networkWatcher } from './network-watcher';
import type { Review } from './review';
import { storage } from './storage';
import { subscription } from './subscription';
import { tenant } from './tenant';
import { webApp } from './web-app';
import { webAppRequests } from './web-app-requests';

const all: readonly Review[] = [
  compute,
  conditionalAccess,
  containers,
  databases,
  gateway,
  inThree,
  keyVault,
  logging,
  network,
  networkWatcher,
  storage,
  subscription,
  tenant,
  webApp,
  webAppRequests,
];

type Name = Exclude<keyof Review, 'unanswered'>;
/** One kind of review over all services. */
export function reviewed<K extends Name>(name: K): NonNullable<Review[K]> {
  return Object.assign({}, ...all.map((each) => each[name] ?? {}));
}
export const unanswered: readonly string[] = all.flatMap((each) => each.unanswered ?? []);
