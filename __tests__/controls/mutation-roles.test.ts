// The control on Global Administrators counts: one holder more or less is what decides.
import { judge } from '../../controls/deviations';
import { controlById } from '../../controls/index';
import { Surroundings } from '../../controls/surroundings';
import { Reference, type Resource, Unknown, type Value } from '../../controls/value';

const control = controlById('entra-few-global-administrators')!;
const GLOBAL = '62e90394-69f5-4237-9190-012177145e10';
const READER = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b';
const blind = new Unknown('the test');

const assignment = (role: Value, i: number): Resource => ({
  address: `azuread_directory_role_assignment.a${i}`,
  type: 'azuread_directory_role_assignment',
  attributes: { role_id: role },
});
const member = (role: Value, i: number): Resource => ({
  address: `azuread_directory_role_member.m${i}`,
  type: 'azuread_directory_role_member',
  attributes: { role_object_id: role },
});
const role = (name: string, attributes: Resource['attributes']): Resource => ({
  address: `azuread_directory_role.${name}`,
  type: 'azuread_directory_role',
  attributes,
});
const roles = [
  role('global', { display_name: 'Global Administrator' }),
  role('reader', { display_name: 'Global Reader' }),
  role('template', { template_id: GLOBAL }),
  role('blind', { display_name: blind }),
];
const of = (name: string) => new Reference(`azuread_directory_role.${name}`, ['object_id']);

/** The answer for the first of the holders. */
function answer(...holders: readonly Resource[]): string {
  const around = new Surroundings({ major: 4, source: 'the test' }, [...holders, ...roles]);
  return judge(control, holders[0], around).answer;
}
const times = (count: number, value: Value, make = assignment, from = 0) =>
  Array.from({ length: count }, (_, i) => make(value, from + i));

test.each([
  [1, 'yes'],
  [4, 'yes'],
  [5, 'no'],
  [9, 'no'],
])('%i assignments of the template: %s', (count, expected) => expect(answer(...times(count, GLOBAL))).toBe(expected));

test('assignments and memberships are counted together, by whatever name the role has', () => {
  const members = [member(of('global'), 0), member(of('template'), 1)];
  expect(answer(...times(2, GLOBAL), ...members)).toBe('yes');
  expect(answer(...times(3, GLOBAL.toUpperCase()), ...members)).toBe('no');
  expect(answer(...members, ...times(3, of('global')))).toBe('no');
});

test('other roles do not count', () => {
  expect(answer(...times(4, GLOBAL), ...times(5, READER, assignment, 4), ...times(5, of('reader'), member))).toBe(
    'yes',
  );
  expect(answer(assignment(READER, 0), ...times(9, GLOBAL, assignment, 1))).toBe('not-applicable');
  const custom = new Reference('azuread_custom_directory_role.own', ['object_id']);
  expect(answer(assignment(custom, 0), ...times(9, GLOBAL, assignment, 1))).toBe('not-applicable');
});

test.each<[string, Value]>([
  ['a variable', blind],
  ['the object id of a role', '33333333-3333-3333-3333-333333333333'],
  ['a role whose name is not known', of('blind')],
  ['a role that is not declared', of('elsewhere')],
])('%s could be the fifth', (_, value) => {
  expect(answer(...times(4, GLOBAL), member(value, 0))).toBe('unknown');
  expect(answer(...times(3, GLOBAL), member(value, 0))).toBe('yes');
  expect(answer(...times(5, GLOBAL), member(value, 0))).toBe('no');
  expect(answer(member(value, 0), ...times(5, GLOBAL))).toBe('unknown');
});
