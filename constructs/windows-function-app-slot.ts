import * as provider from '@cdktf/provider-azurerm/lib/windows-function-app-slot';
import { webApp } from '../controls/web-app';
import { webAppHardening } from '../controls/web-app-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type WindowsFunctionAppSlotConfig = Hardened<provider.WindowsFunctionAppSlotConfig>;

/** The provider's windows function app slot with what the caller left out set as the controls want it. */
export class WindowsFunctionAppSlot extends Hardening(provider.WindowsFunctionAppSlot, [
  ...webAppHardening,
  ...webApp,
]) {}
