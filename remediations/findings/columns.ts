import { UserError } from '../errors';
import { printable } from './json';

/** What a column of a table can hold. */
export const ROLES = [
  'rule',
  'arm',
  'subscription',
  'name',
  'address',
  'file',
  'line',
  'severity',
  'message',
  'status',
] as const;
export type Role = (typeof ROLES)[number];

/** The columns of a table by what they hold. */
export type ColumnMap = ReadonlyMap<Role, string>;

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/**
 * `rule=Check,arm=ResourceId,severity=Risk level`. A name may hold commas: what follows one is a new column only where it
 * starts with a role.
 */
export function columnMap(given: string): ColumnMap {
  const columns = new Map<Role, string>();
  for (const part of given.split(/,(?=\s*[a-z]+\s*=)/)) {
    const [, role, name] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
    if (role === undefined || !isRole(role) || !name)
      throw new UserError(
        `--columns: "${printable(part)}" is not <what>=<name of a column>`,
        `What a column can hold: ${ROLES.join(', ')}.`,
      );
    if (columns.has(role)) throw new UserError(`--columns: ${role} is said twice`, 'Name one column for it.');
    columns.set(role, name);
  }
  if (!columns.has('rule'))
    throw new UserError('--columns: no column holds the rule', 'Name it: rule=<name of a column>.');
  return columns;
}
