import type { StorageContainerConfig } from '@cdktf/provider-azurerm/lib/storage-container';
import { controlsFor } from './control';

const control = controlsFor<StorageContainerConfig>('azurerm_storage_container');

/** Not in the benchmark, which asks for the switch on the account (4.17). */
export const storageContainer = [
  control({
    id: 'storage-container-private',
    title: 'Blob containers are private',
    why: 'Whoever knows or guesses the address of a public container reads it without being asked who they are.',
    severity: 'high',
    level: 2,
    cis: {},
    want: { containerAccessType: 'private' },
    fix: {
      impact: 'disruptive',
      consequences: ['Links that work without a signature or a login end, such as pictures of a web page.'],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_34', { rule: 'CKV2_AZURE_8', differs: 'Looks at containers that hold activity logs only.' }],
      trivy: ['AZU-0007', 'azure-storage-no-public-access'],
      kics: ['dd5230f8-a577-4bbb-b7ac-f2c2fe7d5299'],
    },
  }),
];
