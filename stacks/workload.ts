import { LogAnalyticsWorkspace } from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import { VirtualNetwork } from '@cdktf/provider-azurerm/lib/virtual-network';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { KeyVault } from '../constructs/key-vault';
import { KeyVaultKey } from '../constructs/key-vault-key';
import { setLevel } from '../constructs/marks';
import { MonitorDiagnosticSetting } from '../constructs/monitor-diagnostic-setting';
import { NetworkSecurityGroup } from '../constructs/network-security-group';
import { PrivateEndpoint } from '../constructs/private-endpoint';
import { StorageAccount } from '../constructs/storage-account';
import { StorageKeyRotationReminder } from '../constructs/storage-key-rotation-reminder';
import { azurerm } from './provider';

export interface WorkloadStackProps {
  /** Names of all resources begin with it: lower-case letters and digits, at most 18. */
  readonly name: string;
  readonly location: string;
  readonly tenantId: string;
  /** When the encryption key stops working unless it is renewed, such as `2027-06-30T00:00:00Z`. */
  readonly keyExpirationDate: string;
}

interface Place {
  readonly location: string;
  readonly resourceGroupName: string;
}

/** A workload that meets levels 1 and 2: encrypted with a key of its own, reached over the private network, logged. */
export class WorkloadStack extends TerraformStack {
  constructor(
    scope: Construct,
    id: string,
    private readonly props: WorkloadStackProps,
  ) {
    super(scope, id);
    setLevel(this, 2);
    azurerm(this, { storageUseAzuread: true });
    const { name, location } = props;
    const group = new ResourceGroup(this, 'group', { name, location });
    const place = { location, resourceGroupName: group.name };

    const workspace = new LogAnalyticsWorkspace(this, 'logs', { ...place, name: `${name}-logs`, retentionInDays: 90 });
    const subnet = this.network(place, workspace);
    const { key, identity } = this.encryption(place, subnet, workspace);
    const account = new StorageAccount(this, 'storage', {
      ...place,
      name: `${name}data`,
      accountTier: 'Standard',
      accountReplicationType: 'ZRS',
      sharedAccessKeyEnabled: false,
      networkRules: { defaultAction: 'Deny', bypass: ['AzureServices', 'Logging', 'Metrics'] },
      identity: { type: 'UserAssigned', identityIds: [identity.id] },
      customerManagedKey: { keyVaultKeyId: key.versionlessId, userAssignedIdentityId: identity.id },
    });
    new StorageKeyRotationReminder(this, 'storage-key-reminder', { storageAccountId: account.id });
    this.endpoint(place, subnet, 'storage', account.id, 'blob');
    this.logging(account, workspace);
  }

  private network(place: Place, workspace: LogAnalyticsWorkspace): Subnet {
    const { name } = this.props;
    const network = new VirtualNetwork(this, 'network', {
      ...place,
      name: `${name}-network`,
      addressSpace: ['10.0.0.0/16'],
    });
    const subnet = new Subnet(this, 'endpoints', {
      name: 'endpoints',
      resourceGroupName: place.resourceGroupName,
      virtualNetworkName: network.name,
      addressPrefixes: ['10.0.1.0/24'],
    });
    const rules = new NetworkSecurityGroup(this, 'endpoints-rules', {
      ...place,
      name: `${name}-endpoints`,
      securityRule: [
        {
          name: 'https-from-the-network',
          priority: 100,
          direction: 'Inbound',
          access: 'Allow',
          protocol: 'Tcp',
          sourceAddressPrefix: 'VirtualNetwork',
          sourcePortRange: '*',
          destinationAddressPrefix: 'VirtualNetwork',
          destinationPortRange: '443',
        },
      ],
    });
    new SubnetNetworkSecurityGroupAssociation(this, 'endpoints-rules-of', {
      subnetId: subnet.id,
      networkSecurityGroupId: rules.id,
    });
    this.logs('endpoints-rules', rules.id, workspace);
    return subnet;
  }

  /** A vault with one key, and the identity that may wrap with it. */
  private encryption(
    place: Place,
    subnet: Subnet,
    workspace: LogAnalyticsWorkspace,
  ): { key: KeyVaultKey; identity: UserAssignedIdentity } {
    const { name, tenantId, keyExpirationDate } = this.props;
    const vault = new KeyVault(this, 'vault', {
      ...place,
      name: `${name}-vault`,
      tenantId,
      skuName: 'premium',
      publicNetworkAccessEnabled: false,
    });
    this.endpoint(place, subnet, 'vault', vault.id, 'vault');
    this.logs('vault', vault.id, workspace);
    const identity = new UserAssignedIdentity(this, 'identity', { ...place, name: `${name}-storage` });
    const role = new RoleAssignment(this, 'identity-may-wrap', {
      scope: vault.id,
      roleDefinitionName: 'Key Vault Crypto Service Encryption User',
      principalId: identity.principalId,
    });
    const key = new KeyVaultKey(this, 'key', {
      name: 'storage',
      keyVaultId: vault.id,
      keyType: 'RSA-HSM',
      keySize: 3072,
      keyOpts: ['wrapKey', 'unwrapKey'],
      expirationDate: keyExpirationDate,
      rotationPolicy: { expireAfter: 'P90D', notifyBeforeExpiry: 'P29D', automatic: { timeBeforeExpiry: 'P30D' } },
      // The account refers to the key, so it waits for the role as well.
      dependsOn: [role],
    });
    return { key, identity };
  }

  private endpoint(place: Place, subnet: Subnet, id: string, target: string, service: string): void {
    const name = `${this.props.name}-${id}`;
    new PrivateEndpoint(this, `${id}-endpoint`, {
      ...place,
      name,
      subnetId: subnet.id,
      privateServiceConnection: {
        name,
        privateConnectionResourceId: target,
        isManualConnection: false,
        subresourceNames: [service],
      },
    });
  }

  private logs(id: string, target: string, workspace: LogAnalyticsWorkspace): void {
    new MonitorDiagnosticSetting(this, `${id}-logs`, {
      name: 'logs',
      targetResourceId: target,
      logAnalyticsWorkspaceId: workspace.id,
      enabledLog: [{ categoryGroup: 'allLogs' }],
    });
  }

  private logging(account: StorageAccount, workspace: LogAnalyticsWorkspace): void {
    for (const service of ['blob', 'queue', 'table'])
      new MonitorDiagnosticSetting(this, `${service}-logs`, {
        name: `${service}-logs`,
        targetResourceId: `${account.id}/${service}Services/default`,
        logAnalyticsWorkspaceId: workspace.id,
      });
  }
}
