import * as provider from '@cdktf/provider-azurerm/lib/servicebus-namespace';
import { messaging } from '../controls/messaging';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type ServicebusNamespaceConfig = Hardened<provider.ServicebusNamespaceConfig>;

/** The provider's servicebus namespace with what the caller left out set as the controls want it. */
export class ServicebusNamespace extends Hardening(provider.ServicebusNamespace, messaging) {}
