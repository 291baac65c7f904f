import * as provider from '@cdktf/provider-azurerm/lib/linux-web-app-slot';
import { webApp } from '../controls/web-app';
import { webAppHardening } from '../controls/web-app-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type LinuxWebAppSlotConfig = Hardened<provider.LinuxWebAppSlotConfig>;

/** The provider's linux web app slot with what the caller left out set as the controls want it. */
export class LinuxWebAppSlot extends Hardening(provider.LinuxWebAppSlot, [...webAppHardening, ...webApp]) {}
