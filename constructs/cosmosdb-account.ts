import * as provider from '@cdktf/provider-azurerm/lib/cosmosdb-account';
import { cosmosdbAccount } from '../controls/cosmosdb-account';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type CosmosdbAccountConfig = Hardened<provider.CosmosdbAccountConfig>;

/** The provider's cosmosdb account with what the caller left out set as the controls want it. */
export class CosmosdbAccount extends Hardening(provider.CosmosdbAccount, cosmosdbAccount) {}
