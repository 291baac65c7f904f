import * as provider from '@cdktf/provider-azurerm/lib/postgresql-flexible-server-firewall-rule';
import { postgresqlFlexibleServer } from '../controls/postgresql-flexible-server';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type PostgresqlFlexibleServerFirewallRuleConfig = Hardened<provider.PostgresqlFlexibleServerFirewallRuleConfig>;

/** The provider's postgresql flexible server firewall rule with what the caller left out set as the controls want it. */
export class PostgresqlFlexibleServerFirewallRule extends Hardening(
  provider.PostgresqlFlexibleServerFirewallRule,
  postgresqlFlexibleServer,
) {}
