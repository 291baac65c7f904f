import * as provider from '@cdktf/provider-azurerm/lib/application-gateway';
import { applicationGateway } from '../controls/application-gateway';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type ApplicationGatewayConfig = Hardened<provider.ApplicationGatewayConfig>;

/** The provider's application gateway with what the caller left out set as the controls want it. */
export class ApplicationGateway extends Hardening(provider.ApplicationGateway, applicationGateway) {}
