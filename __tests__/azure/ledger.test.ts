import type { Control } from '../../controls/control';
import { controlById } from '../../controls/index';
import { inStacks, type LedgerEntry, ledgerOf } from '../../remediations/overlay/ledger';
import type { Overlay, OverlayChange } from '../../remediations/overlay/overlay';

const SUBSCRIPTION = '/subscriptions/00000000-0000-0000-0000-00000000000a';
const account = (subscription = SUBSCRIPTION) =>
  `${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st`;

function change(
  id: string,
  attributes: object,
  more: Partial<Overlay> = {},
  impact: OverlayChange['impact'] = 'in-place',
) {
  const names = ['min_tls_version', 'network_rules', 'sas_policy'];
  const overlay: Overlay = {
    armId: account(),
    strategy: 'import',
    type: 'azurerm_storage_account',
    name: 'st',
    attributes: attributes as Overlay['attributes'],
    ignore: names.filter((name) => !(name in attributes)),
    importId: account(),
    settings: Object.entries(attributes).map(([path, to]) => ({ control: 'storage-min-tls', path, from: null, to })),
    onPlan: '',
    onApply: '',
    onDestroy: '',
    ...more,
  };
  const controls: Control[] = [controlById('storage-min-tls')!];
  return { id, title: id, controls, findings: [], impact, notes: [], owners: [], overlay };
}

const ledger = (changes: readonly OverlayChange[], earlier: readonly LedgerEntry[] = []) =>
  ledgerOf(inStacks(changes, earlier), earlier);

test('what an earlier plan wrote stays written, and what a newer one wants comes on top', () => {
  const first = ledger([change('a', { min_tls_version: 'TLS1_2' })]);
  const [entry] = ledger([change('a', { sas_policy: { expiration_period: '1' } })], first);
  expect(entry.overlay.attributes).toEqual({ min_tls_version: 'TLS1_2', sas_policy: { expiration_period: '1' } });
  expect(entry.overlay.ignore).toEqual(['network_rules']);
  expect(entry.overlay.settings.map(({ path }) => path)).toEqual(['min_tls_version', 'sas_policy']);
});

test('properties of azapi are written on top of earlier ones', () => {
  const azapi = (body: object) =>
    change('a', { body }, { strategy: 'azapi', type: 'azapi_update_resource', ignore: [] });
  const first = ledger([azapi({ properties: { a: 1, b: { c: 1 } } })]);
  const [entry] = ledger([azapi({ properties: { b: { d: 2 } } })], first);
  expect(entry.overlay.attributes.body).toEqual({ properties: { a: 1, b: { c: 1, d: 2 } } });
});

test('an argument is owned by the stack that wanted it last', () => {
  const first = ledger([change('a', { network_rules: { default_action: 'Allow' }, min_tls_version: 'TLS1_2' })]);
  const both = ledger([change('b', { network_rules: { default_action: 'Deny' } }, {}, 'disruptive')], first);
  expect(both.map(({ id, overlay }) => [id, overlay.stack, overlay.ignore])).toEqual([
    ['a', 'remediation', ['network_rules', 'sas_policy']],
    ['b', 'remediation-disruptive', ['min_tls_version', 'sas_policy']],
  ]);
});

test('a stack keeps its name when another subscription joins', () => {
  const other = account(SUBSCRIPTION.replace('a', 'b').replace(/a$/, 'b'));
  const first = ledger([change('a', { min_tls_version: 'TLS1_2' })]);
  const both = ledger([change('z', { min_tls_version: 'TLS1_2' }, { armId: other })], first);
  expect(both.map(({ overlay }) => overlay.stack)).toEqual(['remediation', `remediation-${other.split('/')[2]}`]);
  const together = ledger([change('a', {}), change('z', {}, { armId: other })]);
  expect(together.map(({ overlay }) => overlay.stack)).toEqual([
    'remediation-00000000-0000-0000-0000-00000000000a',
    `remediation-${other.split('/')[2]}`,
  ]);
});

test('entries of older releases, which name no stack, keep the one they were in', () => {
  const { stack: _, ...older } = ledger([change('a', {})])[0].overlay;
  const entry = { id: 'a', title: '', controls: [], overlay: older as Overlay };
  expect(inStacks([change('b', {})], [entry])[0].overlay.stack).toBe('remediation');
});
