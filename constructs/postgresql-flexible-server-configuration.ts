import * as provider from '@cdktf/provider-azurerm/lib/postgresql-flexible-server-configuration';
import { postgresqlFlexibleServer } from '../controls/postgresql-flexible-server';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type PostgresqlFlexibleServerConfigurationConfig =
  Hardened<provider.PostgresqlFlexibleServerConfigurationConfig>;

const controls = companionControls(
  postgresqlFlexibleServer,
  provider.PostgresqlFlexibleServerConfiguration.tfResourceType,
);

/** The provider's postgresql flexible server configuration with what the caller left out set as the controls want it. */
export class PostgresqlFlexibleServerConfiguration extends Hardening(
  provider.PostgresqlFlexibleServerConfiguration,
  controls,
) {}
