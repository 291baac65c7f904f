import * as provider from '@cdktf/provider-azuread/lib/directory-role-assignment';
import { directoryRoles } from '../controls/directory-roles';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type DirectoryRoleAssignmentConfig = Hardened<provider.DirectoryRoleAssignmentConfig>;

/** The provider's directory role assignment with what the caller left out set as the controls want it. */
export class DirectoryRoleAssignment extends Hardening(provider.DirectoryRoleAssignment, directoryRoles) {}
