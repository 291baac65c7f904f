import fc from 'fast-check';
import { Unreadable } from '../../remediations/azure/arm';
import { isSecretText, SECRET, withoutSecrets } from '../../remediations/azure/secrets';
import { estate, RestApi, type RestObject, SUBSCRIPTION } from './estate';
import { armOf, scanOf } from './scan';

/** Names under which Azure keeps secrets, as its reference spells them. */
const NAMES = [
  'administratorLoginPassword',
  'adminPassword',
  'password',
  'publishingPassword',
  'customData',
  'userData',
  'protectedSettings',
  'storageAccountAccessKey',
  'storageContainerSasKey',
  'accountKey',
  'primaryKey',
  'secondaryKey',
  'primaryMasterKey',
  'accessKey',
  'accessKeys',
  'sharedKey',
  'connectionString',
  'primaryConnectionString',
  'rdb-storage-connection-string',
  'aof-storage-connection-string-0',
  'sasUrl',
  'sasToken',
  'clientSecret',
  'secureValue',
  'InstrumentationKey',
  'serviceUri',
  'callbackUrl',
  'commandToExecute',
];
/** Texts that say by themselves what they are. */
const TEXTS = [
  'DefaultEndpointsProtocol=https;AccountName=st;AccountKey=canary==;EndpointSuffix=core.windows.net',
  'Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=canary=',
  'https://st.blob.core.windows.net/logs?sv=2022-11-02&sp=r&sig=canary%3D',
  'Server=tcp:sql.database.windows.net;User ID=a;Password=canary;',
  'eyJhbGciOiJSUzI1NiJ9.eyJjYW5hcnkiOjF9.c2ln',
  '-----BEGIN RSA PRIVATE KEY-----\ncanary\n-----END RSA PRIVATE KEY-----',
  'https://deployer:canary@app.scm.azurewebsites.net/app.git',
  'https://func.azurewebsites.net/api/run?code=canary',
];

test.each(NAMES)('%s is a secret, unless it is empty', (name) => {
  expect(withoutSecrets({ [name]: 'canary' })).toEqual({ [name]: SECRET });
  expect(withoutSecrets({ [name]: { inside: 'canary' } })).toEqual({ [name]: SECRET });
  for (const empty of ['', null, {}, []]) expect(withoutSecrets({ [name]: empty })).toEqual({ [name]: empty });
});

test.each(TEXTS)('%s is a secret wherever it stands', (text) => {
  expect(isSecretText(text)).toBe(true);
  expect(withoutSecrets({ note: [{ text }] })).toEqual({ note: [{ text: SECRET }] });
});

test('settings of apps keep their names', () => {
  const setting = { name: 'PAYMENT_API', value: 'canary', slotSetting: true };
  expect(withoutSecrets({ siteConfig: { appSettings: [setting] } })).toEqual({
    siteConfig: { appSettings: [{ ...setting, value: SECRET }] },
  });
  expect(withoutSecrets({ connectionStrings: { db: { value: 'canary', type: 'SQLAzure' } } })).toEqual({
    connectionStrings: { db: SECRET },
  });
});

test('what controls judge is no secret', () => {
  const judged = {
    disablePasswordAuthentication: true,
    allowSharedKeyAccess: false,
    keyCreationTime: { key1: '2022-01-04T09:12:31Z', key2: '2022-01-04T09:12:31Z' },
    keyPolicy: { keyExpirationPeriodInDays: 90 },
    accessPolicies: [{ objectId: 'x', permissions: { keys: ['get'], secrets: ['all'] } }],
    authConfig: { passwordAuth: 'Enabled' },
    encryption: {
      keySource: 'Microsoft.Keyvault',
      keyvaultproperties: { keyname: 'disks', keyvaulturi: 'https://kv.vault.azure.net' },
    },
    encryptionSettings: [{ diskEncryptionKey: { secretUrl: 'https://kv.vault.azure.net/secrets/disk/1' } }],
    ssh: { publicKeys: [{ keyData: 'ssh-ed25519 AAAA me' }] },
    secretUri: 'https://kv.vault.azure.net/secrets/payment',
    serverKeyName: 'ServiceManaged',
    clientSecretSettingName: 'SETTING',
    sasPolicy: { sasExpirationPeriod: '00.01:00:00', expirationAction: 'Log' },
  };
  expect(withoutSecrets(judged)).toBe(judged);
});

test('nothing of the estate but its secrets is changed', () => {
  const hidden = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, each]) => (each === SECRET ? [name] : hidden(each)))
      : [];
  expect(estate.flatMap((object) => hidden(withoutSecrets(object))).sort()).toEqual([
    'ConnectionString',
    'InstrumentationKey',
    'serviceUri',
  ]);
});

/** Any shape around a canary, which is a secret by its name or by its text. */
const CANARY = 'canary7c1e';
const leaf = fc.oneof(
  fc.constantFrom(...NAMES).map((name) => ({ [name]: CANARY }) as unknown),
  fc.constantFrom(...TEXTS).map((text) => text.replaceAll('canary', CANARY) as unknown),
  fc.constant({ appSettings: [{ name: 'A', value: CANARY }] } as unknown),
);
const { shape } = fc.letrec<{ shape: unknown }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'properties', 'siteConfig', 'settings'), tie('shape'), { minKeys: 1 }),
  ),
}));

test('no canary gets through, in whatever it is wrapped', () => {
  fc.assert(fc.property(shape, (value) => !JSON.stringify(withoutSecrets(value)).includes(CANARY)));
});

test('what is kept of a secret is kept by a second look', () => {
  fc.assert(
    fc.property(shape, (value) => {
      const once = withoutSecrets(value);
      expect(withoutSecrets(once)).toEqual(once);
    }),
  );
});

test('no canary gets into objects, parts, reports or reasons', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(estate.length - 1), shape, async (at, value) => {
      const objects: RestObject[] = estate.map((object, i) =>
        i === at
          ? {
              ...object,
              identity: { canary: value },
              sku: { name: value },
              properties: { ...(object.properties as object), value },
            }
          : object,
      );
      const assessment = {
        id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Security/assessments/a`,
        type: 'Microsoft.Security/assessments',
        name: 'a',
        properties: { additionalData: value },
      };
      const kept: unknown[] = [];
      const api = new RestApi([...objects, assessment]);
      const arm = armOf(api);
      const refusing = {
        ...arm,
        get: async (path: string, query?: Readonly<Record<string, string>>) => {
          if (/firewallRules/.test(path)) throw new Unreadable('403');
          return arm.get(path, query);
        },
      };
      const scanned = await scanOf(refusing, {
        with: ['defender'],
        parts: { has: () => false, read: () => undefined, write: (_, part) => kept.push(part) },
      });
      const text = JSON.stringify([scanned.scan, [...scanned.findings], kept]);
      expect(scanned.findings.get('defender')?.value).toHaveLength(1);
      expect(text).not.toContain(CANARY);
    }),
    { numRuns: 30 },
  );
});
