import type { ArmPlace } from '../../controls/provider/arm';
import { Unknown, type Value } from '../../controls/value';
import type { ArmObject } from './arm-object';
import { ABSENT, PRESENT, valuesAt } from './arm-path';

type Presence = typeof PRESENT | typeof ABSENT;

/** Values that azurerm and Azure cut in different ways, by the name of the conversion. */
export function packed(
  type: string,
  path: string,
  { paths, conversion }: ArmPlace,
  source: ArmObject,
): Value | Presence | undefined {
  const texts = paths.map((each) => valuesAt(source, each)[0]);
  return PACKED[conversion]?.(texts, path) ?? (conversion in PACKED ? undefined : notTold(type, path));
}

const notTold = (type: string, path: string) => new Unknown(`how Azure says ${path} of an ${type} is not known here`);

type Unpack = (raw: readonly unknown[], path: string) => Value | Presence | undefined;

const PACKED: Readonly<Record<string, Unpack>> = {
  /** `Standard_GRS`, `StandardV2_LRS` */
  split: ([sku], path) => {
    const [tier, replication] = String(sku).replace('V2_', '_').split('_');
    return path === 'account_tier' ? tier : replication;
  },
  presence: (raw) => {
    const [flag, value] = raw.length > 1 ? raw : [raw[0] !== undefined, raw[0]];
    if (flag !== true) return ABSENT;
    return typeof value === 'string' ? value : PRESENT;
  },
  presence_days: ([enabled, days]) => (enabled === true ? (typeof days === 'number' ? days : PRESENT) : ABSENT),
  split_key_url: (raw, path) => {
    const url = raw.length === 2 ? ofServer(raw[0], raw[1]) : ofVault(raw[0], raw[1], raw[2]);
    if (url === undefined) return undefined;
    return path.includes('managed_hsm') === /\.managedhsm\./.test(url) ? url : undefined;
  },
  /** `PYTHON|3.12` */
  fx: ([text], path) => {
    const name = path.slice(path.lastIndexOf('.') + 1).replace('_version', '');
    const [kind, version] = String(text ?? '').split('|');
    const isMeant = { dotnet: 'DOTNETCORE' }[name] === kind.toUpperCase() || name.toUpperCase() === kind.toUpperCase();
    return isMeant && version ? version : undefined;
  },
  map_to_nv: () => new Unknown('app settings are told only to who may write: they are not read'),
};

function ofVault(uri: unknown, name: unknown, version: unknown): string | undefined {
  if (typeof uri !== 'string' || typeof name !== 'string') return undefined;
  return `${uri.replace(/\/$/, '')}/keys/${name}${version ? `/${String(version)}` : ''}`;
}

/** `AzureKeyVault` with `{vault}_{key}_{version}`. */
function ofServer(kind: unknown, name: unknown): string | undefined {
  const [, vault, key, version] = /^([\w-]+?)_(.+)_([0-9a-f]+)$/i.exec(String(name)) ?? [];
  return kind === 'AzureKeyVault' && vault ? `https://${vault}.vault.azure.net/keys/${key}/${version}` : undefined;
}
