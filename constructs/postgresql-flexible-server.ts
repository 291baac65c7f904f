import * as provider from '@cdktf/provider-azurerm/lib/postgresql-flexible-server';
import { postgresqlFlexibleServer } from '../controls/postgresql-flexible-server';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type PostgresqlFlexibleServerConfig = Hardened<provider.PostgresqlFlexibleServerConfig>;

/** The provider's postgresql flexible server with what the caller left out set as the controls want it. */
export class PostgresqlFlexibleServer extends Hardening(provider.PostgresqlFlexibleServer, postgresqlFlexibleServer) {}
