import { KeyVault as PlainVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { StorageAccount as PlainAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { KeyVault } from '../../constructs/key-vault';
import { setLevel } from '../../constructs/marks';
import { StorageAccount } from '../../constructs/storage-account';
import { changed } from '../stand-in/workspace';
import { account, newApp, newStack, vault } from './synth';
import { inFolder, offline } from './terraform';

function stackWith(
  Account: typeof PlainAccount | typeof StorageAccount,
  Vault: typeof PlainVault | typeof KeyVault,
  existing?: true,
) {
  const stack = newStack(newApp());
  setLevel(stack, 2);
  new Account(stack, 'logs', { ...account, existing } as typeof account);
  new Vault(stack, 'kv', { ...vault, existing } as typeof vault);
  return stack;
}

offline('swapping the import for resources that exist changes them in place', async () => {
  await inFolder({}, async ({ write, apply, plan }) => {
    write(stackWith(PlainAccount, PlainVault));
    await apply();
    write(stackWith(StorageAccount, KeyVault, true));
    const { changes } = await plan();
    expect(changes.map(({ address, change }) => [address, change.actions])).toEqual([
      ['azurerm_key_vault.kv', ['update']],
      ['azurerm_storage_account.logs', ['update']],
    ]);
    expect(changed(changes[0])).toEqual([
      'network_acls',
      'public_network_access_enabled',
      'rbac_authorization_enabled',
    ]);
    expect(changed(changes[1])).toContain('public_network_access_enabled');

    // Without it, the account would be replaced for its infrastructure encryption.
    write(stackWith(StorageAccount, KeyVault));
    const forced = (await plan()).changes.filter(({ change }) => change.actions.includes('delete'));
    expect(forced.map(({ change }) => change.replace_paths)).toEqual([[['infrastructure_encryption_enabled']]]);

    write(stackWith(StorageAccount, KeyVault, true));
    await apply();
    expect((await plan()).changes.map(({ change }) => change.actions)).toEqual([['no-op'], ['no-op']]);
  });
});
