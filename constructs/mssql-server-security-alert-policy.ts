import * as provider from '@cdktf/provider-azurerm/lib/mssql-server-security-alert-policy';
import { mssqlServer } from '../controls/mssql-server';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type MssqlServerSecurityAlertPolicyConfig = Hardened<provider.MssqlServerSecurityAlertPolicyConfig>;

/** The provider's mssql server security alert policy with what the caller left out set as the controls want it. */
export class MssqlServerSecurityAlertPolicy extends Hardening(provider.MssqlServerSecurityAlertPolicy, mssqlServer) {}
