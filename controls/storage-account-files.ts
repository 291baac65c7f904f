import type { StorageAccountConfig } from '@cdktf/provider-azurerm/lib/storage-account';
import { atLeast, controlsFor, oneOf, such } from './control';
import { isList, type Value } from './value';

const control = controlsFor<StorageAccountConfig>('azurerm_storage_account');
const hasShares = { accountKind: oneOf('StorageV2', 'FileStorage', 'Storage') };

/** A list that names exactly one thing. */
const only = (item: string) => (found: Value) => isList(found) && found.length === 1 && found[0] === item;
const OWNED =
  'A share_properties block owns all settings of file shares: CORS rules or a retention set outside Terraform are reset. Read the plan.';

/** What scanners ask of file shares; the benchmark does not. */
export const storageAccountFiles = [
  control({
    id: 'storage-strong-smb',
    title: 'File shares speak SMB 3.1.1 with AES-256 only',
    why: 'Older versions and ciphers are what somebody on the way negotiates a client down to.',
    severity: 'medium',
    level: 2,
    cis: {},
    when: hasShares,
    want: {
      shareProperties: {
        smb: {
          versions: such('SMB3.1.1 alone', only('SMB3.1.1'), ['SMB3.1.1']),
          channelEncryptionType: such('AES-256-GCM alone', only('AES-256-GCM'), ['AES-256-GCM']),
        },
      },
    },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients without SMB 3.1.1 or AES-256-GCM (Windows before 10 21H1 and Server 2022, older Linux kernels) lose their shares.',
        'Services that mount shares have to speak both too: function apps keep their content in one.',
        OWNED,
      ],
      restores: 'partly',
    },
    aliases: {
      kics: ['233ab26d-8f17-4dce-9616-41479da9ffe3', '621fc7c5-c342-4223-b3dd-d1530acb43ae'],
    },
  }),
  control({
    id: 'storage-share-soft-delete',
    title: 'Deleted file shares can be brought back for a week',
    why: 'A share deleted by mistake or in anger is otherwise gone with everything in it.',
    severity: 'low',
    level: 2,
    onRequest: 'Deleted shares are paid for until they are gone, and no recommendation of the benchmark asks for it.',
    cis: {},
    when: hasShares,
    want: { shareProperties: { retentionPolicy: { days: atLeast(7) } } },
    fix: {
      impact: 'in-place',
      consequences: [OWNED],
      cost: 'The space of deleted shares for seven days, at the price of the share.',
      restores: 'yes',
    },
    aliases: { kics: ['54087baa-8719-48a8-8460-9cc0962117aa'] },
  }),
];
