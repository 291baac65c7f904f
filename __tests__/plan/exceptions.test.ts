// Exceptions that except() writes into synthesized JSON: counted apart, always shown, and over when they are over.
import { asReport, check, checkEstate } from '../../remediations/check';
import { Exceptions, type ProfileException } from '../../remediations/profile/exceptions';
import { fits } from '../../remediations/profile/patterns';
import { checkSarif } from '../../remediations/render/check-sarif';
import { account, estateOf, finding, reasons, remedy, type Tree } from './code';

const A = 'azurerm_storage_account.a';
const exception = { control: 'storage-min-tls', reason: 'The scanner of 2009.', owner: 'print', until: '2027-06-30' };

const synthesized = (exceptions: unknown, arguments_: object = { min_tls_version: 'TLS1_0' }): Tree => ({
  'versions.tf': '',
  'cdk.tf.json': JSON.stringify({
    '//': { metadata: { version: '0.21.0' } },
    terraform: { required_providers: { azurerm: { source: 'azurerm', version: '4.55.0' } } },
    resource: {
      azurerm_storage_account: {
        a: { '//': { metadata: { path: 'stack/a' }, plumbline: { exceptions } }, ...arguments_ },
      },
    },
  }),
});

const only = new Set(['storage-min-tls']);
const checked = (tree: Tree, today: string) => checkEstate(estateOf(tree), { level: 1, only, today });
const planned = (tree: Tree, today: string) => remedy(tree, [finding('CKV_AZURE_44', A)], { only, today });

test('until its last day it is counted apart, with who answers for it', () => {
  const { deviating, excepted, compliant } = checked(synthesized([exception]), '2027-06-30');
  expect([deviating.length, compliant]).toEqual([0, 0]);
  expect(excepted.map(({ address, control, exception }) => [address, control.id, exception?.owner])).toEqual([
    [A, 'storage-min-tls', 'print'],
  ]);
  expect(reasons(planned(synthesized([exception]), '2027-06-30'))).toEqual([
    'excepted: excepted until 2027-06-30 by print: The scanner of 2009.',
  ]);
});

test('the day after it is a deviation like any other, and says so', () => {
  const { deviating, excepted } = checked(synthesized([exception]), '2027-07-01');
  expect([deviating.length, excepted.length]).toEqual([1, 0]);
  expect(deviating[0].exception).toMatchObject({ until: '2027-06-30' });
  expect(reasons(planned(synthesized([exception]), '2027-07-01'))).toEqual([
    expect.stringMatching(/^json-syntax: the exception of print expired on 2027-06-30; cdk\.tf\.json is JSON syntax/),
  ]);
});

test('it is for its control only', () => {
  const other = { ...exception, control: 'storage-https-only' };
  expect(checked(synthesized([other]), '2027-01-01').deviating).toHaveLength(1);
  expect(checked(synthesized([other, exception]), '2027-01-01').excepted).toHaveLength(1);
});

test.each([
  ['no reason', { ...exception, reason: ' ' }],
  ['no owner', { ...exception, owner: undefined }],
  ['no end', { ...exception, until: undefined }],
  ['an end that is no day', { ...exception, until: '2027-02-30' }],
  ['an end for ever', { ...exception, until: 'never' }],
  ['a text', 'storage-min-tls'],
])('with %s it is none', (_, broken) => {
  expect(checked(synthesized([broken]), '2027-01-01').deviating).toHaveLength(1);
});

test.each([null, 'x', 5, {}, [[]], [null]])('metadata that is something else does no harm: %j', (odd) => {
  expect(checked(synthesized(odd), '2027-01-01').deviating).toHaveLength(1);
});

test('what passes is no exception', () => {
  const { compliant, excepted } = checked(synthesized([exception], { min_tls_version: 'TLS1_2' }), '2027-01-01');
  expect([compliant, excepted.length]).toEqual([1, 0]);
});

test('a plan without a scanner shows them too', () => {
  const tree = synthesized([exception]);
  const report = asReport(checked(tree, '2027-01-01'));
  expect(report.findings.map(({ rule }) => rule)).toEqual(['storage-min-tls']);
  expect(reasons(remedy(tree, report.findings, { only, today: '2027-01-01' }))).toEqual([
    expect.stringMatching(/^excepted: /),
  ]);
});

test('in SARIF they are suppressed results with their justification', () => {
  const log = JSON.parse(checkSarif(checked(synthesized([exception]), '2027-01-01')));
  expect(log.runs[0].results[0].suppressions).toEqual([
    { kind: 'inSource', status: 'accepted', justification: 'excepted until 2027-06-30 by print: The scanner of 2009.' },
  ]);
});

test('without a day given, today counts', () => {
  const { roots } = estateOf(synthesized([{ ...exception, until: '2999-01-01' }]));
  expect(check(roots, { level: 1, only }).excepted).toHaveLength(1);
  expect(
    check(estateOf(synthesized([{ ...exception, until: '2020-01-01' }])).roots, { level: 1, only }).deviating,
  ).toHaveLength(1);
});

describe('in the profile', () => {
  const given = (over: Partial<ProfileException>): ProfileException => ({ ...exception, ...over });
  const tree: Tree = {
    'main.tf': account('a', 'min_tls_version = "TLS1_0"\ntags = { Environment = "dev-7" }'),
    'legacy/main.tf': account('a', 'min_tls_version = "TLS1_0"'),
  };
  const at = (exceptions: Exceptions, today = '2027-01-01') =>
    checkEstate(estateOf(tree), { level: 1, only, today, exceptions }).excepted.map(({ file }) => file);

  test.each([
    [{ address: A }, ['legacy/main.tf', 'main.tf']],
    [{ address: 'azurerm_*.a' }, ['legacy/main.tf', 'main.tf']],
    [{ address: 'azurerm_storage_account' }, []],
    [{ path: 'legacy/*' }, ['legacy/main.tf']],
    [{ address: A, path: 'other/*' }, []],
    [{ tags: { environment: 'DEV-*' } }, ['main.tf']],
    [{ tags: { environment: 'prod' } }, []],
    [{ tags: { owner: '*' } }, []],
    [{ arm: '*' }, []],
    [{ address: A, control: 'storage-https-only' }, []],
    [{ address: A, until: '2026-12-31' }, []],
  ])('%j', (over, files) => {
    expect(at(new Exceptions([given(over)]))).toEqual(files);
  });

  test('a plan lists what it leaves, and the one that lasts longest counts', () => {
    const exceptions = new Exceptions([
      given({ path: 'main.tf', until: '2026-06-30' }),
      given({ path: 'main.tf', until: '2027-12-31', ticket: 'SEC-12' }),
    ]);
    const result = remedy(tree, [finding('CKV_AZURE_44', { address: A, file: 'main.tf' })], {
      today: '2027-01-01',
      exceptions,
    });
    expect(reasons(result)).toEqual(['excepted: excepted until 2027-12-31 by print: The scanner of 2009. (SEC-12)']);
    expect(exceptions.unused()).toEqual([]);
  });

  test('for a resource that only Azure knows, by its id', () => {
    const armId =
      '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st';
    const live = finding('storage_ensure_private_endpoints_in_storage_accounts', { armId }, 'prowler');
    const control = 'storage-private-endpoint';
    const reasonsWith = (arm: string, today: string) =>
      reasons(remedy(tree, [live], { today, exceptions: new Exceptions([given({ control, arm })]) }));
    expect(reasonsWith('*/STORAGEACCOUNTS/st', '2027-01-01')).toEqual([expect.stringMatching(/^excepted: /)]);
    expect(reasonsWith('*/STORAGEACCOUNTS/st', '2028-01-01')).not.toEqual([expect.stringMatching(/^excepted: /)]);
    expect(reasonsWith('*/other', '2027-01-01')).not.toEqual([expect.stringMatching(/^excepted: /)]);
  });

  test('one that fits nothing is told', () => {
    const exceptions = new Exceptions([given({ address: 'azurerm_storage_account.gone' }), given({ address: A })]);
    at(exceptions);
    expect(exceptions.unused().map(({ address }) => address)).toEqual(['azurerm_storage_account.gone']);
  });

  test('a control that is off is neither judged nor planned, unless it is named', () => {
    const off = new Map([['storage-min-tls', 'The printers.']]);
    const checkedWith = (named?: ReadonlySet<string>) =>
      checkEstate(estateOf(tree), { level: 1, off, ...(named ? { only: named } : {}) }).deviating.filter(
        ({ control }) => control.id === 'storage-min-tls',
      ).length;
    expect([checkedWith(), checkedWith(only)]).toEqual([0, 2]);
    const subject = finding('CKV_AZURE_44', { address: A, file: 'main.tf' });
    expect(reasons(remedy(tree, [subject], { off }))).toEqual([
      'excepted: storage-min-tls is off in the profile: The printers.',
    ]);
    expect(remedy(tree, [subject], { off, only }).plan.changes).toHaveLength(1);
  });
});

test.each([
  ['a*c', 'abc', true],
  ['a*c', 'abcd', false],
  ['*', '', true],
  ['a.b', 'axb', false],
  ['[x]', 'x', false],
  ['m["*"].a', 'M["eu"].A', true],
])('%s fits %s: %s', (pattern, text, answer) => {
  expect(fits(pattern, text)).toBe(answer);
});
