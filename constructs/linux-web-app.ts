import * as provider from '@cdktf/provider-azurerm/lib/linux-web-app';
import { webApp } from '../controls/web-app';
import { webAppHardening } from '../controls/web-app-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type LinuxWebAppConfig = Hardened<provider.LinuxWebAppConfig>;

/** The provider's linux web app with what the caller left out set as the controls want it. */
export class LinuxWebApp extends Hardening(provider.LinuxWebApp, [...webAppHardening, ...webApp]) {}
