import * as provider from '@cdktf/provider-azurerm/lib/windows-function-app';
import { webApp } from '../controls/web-app';
import { webAppHardening } from '../controls/web-app-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type WindowsFunctionAppConfig = Hardened<provider.WindowsFunctionAppConfig>;

/** The provider's windows function app with what the caller left out set as the controls want it. */
export class WindowsFunctionApp extends Hardening(provider.WindowsFunctionApp, [...webAppHardening, ...webApp]) {}
