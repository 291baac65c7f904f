import * as provider from '@cdktf/provider-azurerm/lib/log-analytics-workspace';
import { managementLock } from '../controls/management-lock';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type LogAnalyticsWorkspaceConfig = Hardened<provider.LogAnalyticsWorkspaceConfig>;

/** The provider's log analytics workspace with what the caller left out set as the controls want it. */
export class LogAnalyticsWorkspace extends Hardening(provider.LogAnalyticsWorkspace, managementLock) {}
