import * as provider from '@cdktf/provider-azurerm/lib/monitor-activity-log-alert';
import { activityLogAlerts } from '../controls/activity-log-alerts';
import { serviceHealthAlert } from '../controls/service-health-alert';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type MonitorActivityLogAlertConfig = Hardened<provider.MonitorActivityLogAlertConfig>;

/** The provider's monitor activity log alert with what the caller left out set as the controls want it. */
export class MonitorActivityLogAlert extends Hardening(provider.MonitorActivityLogAlert, [
  ...activityLogAlerts,
  ...serviceHealthAlert,
]) {}
