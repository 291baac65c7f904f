import * as provider from '@cdktf/provider-azurerm/lib/security-center-contact';
import { securityContact } from '../controls/security-contact';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type SecurityCenterContactConfig = Hardened<provider.SecurityCenterContactConfig>;

/** The provider's security center contact with what the caller left out set as the controls want it. */
export class SecurityCenterContact extends Hardening(provider.SecurityCenterContact, securityContact) {}
