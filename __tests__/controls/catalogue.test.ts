import type { AliasScanner, Control } from '../../controls/control';
import { ruleOf } from '../../controls/control';
import { cisNumbers, controls } from '../../controls/index';
import { catalogue, type Recommendation, reading } from './catalogue';
import { checked, fixtures, judged, readFixture } from './harness';

if (!catalogue) process.stderr.write('skipped: the catalogue ../shared/baseline is not beside the repository\n');
const beside = catalogue ? test : test.skip;
const recommendations = catalogue ?? [];

const NO_DEFAULT = 'the catalogue names no default for soft_delete_retention_days; azurerm has 90';
const OLD_NAME = 'the catalogue tells of the old name in a note only';
const NO_SUCH_SERVICE = 'the catalogue does not say that the account must be able to have the service';
const ADMITTED = 'the catalogue names no default of bypass inside network_rules; Azure admits trusted services';

/** Resources on which the catalogue, read literally, says something else, and why answer holds. */
const DIFFERENCES: Readonly<Record<string, string>> = {
  'fixtures/key-vault-key-rotation/element azurerm_key_vault_key.unknown_rotation':
    'the catalogue wants the block to be there, whatever stands in it',
  'fixtures/key-vault-purge-protection azurerm_key_vault.pass_true': NO_DEFAULT,
  'fixtures/key-vault-purge-protection azurerm_key_vault.pass_text': NO_DEFAULT,
  'fixtures/key-vault-purge-protection azurerm_key_vault.unknown_variable': NO_DEFAULT,
  'fixtures/key-vault-rbac azurerm_key_vault.pass_old_name': OLD_NAME,
  'fixtures/key-vault-rbac azurerm_key_vault.unknown_old_name': OLD_NAME,
  'fixtures-unknown-version/key-vault-rbac azurerm_key_vault.pass_old_name': OLD_NAME,
  'fixtures/storage-blob-logging/kinds azurerm_storage_account.fail_each["na_shares"]': NO_SUCH_SERVICE,
  'fixtures/storage-blob-logging/no-blobs azurerm_storage_account.na_files': NO_SUCH_SERVICE,
  'fixtures/storage-blob-logging/no-blobs azurerm_storage_account.unknown_kind': NO_SUCH_SERVICE,
  'fixtures/storage-customer-managed-key/hsm azurerm_storage_account.pass_managed_hsm':
    'the catalogue forgets that the key may be in a managed HSM, which is a key of your own all the same',
  'fixtures/storage-queue-logging azurerm_storage_account.fail_classic_inline':
    'the catalogue names only `read` of the deprecated block; its note on the separate resource names all three',
  'fixtures/storage-queue-logging azurerm_storage_account.unknown_classic_inline':
    'the catalogue names only `read` of the deprecated block; its note on the separate resource names all three',
  'fixtures/storage-queue-logging/no-queues azurerm_storage_account.na_files': NO_SUCH_SERVICE,
  'fixtures/storage-queue-logging/no-queues azurerm_storage_account.na_premium_blobs': NO_SUCH_SERVICE,
  'fixtures/storage-queue-logging/no-queues azurerm_storage_account.unknown_kind': NO_SUCH_SERVICE,
  'fixtures/storage-soft-delete azurerm_storage_account.na_files': NO_SUCH_SERVICE,
  'fixtures/storage-soft-delete azurerm_storage_account.unknown_kind': NO_SUCH_SERVICE,
  'fixtures/storage-soft-delete azurerm_storage_account.pass_default_days':
    'the catalogue names no default for days; azurerm has 7',
  'fixtures/storage-table-logging/no-tables azurerm_storage_account.na_files': NO_SUCH_SERVICE,
  'fixtures/storage-table-logging/no-tables azurerm_storage_account.na_premium_blobs': NO_SUCH_SERVICE,
  'fixtures/storage-table-logging/no-tables azurerm_storage_account.unknown_kind': NO_SUCH_SERVICE,
  'fixtures/storage-trusted-services azurerm_storage_account.pass_no_list': ADMITTED,
  'fixtures/storage-trusted-services azurerm_storage_account.pass_no_rules': ADMITTED,
  'fixtures-5/storage-no-anonymous-access azurerm_storage_account.pass_absent':
    'the catalogue is written for azurerm 4.x',
  'fixtures-5/storage-no-anonymous-access azurerm_storage_account.pass_null':
    'the catalogue is written for azurerm 4.x',
  'fixtures-unknown-version/storage-no-anonymous-access azurerm_storage_account.unknown_absent':
    'the catalogue is written for azurerm 4.x',
  'fixtures-unknown-version/storage-no-anonymous-access azurerm_storage_account.unknown_null':
    'the catalogue is written for azurerm 4.x',
};

/** Scanner rules of the catalogue that are no alias of the control with that number, and why. */
const NOT_ALIASES: Readonly<Record<string, string>> = {
  '4.4 azurePolicy 044985bb-afe1-42cd-8a36-9d5d42424537': 'the policy is about the reminder of 4.3, and an alias there',
  '4.7 kics a5613650-32ec-4975-a305-31af783153ea':
    'the query reads public_network_access_enabled, which is 4.6, and is an alias there',
};

const recommendationsOf = (control: Control): Recommendation[] =>
  recommendations.filter(({ id }) => cisNumbers(control).includes(id));
const controlsOf = ({ id }: Recommendation): Control[] =>
  controls.filter((control) => cisNumbers(control).includes(id));

beside('the evaluator and a literal reading of the catalogue agree', () => {
  const differing = fixtures.flatMap((fixture) =>
    judged(fixture.control, readFixture(fixture)).flatMap(({ resource, answer }) => {
      const theirs = recommendationsOf(fixture.control).map(({ terraform }) => reading(terraform.desired, resource));
      return theirs.length && theirs.every((each) => each === answer) ? [] : [`${fixture.name} ${resource.address}`];
    }),
  );
  expect(differing.sort()).toEqual(Object.keys(DIFFERENCES).sort());
});

const SCANNERS: Readonly<Record<string, AliasScanner>> = {
  prowler: 'prowler',
  checkov: 'checkov',
  trivy: 'trivy',
  kics: 'kics',
  azurePolicy: 'azure-policy',
  defender: 'defender',
  powerpipe: 'powerpipe',
};

const plain = (rule: string) => rule.toLowerCase().replace(/^avd-/, '');
const hasAlias = (control: Control, scanner: string, rule: string) =>
  (control.aliases[SCANNERS[scanner]] ?? []).some((alias) => plain(ruleOf(alias)) === plain(rule));
const rulesOf = (recommendation: Recommendation): [scanner: string, rule: string][] =>
  Object.keys(SCANNERS).flatMap((scanner) =>
    (recommendation.scanners[scanner] as readonly string[]).map((rule): [string, string] => [scanner, rule]),
  );

beside('every scanner rule of a recommendation is an alias of its control', () => {
  const missing = recommendations.flatMap((recommendation) => {
    const own = controlsOf(recommendation);
    if (!own.length) return [];
    return rulesOf(recommendation)
      .filter(([scanner, rule]) => !own.some((control) => hasAlias(control, scanner, rule)))
      .map(([scanner, rule]) => `${recommendation.id} ${scanner} ${plain(rule)}`);
  });
  expect([...new Set(missing)].sort()).toEqual(Object.keys(NOT_ALIASES).sort());
});

beside('every alias is a scanner rule of one of the recommendations of its control', () => {
  const strange = controls.flatMap((control) => {
    const known = new Set(
      recommendationsOf(control)
        .flatMap(rulesOf)
        .map(([scanner, rule]) => `${SCANNERS[scanner]} ${plain(rule)}`),
    );
    return Object.entries(control.aliases).flatMap(([scanner, aliases]) =>
      aliases
        .map((alias) => `${scanner} ${plain(ruleOf(alias))}`)
        .filter((rule) => !known.has(rule))
        .map((rule) => `${control.id} ${rule}`),
    );
  });
  expect(strange).toEqual([]);
});

beside('numbers and levels are those of the benchmark', () => {
  const wrong = controls.flatMap((control) => {
    const own = recommendationsOf(control);
    const unknown = cisNumbers(control).filter((number) => !own.some(({ id }) => id === number));
    return [
      ...unknown.map((number) => `${control.id}: no ${number}`),
      ...own.filter(({ level }) => level !== control.level).map(({ id }) => `${control.id}: level of ${id}`),
    ];
  });
  expect(wrong).toEqual([]);
});

beside('no recommendation has two controls, and what Terraform can do is checked', () => {
  const numbers = controls.flatMap(cisNumbers);
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([]);
  const manual = controls.filter((control) => !checked.includes(control));
  const could = manual
    .flatMap(recommendationsOf)
    .filter(({ terraform }) => terraform.desired.some(({ resource }) => resource.startsWith('azurerm_')));
  expect(could).toEqual([]);
});
