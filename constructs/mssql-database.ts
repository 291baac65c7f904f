import * as provider from '@cdktf/provider-azurerm/lib/mssql-database';
import { mssqlDatabase } from '../controls/mssql-database';
import { skus } from '../controls/skus';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type MssqlDatabaseConfig = Hardened<provider.MssqlDatabaseConfig>;

/** The provider's mssql database with what the caller left out set as the controls want it. */
export class MssqlDatabase extends Hardening(provider.MssqlDatabase, [...mssqlDatabase, ...skus]) {}
