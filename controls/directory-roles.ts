import type { DirectoryRoleAssignmentConfig } from '@cdktf/provider-azuread/lib/directory-role-assignment';
import type { DirectoryRoleMemberConfig } from '@cdktf/provider-azuread/lib/directory-role-member';
import { typeOf } from './address';
import { type About, controlsFor, type Inspect } from './control';
import { Reference, type Resource, Unknown } from './value';

const ASSIGNMENT = 'azuread_directory_role_assignment';
const MEMBER = 'azuread_directory_role_member';
const control = controlsFor<DirectoryRoleAssignmentConfig | DirectoryRoleMemberConfig>(ASSIGNMENT, MEMBER);

/** Template of the role, the same in every tenant. */
const GLOBAL_ADMINISTRATOR = '62e90394-69f5-4237-9190-012177145e10';
const MOST = 4;

const attributeOf = ({ type }: Resource) => (type === ASSIGNMENT ? 'role_id' : 'role_object_id');

const isGlobalAdministrator: About = (holder, around) => {
  const role = holder.attributes[attributeOf(holder)];
  if (role instanceof Unknown) return role;
  if (role instanceof Reference) {
    if (typeOf(role.address) === 'azuread_custom_directory_role') return false;
    const declared = around.ofType('azuread_directory_role').find(({ address }) => address === role.address);
    const { template_id: template, display_name: name } = declared?.attributes ?? {};
    if (template === GLOBAL_ADMINISTRATOR || name === 'Global Administrator') return true;
    return typeof template === 'string' || typeof name === 'string' ? false : new Unknown(`taken from ${role.address}`);
  }
  if (typeof role !== 'string') return false;
  // An assignment names the template; a membership names an object that each tenant makes for itself.
  return holder.type === ASSIGNMENT
    ? role.toLowerCase() === GLOBAL_ADMINISTRATOR
    : new Unknown('an object id does not tell which role it is');
};

const tooMany: Inspect = (holder, around) => {
  const answers = [ASSIGNMENT, MEMBER]
    .flatMap((type) => around.ofType(type))
    .map((each) => isGlobalAdministrator(each, around));
  const sure = answers.filter((answer) => answer === true).length;
  const possible = answers.filter((answer) => answer !== false).length;
  if (sure <= MOST)
    return possible > MOST ? new Unknown('which of the roles are Global Administrator cannot be read') : [];
  const path = [attributeOf(holder)];
  const found = holder.attributes[path[0]];
  return [{ path, found, expected: `one of at most ${MOST} Global Administrators (there are ${sure})` }];
};

/** CIS 2.26. */
export const directoryRoles = [
  control({
    id: 'entra-few-global-administrators',
    title: 'Fewer than five accounts are Global Administrator',
    why: 'Each of them can do everything, and each is one more password that must never be lost.',
    severity: 'high',
    level: 1,
    scope: 'tenant',
    cis: { 'v3.0.0': '2.26' },
    about: isGlobalAdministrator,
    inspect: tooMany,
    fix: {
      impact: 'disruptive',
      consequences: ['Whoever loses the role can no longer change what only a Global Administrator may.'],
      advice:
        'Keep two to four: two break-glass accounts and those who really need it, made eligible in Privileged Identity Management instead of permanent. Give the others a smaller role such as Security Administrator. Code sees its own assignments only: count all of them with Microsoft Graph, /roleManagement/directory/roleAssignments with the filter roleDefinitionId eq 62e90394-69f5-4237-9190-012177145e10, members of groups included.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['entra_global_admin_in_less_than_five_users'],
      powerpipe: ['cis_v300_2_26'],
    },
  }),
];
