import * as provider from '@cdktf/provider-azurerm/lib/eventhub-namespace';
import { messaging } from '../controls/messaging';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type EventhubNamespaceConfig = Hardened<provider.EventhubNamespaceConfig>;

/** The provider's eventhub namespace with what the caller left out set as the controls want it. */
export class EventhubNamespace extends Hardening(provider.EventhubNamespace, messaging) {}
