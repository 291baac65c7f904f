import type { LbConfig } from '@cdktf/provider-azurerm/lib/lb';
import type { MssqlDatabaseConfig } from '@cdktf/provider-azurerm/lib/mssql-database';
import type { PublicIpConfig } from '@cdktf/provider-azurerm/lib/public-ip';
import type { RedisCacheConfig } from '@cdktf/provider-azurerm/lib/redis-cache';
import type { VirtualNetworkGatewayConfig } from '@cdktf/provider-azurerm/lib/virtual-network-gateway';
import { controlsFor, type Expectation, orAbsent, such } from './control';
import type { Scalar } from './value';

/** Passes, and is never written: an SKU is a price, and its owner chooses it. */
const anyOf = (...skus: readonly Scalar[]): Expectation<string> => ({ accept: { in: skus } });
const notBasic = such<string>('an SKU other than "Basic"', (sku) => typeof sku === 'string' && !/^basic$/i.test(sku));

const asked = { severity: 'low', level: 2, cis: { 'v3.0.0': '6.5' }, aliases: {} } as const;

/** CIS 6.5: what production depends on is not of a kind that Azure sells without guarantees or monitoring. */
export const skus = [
  controlsFor<PublicIpConfig>('azurerm_public_ip')({
    ...asked,
    id: 'public-ip-sku',
    title: 'Public addresses are not of SKU Basic',
    why: 'A Basic address admits all traffic by default, and Azure has ended support for it.',
    want: { sku: anyOf('Standard', 'StandardV2') },
    fix: {
      impact: 'replaces',
      consequences: [
        'Terraform deletes the address and gets another one: names, allow lists and partners that use it have to follow.',
        'A Standard address is closed until a network security group admits traffic.',
      ],
      advice:
        'Make the address static, detach it, upgrade it to Standard in Azure, which keeps it, and then write sku = "Standard": the plan must show no replacement.',
      cost: 'A Standard address costs more.',
      restores: 'no',
    },
  }),
  controlsFor<LbConfig>('azurerm_lb')({
    ...asked,
    id: 'load-balancer-sku',
    title: 'Load balancers are not of SKU Basic',
    why: 'A Basic load balancer has no guarantee, no metrics and no zones, and Azure has ended support for it.',
    want: { sku: anyOf('Standard', 'Gateway') },
    fix: {
      impact: 'replaces',
      consequences: [
        'Terraform deletes the load balancer with its rules and makes a new one: what stands behind it is cut off meanwhile.',
        'A Standard load balancer needs Standard addresses, and network security groups that admit the traffic.',
      ],
      advice:
        'Upgrade the load balancer together with its addresses in Azure, plan the interruption, and then write sku = "Standard": the plan must show no replacement.',
      cost: 'A Standard load balancer is billed by rules and gigabytes; Basic is free.',
      restores: 'no',
    },
  }),
  controlsFor<RedisCacheConfig>('azurerm_redis_cache')({
    ...asked,
    id: 'redis-cache-sku',
    title: 'Redis caches are not of SKU Basic',
    why: 'A Basic cache is one machine without a replica or a guarantee: when it restarts, its data is gone.',
    want: { skuName: anyOf('Standard', 'Premium') },
    fix: {
      impact: 'disruptive',
      consequences: [
        'The cache is not available while it grows, and data in it can be lost.',
        'There is no way back to Basic.',
      ],
      advice:
        'Choose sku_name Standard or Premium with a family and a capacity that fit, and a time at which an empty cache does no harm.',
      cost: 'Standard costs about twice as much as Basic.',
      restores: 'no',
    },
    aliases: { checkov: ['CKV_AZURE_230'] },
  }),
  controlsFor<MssqlDatabaseConfig>('azurerm_mssql_database')({
    ...asked,
    id: 'sql-database-sku',
    title: 'SQL databases are not of SKU Basic',
    why: 'A Basic database holds two gigabytes, keeps backups for a week and is slow under any load.',
    // Not set is one that Azure chooses, and it does not choose Basic.
    want: { skuName: orAbsent(notBasic) },
    fix: {
      impact: 'disruptive',
      consequences: ['Connections to the database are dropped once when it moves.'],
      advice:
        'Choose an sku_name for the load that the database has, such as one of General Purpose, and look at its price.',
      cost: 'Every other SKU costs more than Basic.',
      restores: 'yes',
    },
  }),
  controlsFor<VirtualNetworkGatewayConfig>('azurerm_virtual_network_gateway')({
    ...asked,
    id: 'vpn-gateway-sku',
    title: 'Network gateways are not of SKU Basic',
    why: 'A Basic gateway has no BGP and no say in which ciphers a tunnel uses.',
    want: { sku: notBasic },
    fix: {
      impact: 'replaces',
      consequences: [
        'Azure does not resize a Basic gateway: it is deleted and made anew, and all tunnels are down meanwhile.',
      ],
      advice:
        'In a window of maintenance delete the gateway, make one of SKU VpnGw1AZ or larger with a Standard address, make the connections again, and tell the other sides the new address.',
      cost: 'VpnGw1 costs several times as much as Basic.',
      restores: 'no',
    },
  }),
];
