import fc from 'fast-check';
import { refusal } from '../../remediations/azure/read-only';

const ENDPOINT = 'https://management.azure.com';
const refused = (method: string, path: string) => refusal(method, `${ENDPOINT}${path}`, ENDPOINT);
const GROUP = '/subscriptions/s/resourceGroups/rg/providers';

test.each([
  '/subscriptions/s',
  '/subscriptions/s/resourcegroups?api-version=1',
  `${GROUP}/Microsoft.Storage/storageAccounts/st`,
  `${GROUP}/Microsoft.Storage/storageAccounts/st/blobServices/default/containers`,
  `${GROUP}/Microsoft.KeyVault/vaults/kv/keys`,
  `${GROUP}/Microsoft.KeyVault/vaults/kv/secrets`,
  `${GROUP}/Microsoft.Web/sites/app/config/web`,
  `${GROUP}/Microsoft.Web/sites/app/config/logs/`,
  `${GROUP}/Microsoft.Web/sites/app/slots/s/config/authsettingsV2`,
  `${GROUP}/Microsoft.Web/sites/config/config/web`,
  // Names may be what actions are called.
  `${GROUP}/Microsoft.Web/sites/listings`,
  `${GROUP}/Microsoft.Storage/storageAccounts/listkeys`,
  `${GROUP}/Microsoft.Web/sites/config`,
])('GET %s is sent', (path) => expect(refused('GET', path)).toBeUndefined());

test.each([
  `${GROUP}/Microsoft.Storage/storageAccounts/st/listKeys`,
  `${GROUP}/Microsoft.Storage/storageAccounts/st/LISTACCOUNTSAS?api-version=1`,
  `${GROUP}/Microsoft.DocumentDB/databaseAccounts/c/listConnectionStrings`,
  `${GROUP}/Microsoft.Web/sites/app/config/appsettings`,
  `${GROUP}/Microsoft.Web/sites/app/config/appsettings/list`,
  `${GROUP}/Microsoft.Web/sites/app/config/connectionstrings`,
  `${GROUP}/Microsoft.Web/sites/app/config/web/list`,
  `${GROUP}/Microsoft.Web/sites/app/config`,
  `${GROUP}/Microsoft.Web/sites/config/config/appsettings`,
  `${GROUP}/Microsoft.Web/sites/app/slots/s/config/publishingcredentials/list`,
  `${GROUP}/Microsoft.Web/sites/app/publishxml`,
  `${GROUP}/Microsoft.Web/sites/app/config%2Fappsettings`,
  `${GROUP}/Microsoft.Web/sites/app/x/%2e%2e/config/appsettings`,
])('GET %s is not', (path) => expect(refused('GET', path)).toBeDefined());

test.each([
  '/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01',
  '/subscriptions/s/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults?$skiptoken=x',
])('POST %s is sent', (path) => expect(refused('POST', path)).toBeUndefined());

test.each([
  `${GROUP}/Microsoft.Storage/storageAccounts/st/listKeys`,
  `${GROUP}/Microsoft.Compute/virtualMachines/vm/start`,
  '/subscriptions/s/providers/Microsoft.PolicyInsights/policyStates/latest/triggerEvaluation',
  '/subscriptions/s/providers/x/providers/Microsoft.ResourceGraph/resources',
  '/batch',
])('POST %s is not', (path) => expect(refused('POST', path)).toBe('this POST does not only read'));

test('no other method is sent, wherever to', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'MERGE', 'get'),
      fc.webPath(),
      (method, path) => refused(method, path || '/') !== undefined,
    ),
  );
});

test.each([
  'https://evil.example/subscriptions/s',
  'https://management.azure.com.evil.example/subscriptions/s',
  'https://management.azure.com:444/subscriptions/s',
  'http://management.azure.com/subscriptions/s',
  'https://user:password@management.azure.com/subscriptions/s',
])('%s is another place', (address) => {
  expect(refusal('GET', address, ENDPOINT)).toBe('the address leads away from Azure Resource Manager');
});

test('the port of every day is the same place', () => {
  expect(refusal('GET', 'https://management.azure.com:443/subscriptions/s', ENDPOINT)).toBeUndefined();
});
