import * as provider from '@cdktf/provider-azurerm/lib/linux-function-app';
import { webApp } from '../controls/web-app';
import { webAppHardening } from '../controls/web-app-hardening';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type LinuxFunctionAppConfig = Hardened<provider.LinuxFunctionAppConfig>;

/** The provider's linux function app with what the caller left out set as the controls want it. */
export class LinuxFunctionApp extends Hardening(provider.LinuxFunctionApp, [...webAppHardening, ...webApp]) {}
