import * as provider from '@cdktf/provider-azurerm/lib/mssql-firewall-rule';
import { mssqlServer } from '../controls/mssql-server';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type MssqlFirewallRuleConfig = Hardened<provider.MssqlFirewallRuleConfig>;

/** The provider's mssql firewall rule with what the caller left out set as the controls want it. */
export class MssqlFirewallRule extends Hardening(provider.MssqlFirewallRule, mssqlServer) {}
