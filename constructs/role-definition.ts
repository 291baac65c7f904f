import * as provider from '@cdktf/provider-azurerm/lib/role-definition';
import { roles } from '../controls/roles';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type RoleDefinitionConfig = Hardened<provider.RoleDefinitionConfig>;

/** The provider's role definition with what the caller left out set as the controls want it. */
export class RoleDefinition extends Hardening(provider.RoleDefinition, roles) {}
