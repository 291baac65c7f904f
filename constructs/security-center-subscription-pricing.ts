import * as provider from '@cdktf/provider-azurerm/lib/security-center-subscription-pricing';
import { defenderExtensions } from '../controls/defender-extensions';
import { defenderPlans } from '../controls/defender-plans';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type SecurityCenterSubscriptionPricingConfig = Hardened<provider.SecurityCenterSubscriptionPricingConfig>;

/** The provider's security center subscription pricing with what the caller left out set as the controls want it. */
export class SecurityCenterSubscriptionPricing extends Hardening(provider.SecurityCenterSubscriptionPricing, [
  ...defenderExtensions,
  ...defenderPlans,
]) {}
