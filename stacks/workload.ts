import { ServicePlan } from '@cdktf/provider-azurerm/lib/service-plan';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { DiskEncryptionSet } from '../constructs/disk-encryption-set';
import { LogAnalyticsWorkspace } from '../constructs/log-analytics-workspace';
import { setLevel } from '../constructs/marks';
import { EncryptionKey } from '../constructs/patterns/encryption-key';
import { Network } from '../constructs/patterns/network';
import type { Place } from '../constructs/patterns/parts';
import { Postgresql } from '../constructs/patterns/postgresql';
import { SecureKeyVault } from '../constructs/patterns/secure-key-vault';
import { SecureStorage } from '../constructs/patterns/secure-storage';
import { SqlServer } from '../constructs/patterns/sql-server';
import { VirtualMachine } from '../constructs/patterns/virtual-machine';
import { WebApp } from '../constructs/patterns/web-app';
import { ResourceGroup } from '../constructs/resource-group';
import { azurerm } from './provider';

export interface WorkloadStackProps {
  /** Names of all resources begin with it: lower-case letters and digits, at most 14. */
  readonly name: string;
  readonly location: string;
  readonly tenantId: string;
  /** When the encryption keys stop working unless they are renewed, such as `2027-06-30T00:00:00Z`. */
  readonly keyExpirationDate: string;
  /** The group in Entra that administers the databases. */
  readonly administrators: { readonly name: string; readonly objectId: string };
  /** The public half of the administrator's SSH key. */
  readonly adminPublicKey: string;
  /** Application (client) id of the registration that the web app signs people in with. */
  readonly webClientId: string;
  /** The Network Watcher of the region; Azure makes it with the first network there. */
  readonly networkWatcher: { readonly name: string; readonly resourceGroupName: string };
}

/** What the patterns share: place, workspace, and the subnet of their private endpoints. */
interface Shared extends Place {
  readonly logAnalyticsWorkspaceId: string;
  readonly privateEndpointSubnetId: string;
}

/** One of every pattern: a workload that meets levels 1 and 2, and the example of how they are put together. */
export class WorkloadStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkloadStackProps,
  ) {
    super(scope, id);
    setLevel(this, 2);
    azurerm(this, { storageUseAzuread: true });
    const { name, location, tenantId, networkWatcher } = props;
    const group = new ResourceGroup(this, 'group', { name, location });
    const place = { location, resourceGroupName: group.name };
    const workspace = new LogAnalyticsWorkspace(this, 'workspace', {
      ...place,
      name: `${name}-logs`,
      retentionInDays: 91,
    });
    const network = new Network(this, 'network', {
      ...place,
      name: `${name}-network`,
      logAnalyticsWorkspaceId: workspace.id,
      addressSpace: ['10.0.0.0/16'],
      subnets: { endpoints: { addressPrefixes: ['10.0.1.0/24'] }, machines: { addressPrefixes: ['10.0.2.0/24'] } },
      bastionAddressPrefix: '10.0.0.0/26',
    });
    const shared = {
      ...place,
      logAnalyticsWorkspaceId: workspace.id,
      privateEndpointSubnetId: network.subnets.endpoints.id,
    };
    const vault = new SecureKeyVault(this, 'vault', { ...shared, name: `${name}-vault`, tenantId, skuName: 'premium' });
    const storage = new SecureStorage(this, 'storage', {
      ...shared,
      name: `${name}data`,
      encryption: this.key('storage-key', shared, vault),
    });
    network.recordFlows({
      networkWatcherName: networkWatcher.name,
      networkWatcherResourceGroupName: networkWatcher.resourceGroupName,
      storageAccountId: storage.account.id,
      workspaceId: workspace.workspaceId,
      workspaceRegion: workspace.location,
    });
    this.databases(shared, vault);
    this.machine(shared, network, vault);
    this.web(shared);
  }

  private key(id: string, place: Place, { vault }: SecureKeyVault): EncryptionKey {
    const { location, resourceGroupName } = place;
    const { name, keyExpirationDate } = this.props;
    return new EncryptionKey(this, id, {
      location,
      resourceGroupName,
      name: `${name}-${id}`,
      keyVaultId: vault.id,
      keyExpirationDate,
      keyType: 'RSA-HSM',
    });
  }

  private databases(shared: Shared, vault: SecureKeyVault): void {
    const { name, tenantId, administrators } = this.props;
    new SqlServer(this, 'sql', {
      ...shared,
      name: `${name}-sql`,
      administrator: { loginUsername: administrators.name, objectId: administrators.objectId, tenantId },
      encryption: this.key('sql-key', shared, vault),
      databases: { shop: { skuName: 'S0' } },
    });
    new Postgresql(this, 'postgresql', {
      ...shared,
      name: `${name}-postgresql`,
      skuName: 'GP_Standard_D2ds_v5',
      administrator: {
        principalName: administrators.name,
        objectId: administrators.objectId,
        principalType: 'Group',
        tenantId,
      },
      encryption: this.key('postgresql-key', shared, vault),
    });
  }

  private machine(shared: Shared, network: Network, vault: SecureKeyVault): void {
    const { name, adminPublicKey } = this.props;
    const { location, resourceGroupName } = shared;
    const encryption = this.key('disk-key', shared, vault);
    const disks = new DiskEncryptionSet(this, 'disks', {
      location,
      resourceGroupName,
      name: `${name}-disks`,
      keyVaultKeyId: encryption.keyVaultKeyId,
      autoKeyRotationEnabled: true,
      identity: { type: 'UserAssigned', identityIds: [encryption.userAssignedIdentityId] },
    });
    new VirtualMachine(this, 'machine', {
      location,
      resourceGroupName,
      name: `${name}-machine`,
      subnetId: network.subnets.machines.id,
      size: 'Standard_D2s_v5',
      image: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' },
      adminUsername: 'operator',
      adminPublicKey,
      diskEncryptionSetId: disks.id,
    });
  }

  private web(shared: Shared): void {
    const { name, tenantId, webClientId } = this.props;
    const { location, resourceGroupName } = shared;
    const plan = new ServicePlan(this, 'plan', {
      location,
      resourceGroupName,
      name: `${name}-plan`,
      osType: 'Linux',
      skuName: 'P1v3',
      workerCount: 2,
      zoneBalancingEnabled: true,
    });
    new WebApp(this, 'web', {
      ...shared,
      name: `${name}-web`,
      servicePlanId: plan.id,
      authentication: { clientId: webClientId, tenantId },
      siteConfig: { applicationStack: { nodeVersion: '22-lts' } },
      healthCheckPath: '/health',
    });
  }
}
