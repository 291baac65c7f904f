import { estateOf, resourcesOf } from '../plan/code';

describe('dynamic blocks in JSON syntax', () => {
  const rules = (dynamic: object, more: object = {}) =>
    resourcesOf(
      estateOf({
        'main.tf.json': JSON.stringify({ resource: { azurerm_network_security_group: { it: { dynamic, ...more } } } }),
      }),
    )[0].attributes.security_rule;

  test('are made for each value', () => {
    const content = { name: '${rule.value}', priority: '${rule.key}' };
    expect(rules({ security_rule: { for_each: ['a', 'b'], iterator: 'rule', content } })).toEqual([
      { name: 'a', priority: 0 },
      { name: 'b', priority: 1 },
    ]);
    expect(rules({ security_rule: [{ for_each: ['a'], content: [{ name: '${security_rule.value}' }] }] })).toEqual([
      { name: 'a' },
    ]);
  });

  test('stand beside those that are written', () => {
    const written = { security_rule: [{ name: 'first' }] };
    expect(rules({ security_rule: { for_each: [], content: {} } }, written)).toEqual([{ name: 'first' }]);
  });

  test('are not known where their values are not', () => {
    expect(String(rules({ security_rule: { for_each: '${var.x}', content: {} } }))).toContain(
      'dynamic block security_rule',
    );
  });
});

test('the parts of a text in JSON stand where the text stands', () => {
  const json = JSON.stringify({ resource: { azurerm_storage_account: { it: { name: 'x${var.y}', tags: {} } } } });
  const [resource] = resourcesOf(estateOf({ 'main.tf.json': json }));
  const name = resource.block.items.find(({ node }) => node.type === 'attribute' && node.name === 'name')?.node;
  const spans = JSON.stringify(name).match(/"start":\d+,"end":\d+/g) ?? [];
  const at = json.indexOf('"x${var.y}"');
  expect(spans.length).toBeGreaterThan(2);
  expect(new Set(spans.slice(0, -1))).toEqual(new Set([`"start":${at},"end":${at + '"x${var.y}"'.length}`]));
});
