import type { KeyVaultKeyConfig } from '@cdktf/provider-azurerm/lib/key-vault-key';
import type { KeyVaultSecretConfig } from '@cdktf/provider-azurerm/lib/key-vault-secret';
import { amending, controlsFor, fresh, oneOf, present, such } from './control';
import { isObject } from './value';

const key = controlsFor<KeyVaultKeyConfig>('azurerm_key_vault_key');
const secret = controlsFor<KeyVaultSecretConfig>('azurerm_key_vault_secret');

const isPeriod = (value: unknown) =>
  typeof value === 'string' && /^P(?=\d|T\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?/.test(value);

export const keyVaultKey = [
  key({
    id: 'key-vault-key-expiry',
    title: 'Keys have an expiry date',
    why: 'A key that never expires is never changed, and a stolen copy works for ever.',
    severity: 'high',
    level: 1,
    // The benchmark counts vaults with roles and vaults with access policies apart; what it asks is the same.
    cis: { 'v3.0.0': ['3.3.1', '3.3.2'] },
    want: {
      expirationDate: present({
        parameter: 'keyExpirationDate',
        question: 'When do keys expire (UTC, such as 2027-06-30T00:00:00Z)?',
        type: 'date',
      }),
    },
    fix: {
      impact: 'disruptive',
      consequences: [
        'After that date the key no longer encrypts, wraps or signs; services that use it stop.',
        'Taking the date away again makes Terraform replace the key.',
      ],
      restores: 'no',
    },
    aliases: {
      checkov: ['CKV_AZURE_40'],
      trivy: ['AZU-0014', 'azure-keyvault-ensure-key-expiry'],
      kics: ['4d080822-5ee2-49a4-8984-68f3d4c890fc'],
      prowler: ['keyvault_rbac_key_expiration_set', 'keyvault_key_expiration_set_in_non_rbac'],
      'azure-policy': ['152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0'],
      defender: ['1aabfa0d-7585-f9f5-1d92-ecb40291d9f2'],
      powerpipe: [
        'cis_v300_3_3_1',
        'keyvault_with_rbac_key_expiration_set',
        'cis_v300_3_3_2',
        'keyvault_with_non_rbac_key_expiration_set',
      ],
    },
  }),
  key({
    id: 'key-vault-key-rotation',
    title: 'Keys are rotated automatically',
    why: 'What a person has to remember is forgotten; a rotated key limits what a stolen one can read.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '3.3.8' },
    want: {
      rotationPolicy: {
        expireAfter: fresh(such('a period such as "P90D"', isPeriod, 'P90D')),
        // azurerm admits expire_after only together with the notice.
        notifyBeforeExpiry: fresh(such('a period such as "P29D"', isPeriod, 'P29D')),
        automatic: fresh(
          such(
            'a block with time_before_expiry or time_after_creation',
            (block) => isObject(block) && [block.time_before_expiry, block.time_after_creation].some(isPeriod),
            { timeBeforeExpiry: 'P30D' },
          ),
        ),
      },
    },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Every 60 days the key gets a new version that expires after 90: clients that pin a version must follow.',
        'Terraform’s identity needs the permissions to read and set rotation policies.',
      ],
      cost: 'Each rotation of a key is billed.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['keyvault_key_rotation_enabled'],
      'azure-policy': ['d8cf8476-a2ec-4916-896e-992351803c44'],
      powerpipe: ['cis_v300_3_3_8', 'keyvault_key_automatic_rotation_enabled'],
    },
  }),
  key({
    id: 'key-vault-key-hsm',
    title: 'Keys live in a hardware security module',
    why: 'What a module holds nobody can copy out, not even from the memory of the machine that uses it.',
    severity: 'low',
    level: 2,
    onRequest: 'It takes a premium vault and a new key, and each key is billed by the month.',
    cis: {},
    want: {
      keyType: amending(oneOf('RSA-HSM', 'EC-HSM'), (found) => (found === 'EC' ? 'EC-HSM' : 'RSA-HSM')),
    },
    fix: {
      impact: 'replaces',
      consequences: [
        'Terraform deletes the key and makes another: what was encrypted or signed with the old one needs it, so move everything to a new key first.',
        'A key that purge protection keeps holds its name, and azurerm brings it back under it: give the new key another name.',
      ],
      cost: 'A premium vault bills each such key by the month.',
      restores: 'no',
    },
    aliases: { checkov: ['CKV_AZURE_112'], kics: ['fbb8e5e0-6dea-41d3-8739-4f2405b0e22a'] },
  }),
];

export const keyVaultSecret = [
  secret({
    id: 'key-vault-secret-expiry',
    title: 'Secrets have an expiry date',
    why: 'A secret that never expires is never changed, and a stolen copy works for ever.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': ['3.3.3', '3.3.4'] },
    want: {
      expirationDate: present({
        parameter: 'secretExpirationDate',
        question: 'When do secrets expire (UTC, such as 2027-06-30T00:00:00Z)?',
        type: 'date',
      }),
    },
    fix: {
      impact: 'disruptive',
      consequences: ['After that date the vault no longer hands the secret out; applications that read it then fail.'],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_41'],
      trivy: ['AZU-0017', 'azure-keyvault-ensure-secret-expiry'],
      kics: ['dfa20ffa-f476-428f-a490-424b41e91c7f'],
      prowler: ['keyvault_rbac_secret_expiration_set', 'keyvault_non_rbac_secret_expiration_set'],
      'azure-policy': ['98728c90-32c7-4049-8429-847dc0f4fe37'],
      defender: ['14257785-9437-97fa-11ae-898cfb24302b'],
      powerpipe: [
        'cis_v300_3_3_3',
        'keyvault_with_rbac_secret_expiration_set',
        'cis_v300_3_3_4',
        'keyvault_with_non_rbac_secret_expiration_set',
      ],
    },
  }),
  secret({
    id: 'key-vault-secret-content-type',
    title: 'Secrets say what they are',
    why: 'Who has to rotate a secret in a hurry must know whether it is a password, a key or a connection string.',
    severity: 'low',
    level: 2,
    cis: {},
    want: { contentType: present() },
    fix: {
      impact: 'in-place',
      consequences: ['Everybody who may list the secrets of the vault reads the content type.'],
      advice: 'Write into content_type what the secret is, such as password or connection-string; never the secret.',
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_114'],
      trivy: ['AZU-0015', 'azure-keyvault-content-type-for-secret'],
      kics: ['f8e08a38-fc6e-4915-abbe-a7aadf1d59ef'],
    },
  }),
];
