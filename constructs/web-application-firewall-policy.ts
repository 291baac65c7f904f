import * as provider from '@cdktf/provider-azurerm/lib/web-application-firewall-policy';
import { applicationGateway } from '../controls/application-gateway';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type WebApplicationFirewallPolicyConfig = Hardened<provider.WebApplicationFirewallPolicyConfig>;

/** The provider's web application firewall policy with what the caller left out set as the controls want it. */
export class WebApplicationFirewallPolicy extends Hardening(
  provider.WebApplicationFirewallPolicy,
  applicationGateway,
) {}
