import fc from 'fast-check';
import { knownModules } from '../../remediations/remote-modules/modules';
import { admitted } from '../../remediations/remote-modules/releases';
import { knownSource } from '../../remediations/remote-modules/source';
import { finding, remedy } from '../plan/code';

const NAME = 'Azure/avm-res-storage-storageaccount/azurerm';
const REPOSITORY = 'github.com/Azure/terraform-azurerm-avm-res-storage-storageaccount';

test.each([
  NAME,
  `registry.terraform.io/${NAME}`,
  `registry.opentofu.org/${NAME}`,
  NAME.toUpperCase(),
  REPOSITORY,
  `git::https://${REPOSITORY}.git`,
  `https://${REPOSITORY}?ref=v0.6.4`,
  `git::ssh://git@${REPOSITORY}?ref=main`,
])('%s is the module of storage accounts', (source) => {
  expect(knownSource(source)?.name).toBe(NAME);
});

test.each([
  '',
  './modules/storage',
  `app.terraform.io/${NAME}`,
  `example.com/${NAME}`,
  `${NAME}//modules/blob`,
  `${REPOSITORY}//modules/blob?ref=v0.6.4`,
  `git::https://evil.example/${REPOSITORY}`,
  `git::https://${REPOSITORY}.evil.example/x`,
  `https://github.com.evil.example/Azure/terraform-azurerm-avm-res-storage-storageaccount`,
  `https://user@${REPOSITORY}`,
  `${REPOSITORY}?ref=v1?ref=v2`,
  '__proto__/constructor/azurerm',
  'constructor',
  `${NAME}\n`,
  ` ${NAME}`,
])('%j is none that is known', (source) => {
  expect(knownSource(source)).toBeUndefined();
});

const source = knownSource(NAME)!;
const releasesFor = (version: string | null | undefined) => {
  const found = admitted(source, version);
  return typeof found === 'string' ? found : found.releases;
};

test.each([
  ['0.6.4', ['0.6.4']],
  ['v0.6.4', ['0.6.4']],
  ['> 0.6.7, <= 0.6.9', ['0.6.8', '0.6.9']],
  ['~>0.6.8', ['0.6.8', '0.6.9']],
])('version %s', (version, releases) => {
  expect(releasesFor(version)).toEqual(releases);
});

test('no version is all of them; one that cannot be read is none', () => {
  expect(releasesFor(null)).toEqual(source.module.releases);
  for (const version of [undefined, '', 'latest', '1.x', '>= 0.6 <', '~> ', '0.6.4-beta', '99', '9'.repeat(400)])
    expect(typeof releasesFor(version)).toBe('string');
});

const odd = fc.oneof(
  fc.string(),
  fc.constantFrom(NAME, REPOSITORY, '__proto__', '${var.x}', 'a\u0000b', '../x', `${NAME}?ref=`),
  fc.string().map((text) => `${NAME}${text}`),
  fc.string().map((text) => `git::https://${REPOSITORY}?ref=${text}`),
);

test('odd sources and versions are told, not tripped over', () => {
  fc.assert(
    fc.property(odd, fc.option(odd), odd, (text, version, value) => {
      const quoted = (each: string) =>
        JSON.stringify(each)
          .replace(/[$%]\{/g, '$&')
          .replace(/\\u[0-9a-f]{4}/g, '?');
      const call = `module "logs" {\n  source = ${quoted(text)}\n${version === null ? '' : `  version = ${quoted(version)}\n`}  min_tls_version = ${quoted(value)}\n  network_rules = ${quoted(value)}\n}\n`;
      const findings = ['CKV_AZURE_44', 'CKV_AZURE_35', 'CKV2_AZURE_33', 'CKV_AZURE_206'].map((rule) =>
        finding(rule, 'module.logs.azurerm_storage_account.this'),
      );
      const { plan } = remedy({ 'main.tf': call }, findings);
      const planned = new Set(plan.changes.flatMap((change) => change.findings));
      expect(planned.size + plan.unplanned.length).toBe(findings.length);
    }),
    { numRuns: 200 },
  );
});

test('any module, with nothing given, is judged without a fault', () => {
  for (const [name, module] of Object.entries(knownModules())) {
    const labels = Object.keys(module.resources);
    const findings = labels.map((label) => finding('CKV_AZURE_44', `module.it.${label}`));
    const { plan } = remedy({ 'main.tf': `module "it" {\n  source = "${name}"\n}\n` }, findings);
    expect(plan.changes.length + plan.unplanned.length).toBeGreaterThan(0);
  }
});
