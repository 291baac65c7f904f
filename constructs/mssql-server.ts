import * as provider from '@cdktf/provider-azurerm/lib/mssql-server';
import { mssqlServer } from '../controls/mssql-server';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type MssqlServerConfig = Hardened<provider.MssqlServerConfig>;

/** The provider's mssql server with what the caller left out set as the controls want it. */
export class MssqlServer extends Hardening(provider.MssqlServer, mssqlServer) {}
