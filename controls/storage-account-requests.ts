import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import { type Ask, type Companion, controlsFor, type Inspect } from './control';
import { isLockedFromAbove, lockOf } from './management-lock';
import { Reference, Unknown, type Value } from './value';

const control = controlsFor<StorageAccountConfig>('azurerm_storage_account');

const GEO = ['GRS', 'RAGRS', 'GZRS', 'RAGZRS'];
const isZonal = (replication: Value | undefined): boolean => /ZRS$/.test(String(replication));

// Two questions, because an answer that changes the zones too would replace the account.
const FROM_LOCAL: Ask = {
  parameter: 'geoReplicationOfLocalStorage',
  question:
    'Which replication do storage accounts get that are locally redundant now: GRS, or RAGRS to read the copy at any time?',
  type: 'string',
};
const FROM_ZONAL: Ask = {
  parameter: 'geoReplicationOfZonalStorage',
  question:
    'Which replication do storage accounts get that are zone-redundant now: GZRS, or RAGZRS to read the copy at any time?',
  type: 'string',
};

const geoRedundant: Inspect = ({ attributes: { account_replication_type: found } }) => {
  if (found instanceof Unknown) return found;
  if (found instanceof Reference) return new Unknown(`taken from ${found.address}`);
  if (GEO.includes(String(found))) return [];
  const expected = GEO.map((each) => JSON.stringify(each)).join(' or ');
  return [{ path: ['account_replication_type'], found, expected, ask: isZonal(found) ? FROM_ZONAL : FROM_LOCAL }];
};

const lock: Companion = lockOf('Kept from being deleted by mistake');

/** What scanners ask of storage accounts and only their owners can decide. */
export const storageAccountRequests = [
  control({
    id: 'storage-geo-redundant',
    title: 'Storage accounts keep a copy of their data in another region',
    why: 'When a region is lost, what is kept nowhere else is lost with it.',
    severity: 'low',
    level: 2,
    onRequest: 'It doubles the price of the space, and where a copy may lie only the owner of the data knows.',
    cis: {},
    // Premium accounts have no such copy; those with NFS 3 only one kind of it.
    when: { accountTier: 'Standard', nfsv3Enabled: false },
    asks: [FROM_LOCAL, FROM_ZONAL],
    inspect: geoRedundant,
    fix: {
      impact: (from, to) => (isZonal(from) === isZonal(to) ? 'in-place' : 'replaces'),
      consequences: [
        'Azure copies everything to the paired region, which may lie where the data must not be.',
        'Between replications with and without zones azurerm replaces the account with all its data: have Azure convert it first.',
      ],
      cost: 'About twice the price of the space, and each gigabyte on its way to the other region.',
      restores: 'partly',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_206', differs: 'Looks at premium accounts too, which cannot be copied to another region.' },
      ],
      trivy: ['AZU-0058', 'azure-storage-enable-geo-redundant-backups'],
    },
  }),
  control({
    id: 'storage-no-shared-keys',
    title: 'Storage accounts refuse their access keys: who reads or writes has an Entra identity and a role',
    why: 'A key opens the whole account, names nobody, and whoever copied it keeps it.',
    severity: 'medium',
    level: 2,
    onRequest: 'Every client must be ready for it: whatever opens the account with a key or a signature stops.',
    cis: {},
    want: { sharedAccessKeyEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Keys, and every signature made with one, stop working at once: clients need Entra identities with roles for data.',
        'Terraform uses keys too, unless its provider block says storage_use_azuread = true: whoever runs it needs roles for data, or later plans fail.',
        'What knows nothing but keys stops: function apps without storage_uses_managed_identity, SMB mounts of apps and containers, diagnostics extensions of virtual machines, SQL audit logs written with a key.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV2_AZURE_40'], kics: ['45f3e879-f8a7-4102-a3fa-46da5a849870'] },
  }),
  control({
    id: 'storage-locked',
    title: 'Storage accounts cannot be deleted by mistake',
    why: 'With the account go all its containers, shares, queues and tables, and what soft delete had kept of them.',
    severity: 'low',
    level: 2,
    onRequest: 'The benchmark wants locks where something is mission-critical; on every account they get in the way.',
    cis: {},
    about: (account, around) => !isLockedFromAbove(account, around),
    companions: [lock],
    fix: {
      impact: 'in-place',
      consequences: [
        'The account and its containers cannot be deleted or replaced, by Terraform either, until the lock is taken away.',
        'Whoever runs Terraform needs the right to write locks: Owner, User Access Administrator or a role of its own for it.',
      ],
      restores: 'yes',
    },
    aliases: {
      kics: [{ rule: '0cc95bf8-9b98-4278-ad9f-fea4aed3d271', differs: 'Knows CanNotDelete only; ReadOnly locks too.' }],
    },
  }),
];
