import type { Review } from './review';

const NO_DEFAULT = 'the catalogue names no default for soft_delete_retention_days; azurerm has 90';
const OLD_NAME = 'the catalogue tells of the old name in a note only';
const PARTIAL_POLICY = 'what is there leaves no period that is surely right: the owner has to say';

export const keyVault: Review = {
  differences: {
    'fixtures/key-vault-key-rotation/element azurerm_key_vault_key.unknown_rotation':
      'the catalogue wants the block to be there, whatever stands in it',
    'fixtures/key-vault-purge-protection azurerm_key_vault.pass_true': NO_DEFAULT,
    'fixtures/key-vault-purge-protection azurerm_key_vault.pass_text': NO_DEFAULT,
    'fixtures/key-vault-purge-protection azurerm_key_vault.unknown_variable': NO_DEFAULT,
    'fixtures/key-vault-rbac azurerm_key_vault.pass_old_name': OLD_NAME,
    'fixtures/key-vault-rbac azurerm_key_vault.unknown_old_name': OLD_NAME,
    'fixtures-unknown-version/key-vault-rbac azurerm_key_vault.pass_old_name': OLD_NAME,
  },
  conditions: {
    'azurerm_key_vault_key expiration_date': 'replaces when a date is taken away; the fix only sets one',
  },
  replacedCompanions: {
    'azurerm_private_endpoint private_service_connection.subresource_names':
      'nothing is written over an endpoint that is there',
  },
  left: {
    'fixtures/key-vault-secret-content-type azurerm_key_vault_secret.fail_':
      'what each secret is only its owner knows: advice',
    'fixtures/key-vault-key-rotation azurerm_key_vault_key.fail_not_automatic': PARTIAL_POLICY,
    'fixtures/key-vault-key-rotation/no-expiry azurerm_key_vault_key.fail_no_expiry': PARTIAL_POLICY,
    'fixtures/key-vault-key-hsm azurerm_key_vault_key.fail_standard_vault':
      'a standard vault takes no such key, and a premium one costs more: the owner decides',
    'fixtures/key-vault-private-endpoint azurerm_key_vault.fail_other_service':
      'the owner of an endpoint that leads to a service the vault does not have must say what it is for',
  },
  bad: {
    'rotation_policy.expire_after': ['', 'ninety days'],
    'rotation_policy.notify_before_expiry': [],
    'rotation_policy.automatic': [{}],
  },
  answers: { keyExpirationDate: '2027-06-30T00:00:00Z', secretExpirationDate: '2027-06-30T00:00:00Z' },
};
