import * as provider from '@cdktf/provider-azuread/lib/directory-role-member';
import { directoryRoles } from '../controls/directory-roles';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type DirectoryRoleMemberConfig = Hardened<provider.DirectoryRoleMemberConfig>;

/** The provider's directory role member with what the caller left out set as the controls want it. */
export class DirectoryRoleMember extends Hardening(provider.DirectoryRoleMember, directoryRoles) {}
