import type { Construct } from 'constructs';
import { ManagementLock } from '../management-lock';
import { MonitorDiagnosticSetting } from '../monitor-diagnostic-setting';
import { PrivateEndpoint } from '../private-endpoint';

/** Where a pattern stands. */
export interface Place {
  readonly location: string;
  readonly resourceGroupName: string;
}

/** What every pattern needs to know. */
export interface NamedConfig extends Place {
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Whether a lock keeps people and pipelines from deleting it. @default true */
  readonly locked?: boolean;
}

/** What a pattern needs to know that writes logs. */
export interface PatternConfig extends NamedConfig {
  /**
   * Which Log Analytics workspace receives the logs (its resource id)?
   * Log Analytics bills each gigabyte that is ingested.
   */
  readonly logAnalyticsWorkspaceId: string;
}

/** What a pattern needs to know that is reached over the private network. */
export interface PrivateConfig extends PatternConfig {
  /**
   * In which subnet do private endpoints stand (its resource id)?
   * A private endpoint is billed by the hour and by the gigabyte.
   */
  readonly privateEndpointSubnetId: string;
  /** Private DNS zones in which the endpoint registers its name. @default - none: the network resolves it otherwise */
  readonly privateDnsZoneIds?: readonly string[];
}

/** A key of your own and the identity that may use it; `EncryptionKey` makes both. */
export interface Encryption {
  /** Id of the key without a version, so that a rotated key is followed. */
  readonly keyVaultKeyId: string;
  readonly userAssignedIdentityId: string;
}

/** The place and the tags of a pattern, for each of its resources. */
export const placeOf = ({ location, resourceGroupName, tags }: NamedConfig) => ({
  location,
  resourceGroupName,
  ...(tags ? { tags: { ...tags } } : {}),
});

/** @param service the sub-resource it leads to, such as `blob` or `vault` */
export function privateEndpoint(scope: Construct, config: PrivateConfig, target: string, service: string): void {
  const { name, privateEndpointSubnetId: subnetId, privateDnsZoneIds: zones } = config;
  new PrivateEndpoint(scope, `${service.toLowerCase()}-endpoint`, {
    ...placeOf(config),
    name: `${name}-${service.toLowerCase()}`,
    subnetId,
    privateServiceConnection: {
      name: `${name}-${service.toLowerCase()}`,
      isManualConnection: false,
      privateConnectionResourceId: target,
      subresourceNames: [service],
    },
    ...(zones?.length ? { privateDnsZoneGroup: { name: 'default', privateDnsZoneIds: [...zones] } } : {}),
  });
}

/** @param id of the construct, and name of the setting @param categories log categories; all of them where not given */
export function logs(
  scope: Construct,
  config: PatternConfig,
  id: string,
  target: string,
  categories?: readonly string[],
): void {
  new MonitorDiagnosticSetting(scope, id, {
    name: id,
    targetResourceId: target,
    logAnalyticsWorkspaceId: config.logAnalyticsWorkspaceId,
    enabledLog: categories ? categories.map((category) => ({ category })) : [{ categoryGroup: 'allLogs' }],
  });
}

export function lock(scope: Construct, { name, locked = true }: NamedConfig, target: string): void {
  if (locked)
    new ManagementLock(scope, 'lock', {
      name: `${name}-lock`,
      scope: target,
      lockLevel: 'CanNotDelete',
      notes: 'Kept from being deleted by mistake.',
    });
}
