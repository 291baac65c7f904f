import * as provider from '@cdktf/provider-azurerm/lib/role-assignment';
import { roles } from '../controls/roles';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type RoleAssignmentConfig = Hardened<provider.RoleAssignmentConfig>;

const controls = companionControls(roles, provider.RoleAssignment.tfResourceType);

/** The provider's role assignment with what the caller left out set as the controls want it. */
export class RoleAssignment extends Hardening(provider.RoleAssignment, controls) {}
