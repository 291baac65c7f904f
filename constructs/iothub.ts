import * as provider from '@cdktf/provider-azurerm/lib/iothub';
import { iot } from '../controls/iot';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type IothubConfig = Hardened<provider.IothubConfig>;

/** The provider's iothub with what the caller left out set as the controls want it. */
export class Iothub extends Hardening(provider.Iothub, iot) {}
