import * as provider from '@cdktf/provider-azurerm/lib/linux-function-app-slot';
import { webApp } from '../controls/web-app';
import { webAppHardening } from '../controls/web-app-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type LinuxFunctionAppSlotConfig = Hardened<provider.LinuxFunctionAppSlotConfig>;

/** The provider's linux function app slot with what the caller left out set as the controls want it. */
export class LinuxFunctionAppSlot extends Hardening(provider.LinuxFunctionAppSlot, [...webAppHardening, ...webApp]) {}
