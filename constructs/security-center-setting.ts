import * as provider from '@cdktf/provider-azurerm/lib/security-center-setting';
import { defenderSettings } from '../controls/defender-settings';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type SecurityCenterSettingConfig = Hardened<provider.SecurityCenterSettingConfig>;

/** The provider's security center setting with what the caller left out set as the controls want it. */
export class SecurityCenterSetting extends Hardening(provider.SecurityCenterSetting, defenderSettings) {}
