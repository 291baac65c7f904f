import type { ArmObject } from './arm-object';

/** Where the one child of a kind stands below its resource. */
const NAMES: Readonly<Record<string, string>> = {
  'Microsoft.Sql/servers/databases/transparentDataEncryption': 'current',
  'Microsoft.Storage/storageAccounts/blobServices': 'default',
  'Microsoft.Storage/storageAccounts/fileServices': 'default',
};

/** Which of the settings of an app holds an attribute; undefined for what is handed out to writers only. */
function settingsOf(path: string): string | undefined {
  if (path.startsWith('auth_settings_v2.')) return 'authsettingsV2';
  return path.startsWith('logs.') ? 'logs' : undefined;
}

/** The way from a resource to the child that holds an attribute: `blobServices/default`; undefined for none that is read. */
export function partOf(at: string, path: string): string | undefined {
  const kind = at.slice(at.lastIndexOf('/') + 1);
  if (kind === 'config') {
    const settings = settingsOf(path);
    return settings && `config/${settings}`;
  }
  if (kind === 'basicPublishingCredentialsPolicies') return `${kind}/${path.startsWith('ftp_') ? 'ftp' : 'scm'}`;
  return `${kind}/${NAMES[at] ?? 'default'}`;
}

/** What was read, by id in lower case. */
export class Objects {
  private readonly byId = new Map<string, ArmObject>();
  private readonly unread: readonly { readonly key: string; readonly why: string }[];

  constructor(objects: readonly ArmObject[], unread: readonly { readonly id: string; readonly why: string }[]) {
    for (const object of objects) this.byId.set(object.id.toLowerCase(), object);
    this.unread = unread.map(({ id, why }) => ({ key: id.toLowerCase(), why }));
  }

  at(id: string): ArmObject | undefined {
    return this.byId.get(id.toLowerCase());
  }

  /** Why something could not be read. */
  whyNot(id: string): string {
    return this.unread.find(({ key }) => key === id.toLowerCase())?.why ?? 'it was not read';
  }
}
