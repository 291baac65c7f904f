import * as provider from '@cdktf/provider-azurerm/lib/windows-web-app-slot';
import { webApp } from '../controls/web-app';
import { webAppHardening } from '../controls/web-app-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type WindowsWebAppSlotConfig = Hardened<provider.WindowsWebAppSlotConfig>;

/** The provider's windows web app slot with what the caller left out set as the controls want it. */
export class WindowsWebAppSlot extends Hardening(provider.WindowsWebAppSlot, [...webAppHardening, ...webApp]) {}
