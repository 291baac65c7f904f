import * as provider from '@cdktf/provider-azurerm/lib/mysql-flexible-server';
import { mysqlFlexibleServer } from '../controls/mysql-flexible-server';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type MysqlFlexibleServerConfig = Hardened<provider.MysqlFlexibleServerConfig>;

/** The provider's mysql flexible server with what the caller left out set as the controls want it. */
export class MysqlFlexibleServer extends Hardening(provider.MysqlFlexibleServer, mysqlFlexibleServer) {}
