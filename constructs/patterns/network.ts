import { Subnet } from '@cdktf/provider-azurerm/lib/subnet';
import { SubnetNetworkSecurityGroupAssociation } from '@cdktf/provider-azurerm/lib/subnet-network-security-group-association';
import { Construct } from 'constructs';
import { BastionHost } from '../bastion-host';
import { setLevel } from '../marks';
import { NetworkSecurityGroup, type NetworkSecurityGroupConfig } from '../network-security-group';
import { NetworkWatcherFlowLog } from '../network-watcher-flow-log';
import { PublicIp } from '../public-ip';
import { VirtualNetwork } from '../virtual-network';
import { lock, logs, type PatternConfig, placeOf } from './parts';

type Rules = Extract<NetworkSecurityGroupConfig['securityRule'], readonly unknown[]>;

export interface SubnetConfig {
  readonly addressPrefixes: readonly string[];
  /** @default - what Azure's own rules admit: the virtual network and its load balancers, nothing from the internet */
  readonly rules?: Rules;
}

/** Where the flows of a network are recorded and analysed. Traffic analytics bills each gigabyte. */
export interface FlowLogs {
  /** The Network Watcher of the region; Azure makes one for each region in use. */
  readonly networkWatcherName: string;
  readonly networkWatcherResourceGroupName: string;
  /** Which storage account receives the flow logs (its resource id)? What it keeps is billed. */
  readonly storageAccountId: string;
  /** Region of the Log Analytics workspace. */
  readonly workspaceRegion: string;
  /** The workspace's GUID, which is not its resource id. */
  readonly workspaceId: string;
}

export interface NetworkConfig extends PatternConfig {
  readonly addressSpace: readonly string[];
  /** By name. */
  readonly subnets: Readonly<Record<string, SubnetConfig>>;
  /** Addresses of the subnet of a Bastion host, /26 or larger; a host is billed by the hour. @default - none */
  readonly bastionAddressPrefix?: string;
}

/** A virtual network whose subnets are guarded by rules that are logged; `recordFlows` keeps and analyses its flows. */
export class Network extends Construct {
  readonly network: VirtualNetwork;
  readonly subnets: Readonly<Record<string, Subnet>>;

  constructor(
    scope: Construct,
    id: string,
    private readonly config: NetworkConfig,
  ) {
    super(scope, id);
    setLevel(this, 2);
    const { name, addressSpace, subnets, bastionAddressPrefix } = config;
    this.network = new VirtualNetwork(this, 'Default', { ...placeOf(config), name, addressSpace: [...addressSpace] });
    const made = Object.entries(subnets).map(([each, subnet]) => [each, this.subnet(config, each, subnet)] as const);
    this.subnets = Object.fromEntries(made);
    if (bastionAddressPrefix) this.bastion(config, bastionAddressPrefix);
    lock(this, config, this.network.id);
  }

  private subnet(config: NetworkConfig, name: string, { addressPrefixes, rules }: SubnetConfig): Subnet {
    const subnet = this.addresses(config, name, name, addressPrefixes);
    const group = new NetworkSecurityGroup(this, `${name}-rules`, {
      ...placeOf(config),
      name: `${config.name}-${name}`,
      ...(rules ? { securityRule: rules } : {}),
    });
    new SubnetNetworkSecurityGroupAssociation(this, `${name}-rules-of`, {
      subnetId: subnet.id,
      networkSecurityGroupId: group.id,
    });
    logs(this, config, `${name}-rules-logs`, group.id);
    return subnet;
  }

  private addresses(config: NetworkConfig, id: string, name: string, prefixes: readonly string[]): Subnet {
    return new Subnet(this, id, {
      name,
      resourceGroupName: config.resourceGroupName,
      virtualNetworkName: this.network.name,
      addressPrefixes: [...prefixes],
    });
  }

  /**
   * Records the flows of the whole network for longer than 90 days: Azure no longer does that for one security group.
   * A call of its own, because the account that keeps them may stand in this very network.
   */
  recordFlows(flowLogs: FlowLogs): void {
    const { name, location, logAnalyticsWorkspaceId } = this.config;
    new NetworkWatcherFlowLog(this, 'flows', {
      name: `${name}-flows`,
      location,
      networkWatcherName: flowLogs.networkWatcherName,
      resourceGroupName: flowLogs.networkWatcherResourceGroupName,
      targetResourceId: this.network.id,
      storageAccountId: flowLogs.storageAccountId,
      enabled: true,
      version: 2,
      retentionPolicy: { enabled: true, days: 91 },
      trafficAnalytics: {
        enabled: true,
        workspaceId: flowLogs.workspaceId,
        workspaceRegion: flowLogs.workspaceRegion,
        workspaceResourceId: logAnalyticsWorkspaceId,
      },
    });
  }

  private bastion(config: NetworkConfig, prefix: string): void {
    const name = `${config.name}-bastion`;
    const subnet = this.addresses(config, 'bastion-subnet', 'AzureBastionSubnet', [prefix]);
    const address = new PublicIp(this, 'bastion-address', {
      ...placeOf(config),
      name,
      allocationMethod: 'Static',
      sku: 'Standard',
    });
    const host = new BastionHost(this, 'bastion', {
      ...placeOf(config),
      name,
      ipConfiguration: { name: 'default', subnetId: subnet.id, publicIpAddressId: address.id },
    });
    logs(this, config, 'bastion-logs', host.id);
    logs(this, config, 'bastion-address-logs', address.id);
  }
}
