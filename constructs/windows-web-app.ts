import * as provider from '@cdktf/provider-azurerm/lib/windows-web-app';
import { webApp } from '../controls/web-app';
import { webAppHardening } from '../controls/web-app-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type WindowsWebAppConfig = Hardened<provider.WindowsWebAppConfig>;

/** The provider's windows web app with what the caller left out set as the controls want it. */
export class WindowsWebApp extends Hardening(provider.WindowsWebApp, [...webAppHardening, ...webApp]) {}
