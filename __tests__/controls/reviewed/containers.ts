import type { Review } from './review';

const POOL = 'a pool is made anew for it, under a temporary name that only the owner of the cluster gives.';
const REPLACES = 'the cluster would be made anew; it is chosen with the first node.';
const IS_A_PRICE = 'it is a price, and no setting of the same registry makes up for it.';

/** Kubernetes clusters and container registries. */
export const containers: Review = {
  notControls: {
    'checkov CKV2_AZURE_29': 'the network plugin is chosen with the first node, and Azure CNI is not safer by itself.',
    'checkov CKV_AZURE_115': REPLACES,
    'checkov CKV_AZURE_117': REPLACES,
    'checkov CKV_AZURE_143': POOL,
    'checkov CKV_AZURE_163': IS_A_PRICE,
    'checkov CKV_AZURE_164': 'content trust ends: azurerm 5.x no longer has the setting.',
    'checkov CKV_AZURE_165': 'where images may lie, and what that costs, only their owner knows.',
    'checkov CKV_AZURE_166': 'nobody can pull an image until a scanner of the owner lets it go.',
    'checkov CKV_AZURE_167': 'it deletes images by their age for good.',
    'checkov CKV_AZURE_168': POOL,
    'checkov CKV_AZURE_169': 'azurerm 4.x has no other value.',
    'checkov CKV_AZURE_170': 'it is a price: the tier gives a guarantee of the API, and no protection.',
    'checkov CKV_AZURE_226': POOL,
    'checkov CKV_AZURE_227': POOL,
    'checkov CKV_AZURE_232': POOL,
    'checkov CKV_AZURE_233': 'the registry would be made anew, without its images.',
    'checkov CKV_AZURE_6':
      'azurerm 3.x has it under another name outside of the block, which a change would contradict.',
    'checkov CKV_AZURE_7': 'the network policy is chosen with the first node, or replaces what pods rely on.',
    'kics 599318f2-6653-4569-9e21-041d06c63a89': REPLACES,
    'kics 77deea6a-155e-4865-bf04-153d23e488e8': 'who may do what in a registry is no setting of the registry.',
    'kics 9b0140d1-50c1-4deb-ba58-472315c7a1ae':
      'a cluster with a service principal changes its identity by hand, step by step.',
    'kics b17d8bb8-4c08-4785-867e-cb9e62a622aa': REPLACES,
    'kics f5342045-b935-402d-adf1-8dbbd09c0eef': 'as CKV_AZURE_7.',
    'trivy AZU-0041': 'as CKV_AZURE_6.',
    'trivy AZU-0043': 'as CKV_AZURE_7.',
    'trivy AZU-0065': REPLACES,
    'trivy AZU-0067': REPLACES,
  },
};
