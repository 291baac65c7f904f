import * as provider from '@cdktf/provider-azurerm/lib/mssql-server-extended-auditing-policy';
import { mssqlServer } from '../controls/mssql-server';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type MssqlServerExtendedAuditingPolicyConfig = Hardened<provider.MssqlServerExtendedAuditingPolicyConfig>;

const controls = companionControls(mssqlServer, provider.MssqlServerExtendedAuditingPolicy.tfResourceType);

/** The provider's mssql server extended auditing policy with what the caller left out set as the controls want it. */
export class MssqlServerExtendedAuditingPolicy extends Hardening(
  provider.MssqlServerExtendedAuditingPolicy,
  controls,
) {}
