import * as provider from '@cdktf/provider-azuread/lib/conditional-access-policy';
import { conditionalAccess } from '../controls/conditional-access';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type ConditionalAccessPolicyConfig = Hardened<provider.ConditionalAccessPolicyConfig>;

/** The provider's conditional access policy with what the caller left out set as the controls want it. */
export class ConditionalAccessPolicy extends Hardening(provider.ConditionalAccessPolicy, conditionalAccess) {}
