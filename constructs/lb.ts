import * as provider from '@cdktf/provider-azurerm/lib/lb';
import { skus } from '../controls/skus';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type LbConfig = Hardened<provider.LbConfig>;

/** The provider's lb with what the caller left out set as the controls want it. */
export class Lb extends Hardening(provider.Lb, skus) {}
