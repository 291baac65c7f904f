import * as provider from '@cdktf/provider-azurerm/lib/mssql-server-transparent-data-encryption';
import { mssqlServer } from '../controls/mssql-server';
import { companionControls, type Hardened } from './hardened';
import { Hardening } from './hardening';

export type MssqlServerTransparentDataEncryptionConfig = Hardened<provider.MssqlServerTransparentDataEncryptionConfig>;

const controls = companionControls(mssqlServer, provider.MssqlServerTransparentDataEncryption.tfResourceType);

/** The provider's mssql server transparent data encryption with what the caller left out set as the controls want it. */
export class MssqlServerTransparentDataEncryption extends Hardening(
  provider.MssqlServerTransparentDataEncryption,
  controls,
) {}
