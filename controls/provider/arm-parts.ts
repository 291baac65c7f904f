// Children of a resource in Azure that keep a part of what Terraform writes on it.

/** What an app itself tells next to nothing of: its child `config/web` has these, without the prefix. */
export const SITE_CONFIG = 'properties.siteConfig.';

/** Which of the settings of an app holds an attribute; undefined for what is handed out to writers only. */
function settingsOf(path: string): string | undefined {
  if (path.startsWith('auth_settings_v2.')) return 'authsettingsV2';
  return path.startsWith('logs.') ? 'logs' : undefined;
}

/**
 * The way from a resource to the child that holds an attribute: `blobServices/default`; undefined for none that is read.
 * @param at type of the child, such as `Microsoft.Storage/storageAccounts/blobServices`
 * @param path of the attribute in Terraform
 */
export function partOf(at: string, path: string): string | undefined {
  const kind = at.slice(at.lastIndexOf('/') + 1);
  if (kind === 'config') {
    const settings = settingsOf(path);
    return settings && `config/${settings}`;
  }
  if (kind === 'basicPublishingCredentialsPolicies') return `${kind}/${path.startsWith('ftp_') ? 'ftp' : 'scm'}`;
  return `${kind}/${kind === 'transparentDataEncryption' ? 'current' : 'default'}`;
}
