// No control has a value to fill in here. It is re-exported so that a workload imports all its resources from one place.
export {
  MysqlFlexibleServerFirewallRule,
  type MysqlFlexibleServerFirewallRuleConfig,
} from '@cdktf/provider-azurerm/lib/mysql-flexible-server-firewall-rule';
