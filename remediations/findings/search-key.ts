import type { Subject } from './finding';
import { compact } from './json';

// `azurerm_storage_account[app].min_tls_version`, `resource.aws_s3_bucket[this]`, `azurerm_subnet.{{app}}`; `{{…}}` quotes
// what may have dots in it.
const key =
  /^(?:resource\.)?([a-z][a-z0-9]*_[a-z0-9_]+)(?:\[(?:\{\{([\w-]+)\}\}|([\w-]+))\]|\.(?:\{\{([\w-]+)\}\}|([\w-]+)))(?:\.|$)/;

/** The resource in a search key of KICS, which wizcli has taken over: type and label, never the module. */
export function resourceInSearchKey(searchKey: string | undefined): Pick<Subject, 'address' | 'type'> {
  const [, type, ...labels] = key.exec(searchKey ?? '') ?? [];
  const label = labels.find((each) => each !== undefined);
  return type && label ? compact({ address: `${type}.${label}`, type }) : {};
}
