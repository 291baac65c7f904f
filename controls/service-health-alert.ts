import type { MonitorActivityLogAlertConfig } from '@cdktf/provider-azurerm/lib/monitor-activity-log-alert';
import { TELLS, UNFILTERED, WHOLE } from './activity-log-alerts';
import { ALERT_GROUP } from './asks';
import { controlsFor, type Expectation } from './control';

const control = controlsFor<MonitorActivityLogAlertConfig>('azurerm_monitor_activity_log_alert');

/** A fix adds it to a list that lacks it; without a list every event is told. */
const INCIDENTS: Expectation<string[]> = { accept: { includes: ['Incident'] }, orAbsent: true };

/** What CIS asks for from version 4.0 on, as its eleventh alert. */
export const serviceHealthAlert = [
  control({
    id: 'alert-service-health',
    title: 'Somebody is told when Azure itself has an incident',
    why: 'Who knows that the platform fails looks for the fault in the right place, and hears of breaches at Microsoft.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    required: true,
    cis: {},
    when: { criteria: { category: 'ServiceHealth' } },
    // Services and regions may be left out: those that nobody uses only make noise.
    want: { ...WHOLE, criteria: { ...UNFILTERED, serviceHealth: { events: INCIDENTS } }, ...TELLS },
    asks: [ALERT_GROUP],
    fix: {
      impact: 'in-place',
      consequences: ['The action group is notified of every incident in the services and regions of the alert.'],
      restores: 'yes',
    },
    aliases: { kics: ['f677bd92-3922-4e75-8f0c-2c0f8fbc9609'] },
  }),
];
