import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attributesOf, knownTypes } from '../../controls/provider/facts';
import { removedType } from '../../controls/provider/removed-types';

const schema = join(process.env.PLUMBLINE_FACTS ?? join(__dirname, '../../../shared/azurerm'), 'schema-lite.json');
const withSchema = existsSync(schema) ? test : test.skip;

test('a type that 4.0 removed is named with its successor', () => {
  expect(removedType('azurerm_sql_server')).toBe(
    'azurerm 4.x has no azurerm_sql_server: azurerm_mssql_server took its place',
  );
  expect(removedType('azurerm_app_service', 5)).toBe(
    'azurerm 5.x has no azurerm_app_service: azurerm_linux_web_app or azurerm_windows_web_app took its place',
  );
  expect(removedType('azurerm_sql_server', 5)).toContain('azurerm 5.x has no azurerm_sql_server');
  expect(removedType('azurerm_sql_server', 3)).toBe(
    'no control is about azurerm_sql_server, which azurerm 4.0 removed: azurerm_mssql_server took its place',
  );
  expect(removedType('azurerm_app_service', 3)).toBeUndefined();
  expect(removedType('azurerm_sql_active_directory_administrator')).toContain('azuread_administrator in');
});

test('a type that 4.x has is not', () => {
  for (const type of ['azurerm_postgresql_server', 'azurerm_mssql_server', 'azurerm_app_service', 'constructor'])
    expect(removedType(type)).toBeUndefined();
});

test('a type that 5.0 removed is one that the facts have for 4.x only', () => {
  const gone = knownTypes().filter((type) => removedType(type, 5));
  expect(gone.length).toBe(4);
  expect(gone.filter((type) => attributesOf(type, 5).size > 0 || !attributesOf(type, 4).size)).toEqual([]);
});

withSchema('no type of 4.55 is called removed', () => {
  const { types } = JSON.parse(readFileSync(schema, 'utf8')) as { types: Record<string, unknown> };
  const all = Object.keys(types);
  expect(all.length).toBeGreaterThan(1000);
  expect(all.filter((type) => removedType(type))).toEqual([]);
  const named = readFileSync(join(__dirname, '../../controls/provider/removed-types.ts'), 'utf8');
  const successors = [...named.matchAll(/(?:'|in |or )(azurerm_\w+)(?=[' ])/g)].map(([, type]) => type);
  expect(successors.filter((type) => !all.includes(type))).toEqual([]);
});
