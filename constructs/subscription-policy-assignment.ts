import * as provider from '@cdktf/provider-azurerm/lib/subscription-policy-assignment';
import { securityBenchmark } from '../controls/security-benchmark';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type SubscriptionPolicyAssignmentConfig = Hardened<provider.SubscriptionPolicyAssignmentConfig>;

/** The provider's subscription policy assignment with what the caller left out set as the controls want it. */
export class SubscriptionPolicyAssignment extends Hardening(provider.SubscriptionPolicyAssignment, securityBenchmark) {}
