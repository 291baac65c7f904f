import type { AppServiceConfig } from '@cdktf/provider-azurerm/lib/app-service';
import type { AppServiceSlotConfig } from '@cdktf/provider-azurerm/lib/app-service-slot';
import type { FunctionAppConfig } from '@cdktf/provider-azurerm/lib/function-app';
import type { FunctionAppSlotConfig } from '@cdktf/provider-azurerm/lib/function-app-slot';
import type { LinuxFunctionAppConfig } from '@cdktf/provider-azurerm/lib/linux-function-app';
import type { LinuxFunctionAppSlotConfig } from '@cdktf/provider-azurerm/lib/linux-function-app-slot';
import type { LinuxWebAppConfig } from '@cdktf/provider-azurerm/lib/linux-web-app';
import type { LinuxWebAppSlotConfig } from '@cdktf/provider-azurerm/lib/linux-web-app-slot';
import type { WindowsFunctionAppConfig } from '@cdktf/provider-azurerm/lib/windows-function-app';
import type { WindowsFunctionAppSlotConfig } from '@cdktf/provider-azurerm/lib/windows-function-app-slot';
import type { WindowsWebAppConfig } from '@cdktf/provider-azurerm/lib/windows-web-app';
import type { WindowsWebAppSlotConfig } from '@cdktf/provider-azurerm/lib/windows-web-app-slot';
import { type AttributeControl, controlsFor, type ResourceType } from './control';

/** What controls on different resource types have in common where the types call a setting otherwise. */
export type Words = Omit<AttributeControl<object>, 'id' | 'when' | 'want' | 'companions'>;

// A slot is an app of its own beside another: it has the same settings, and its own address.
type LinuxWeb = LinuxWebAppConfig | LinuxWebAppSlotConfig;
type WindowsWeb = WindowsWebAppConfig | WindowsWebAppSlotConfig;
type LinuxFunction = LinuxFunctionAppConfig | LinuxFunctionAppSlotConfig;
type WindowsFunction = WindowsFunctionAppConfig | WindowsFunctionAppSlotConfig;
type Web = LinuxWeb | WindowsWeb;
/** Function apps are sites of App Service like any other, with the same settings. */
type App = Web | LinuxFunction | WindowsFunction;
// Deprecated in azurerm 4.x, gone in 5.x.
type OldWeb = AppServiceConfig | AppServiceSlotConfig;
type OldApp = OldWeb | FunctionAppConfig | FunctionAppSlotConfig;

const withSlot = (type: ResourceType): readonly ResourceType[] => [type, `${type}_slot`];
const LINUX_WEB = withSlot('azurerm_linux_web_app');
const WEB = [...LINUX_WEB, ...withSlot('azurerm_windows_web_app')];
const LINUX_FUNCTION = withSlot('azurerm_linux_function_app');
const APP = [...WEB, ...LINUX_FUNCTION, ...withSlot('azurerm_windows_function_app')];
const OLD_WEB = withSlot('azurerm_app_service');
const OLD_APP = [...OLD_WEB, ...withSlot('azurerm_function_app')];

export const webApp = controlsFor<Web>(...WEB);
export const linuxApp = controlsFor<LinuxWeb | LinuxFunction>(...LINUX_WEB, ...LINUX_FUNCTION);
export const app = controlsFor<App>(...APP);
export const appOrOldWeb = controlsFor<App | OldWeb>(...APP, ...OLD_WEB);
export const anyApp = controlsFor<App | OldApp>(...APP, ...OLD_APP);
export const oldWebApp = controlsFor<OldWeb>(...OLD_WEB);
export const oldApp = controlsFor<OldApp>(...OLD_APP);

export const oldFunction = controlsFor<FunctionAppConfig | FunctionAppSlotConfig>(...withSlot('azurerm_function_app'));
/** The older types call it otherwise, and their slots do not have it. */
export const appWithCertificates = controlsFor<object>(...APP, 'azurerm_app_service', 'azurerm_function_app');

export const RESTART = 'Azure restarts the app when its configuration changes: requests in flight can fail.';
