import * as provider from '@cdktf/provider-azurerm/lib/network-watcher-flow-log';
import { networkWatcher } from '../controls/network-watcher';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type NetworkWatcherFlowLogConfig = Hardened<provider.NetworkWatcherFlowLogConfig>;

/** The provider's network watcher flow log with what the caller left out set as the controls want it. */
export class NetworkWatcherFlowLog extends Hardening(provider.NetworkWatcherFlowLog, networkWatcher) {}
