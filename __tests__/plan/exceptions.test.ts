// Exceptions that except() writes into synthesized JSON: counted apart, always shown, and over when they are over.
import { asReport, check, checkEstate } from '../../remediations/check';
import { checkSarif } from '../../remediations/render/check-sarif';
import { estateOf, finding, reasons, remedy, type Tree } from './code';

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
