import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import type { StorageAccountCustomerManagedKeyAConfig } from '@cdktf/provider-azurerm/lib/storage-account-customer-managed-key';
import { type About, companion, controlsFor, type Fix, such } from './control';
import { isSubscription, someId } from './subscription';
import { onceAround } from './surroundings';
import { isObject, Reference, Unknown, type Value } from './value';

const control = controlsFor<StorageAccountConfig>('azurerm_storage_account');

const isKeyId = (id: Value | undefined): boolean => id instanceof Reference || (typeof id === 'string' && id !== '');

const ownKey = {
  want: {
    customerManagedKey: such<NonNullable<StorageAccountConfig['customerManagedKey']>>(
      'a block with a key of your own',
      (block) => isObject(block) && [block.key_vault_key_id, block.managed_hsm_key_id].some(isKeyId),
    ),
  },
  companions: [
    companion<StorageAccountCustomerManagedKeyAConfig>('azurerm_storage_account_customer_managed_key', {
      refersBy: 'storage_account_id',
      want: {},
    }),
  ],
};
const fix: Fix = {
  impact: 'disruptive',
  consequences: ['If the key is deleted or the identity loses access to it, the data cannot be read any more.'],
  advice:
    'Give a user-assigned identity the role Key Vault Crypto Service Encryption User on a key of a vault with purge protection, add it to the account (identity block), then point customer_managed_key at both.',
  cost: 'Key operations are billed by Key Vault.',
  restores: 'partly',
};

const SETTING = 'azurerm_monitor_diagnostic_setting';
/** A diagnostic setting of a subscription of which nobody knows where it writes to. */
const unclearWriter = onceAround((around) =>
  around
    .ofType(SETTING)
    .find(
      ({ attributes: { storage_account_id: account, target_resource_id: target } }) =>
        account instanceof Unknown && isSubscription(target),
    ),
);

/** Whether a diagnostic setting of a subscription writes to the account. */
const receivesActivityLog: About = (account, around) => {
  const writers = around.referringTo(account, SETTING).filter(({ by }) => by === 'storage_account_id');
  const told = someId(
    writers.map(({ resource }) => resource.attributes.target_resource_id),
    isSubscription,
  );
  if (told !== false) return told;
  const blind = unclearWriter(around);
  return blind ? new Unknown(`${blind.address} may write the activity log to it`) : false;
};

/** Accounts whose data is sealed with a key of their owner, CIS 4.11 and 6.1.3. */
export const storageAccountKey = [
  control({
    id: 'storage-customer-managed-key',
    title: 'Storage accounts with critical data use a key of your own',
    why: 'Whoever holds the key decides who reads the data, and can end that at once.',
    severity: 'high',
    level: 2,
    cis: { 'v3.0.0': '4.11' },
    ...ownKey,
    fix,
    aliases: {
      checkov: ['CKV2_AZURE_1'],
      trivy: ['AZU-0060', 'azure-storage-blob-container-cmk-encrypted'],
      kics: ['9bf1568d-4cd2-4581-81ef-d2efabee1178'],
      prowler: ['storage_ensure_encryption_with_customer_managed_keys'],
      'azure-policy': ['6fac406b-40ca-413b-bf8e-0bf964659c25'],
      defender: ['ca98bba7-719e-48ee-e193-0b76766cdb07'],
      powerpipe: ['cis_v300_4_11', 'storage_account_encryption_at_rest_using_cmk'],
    },
  }),
  control({
    id: 'activity-log-storage-key',
    title: 'The storage account that keeps the activity log uses a key of your own',
    why: 'The log is evidence: who may read it should be decided by whoever holds the key, not by whoever runs the storage.',
    severity: 'medium',
    level: 2,
    cis: { 'v3.0.0': '6.1.3' },
    about: receivesActivityLog,
    ...ownKey,
    fix,
    aliases: {
      prowler: ['monitor_storage_account_with_activity_logs_cmk_encrypted'],
      'azure-policy': [
        { rule: '6fac406b-40ca-413b-bf8e-0bf964659c25', differs: 'Looks at every account, whatever it keeps.' },
        'fbb99e8e-e444-4da0-9ff1-75c92f5a85b2',
      ],
      powerpipe: ['cis_v300_6_1_3', 'monitor_logs_storage_container_insights_activity_logs_encrypted_with_byok'],
    },
  }),
];
