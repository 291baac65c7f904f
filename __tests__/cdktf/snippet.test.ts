import fc from 'fast-check';
import ts from 'typescript';
import { Reference, Unknown, type Value } from '../../controls/value';
import { configCode, type Property } from '../../remediations/cdktf/snippet';
import { memberCode, pathCode, textCode, valueCode } from '../../remediations/cdktf/typescript';

const ACCOUNT = 'azurerm_storage_account';
const GROUP = 'azurerm_network_security_group';

describe('values', () => {
  test.each<[string, Value, string]>([
    ['a text', 'TLS1_2', "'TLS1_2'"],
    ['quotes and ends of lines', 'it\'s "a"\n\\', "'it\\'s \"a\"\\n\\\\'"],
    ['what Terraform would read as an expression', 'a ${b} %{c}', "'a $${b} %%{c}'"],
    ['numbers and truth', [1, true, null], '[1, true, null]'],
    ['a reference', new Reference('azurerm_subnet.a', ['id']), "'${azurerm_subnet.a.id}'"],
    [
      'a reference with indexes',
      new Reference('azurerm_x.a', ['identity', 0, 'id'], '/x'),
      "'${azurerm_x.a.identity[0].id}/x'",
    ],
    ['what is not known', new Unknown('nobody */ knows'), 'undefined /* nobody * / knows */'],
    ['nothing', {}, '{}'],
  ])('%s', (_, value, code) => {
    expect(valueCode(value, ACCOUNT, 'name')).toBe(code);
  });

  test('a reference to the resource itself reads by its name where it has one', () => {
    const self = new Reference('', ['id'], '/blobServices/default');
    const address = 'azurerm_storage_account.logs';
    expect(valueCode(self, '', '', { address })).toBe("'${azurerm_storage_account.logs.id}/blobServices/default'");
    expect(valueCode(self, '', '', { address, variable: 'logs' })).toBe('`${logs.id}/blobServices/default`');
    expect(valueCode(new Reference(address, ['primary_key']), '', '', { address, variable: 'this.logs' })).toBe(
      'this.logs.primaryKey',
    );
  });

  test('names of blocks are those of the bindings, keys of maps are the owner’s', () => {
    expect(memberCode('network_rules', { default_action: 'Deny' }, ACCOUNT, '')).toBe(
      "networkRules: { defaultAction: 'Deny' }",
    );
    expect(memberCode('tags', { cost_center: '1', 'a b': '2' }, ACCOUNT, '')).toBe(
      "tags: { cost_center: '1', 'a b': '2' }",
    );
  });

  test('a block that stands once is an object, one that may repeat a list', () => {
    expect(memberCode('network_rules', [{ bypass: ['None'] }], ACCOUNT, '')).toBe("networkRules: { bypass: ['None'] }");
    expect(memberCode('security_rule', { name: 'a' }, GROUP, '')).toBe("securityRule: [{ name: 'a' }]");
    expect(memberCode('security_rule', [{ name: 'a' }], GROUP, '')).toBe("securityRule: [{ name: 'a' }]");
  });

  test('every text comes back from TypeScript as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(new Function(`return ${textCode(text)}`)()).toBe(text);
      }),
    );
  });
});

test('paths', () => {
  expect(pathCode(ACCOUNT, ['network_rules', 'default_action'])).toBe('networkRules.defaultAction');
  expect(pathCode(ACCOUNT, ['network_rules', 0, 'default_action'])).toBe('networkRules.defaultAction');
  expect(pathCode(GROUP, ['security_rule', 1, 'source_address_prefix'])).toBe('securityRule[1].sourceAddressPrefix');
  expect(pathCode(ACCOUNT, ['tags', 'cost center'])).toBe("tags['cost center']");
});

describe('one literal of many properties', () => {
  const property = (steps: Property['steps'], to: string, more: Partial<Property> = {}): Property => ({
    steps,
    path: steps.join('.'),
    to,
    isDefault: false,
    remove: [],
    isBeside: false,
    ...more,
  });

  test('nested as the config is, with what is so now', () => {
    const code = configCode([
      property(['minTlsVersion'], "'TLS1_2'", { from: "'TLS1_0'" }),
      property(['networkRules', 'bypass'], "['AzureServices']"),
      property(['networkRules', 'defaultAction'], "'Deny'", { from: "'Allow'", isDefault: true }),
    ]);
    expect(code).toBe(`{
  // …
  minTlsVersion: 'TLS1_2', // now 'TLS1_0'
  networkRules: {
    bypass: ['AzureServices'],
    defaultAction: 'Deny', // by default 'Allow'
  },
}`);
  });

  test('what stands in an element of a list is a comment, what has to go is undefined', () => {
    const code = configCode([
      property(['securityRule', 1, 'access'], "'Deny'"),
      property(['sourceAddressPrefixes'], "['10.0.0.0/8']", { remove: [['sourceAddressPrefix']] }),
      property(['ipRule'], '[{ value: 1 }]', { isBeside: true }),
    ]);
    expect(code).toBe(`{
  // …
  sourceAddressPrefixes: ['10.0.0.0/8'],
  sourceAddressPrefix: undefined, // has to go
  ipRule: [{ value: 1 }], // beside those that are there
  // securityRule[1].access: 'Deny'
}`);
  });

  test('two values for one place: the second is a comment', () => {
    const code = configCode([property(['a'], '1'), property(['a', 'b'], '2'), property(['a'], '3')]);
    expect(code).toBe('{\n  // …\n  a: 1,\n  // a.b: 2\n  // a: 3\n}');
  });

  test('whatever the names and values, it parses', () => {
    const step = fc.oneof(fc.string({ minLength: 1, maxLength: 4 }), fc.nat(3));
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean()).map((each) => valueCode(each, '', ''));
    const properties = fc.array(
      fc
        .tuple(fc.array(step, { minLength: 1, maxLength: 3 }), value, fc.option(value, { nil: undefined }))
        .map(([steps, to, from]) => property(steps, to, from === undefined ? {} : { from })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(properties, (all) => {
        const { diagnostics } = ts.transpileModule(`(${configCode(all)})`, { reportDiagnostics: true });
        expect(diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
