import type {
  MonitorDiagnosticSettingConfig,
  MonitorDiagnosticSettingEnabledLog,
} from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import { blocks, controlsFor, such } from './control';
import { WHOLE_SUBSCRIPTION } from './subscription';
import { isList, isObject } from './value';

const control = controlsFor<MonitorDiagnosticSettingConfig>('azurerm_monitor_diagnostic_setting');

type Logs = MonitorDiagnosticSettingEnabledLog[];
const CATEGORIES = ['Administrative', 'Alert', 'Policy', 'Security'];

/** A diagnostic setting of a subscription exports its activity log. */
const ofSubscription = {
  scope: 'subscription',
  required: true,
  level: 1,
  severity: 'high',
  when: { targetResourceId: WHOLE_SUBSCRIPTION },
  fix: {
    impact: 'in-place',
    consequences: ['Operations in the subscription are kept where the setting sends them, with names and addresses.'],
    cost: 'The activity log is free in Log Analytics; a storage account or an event hub bills what it takes in.',
    restores: 'yes',
  },
} as const;

/** CIS 6.1.1 and 6.1.2. */
export const activityLog = [
  control({
    ...ofSubscription,
    id: 'activity-log-export',
    title: 'The activity log of the subscription is exported',
    why: 'Azure keeps it for 90 days; most intrusions are found later than that.',
    cis: { 'v3.0.0': '6.1.1' },
    // Without a destination azurerm refuses the setting; with metrics only it is accepted, and no log leaves.
    want: {
      enabledLog: such(
        'at least one enabled_log',
        (logs) => isList(logs) && logs.some(isObject),
        CATEGORIES.map((category) => ({ category })),
      ),
    },
    aliases: {
      kics: [
        { rule: '50f32d3c-096e-406a-bb26-71b3c91c11c0', differs: 'One query for the logs of 24 types of resources.' },
      ],
      prowler: ['monitor_diagnostic_settings_exists'],
      'azure-policy': ['2465583e-4e78-4c15-b6be-a36cbc7c8b0f'],
      powerpipe: ['cis_v300_6_1_1'],
    },
  }),
  control({
    ...ofSubscription,
    id: 'activity-log-categories',
    title: 'The exported activity log holds what administrators, policies and alerts did',
    why: 'An export without these categories misses just what an investigation asks first: who changed what.',
    cis: { 'v3.0.0': '6.1.2' },
    want: {
      enabledLog: blocks<Logs>(
        ...CATEGORIES.map((category): Record<string, string>[] => [{ category }, { category_group: 'allLogs' }]),
      ),
    },
    aliases: {
      kics: [{ rule: '21fa1872-47b3-46ec-9775-f41e85d80cb4', differs: 'Any category passes.' }],
      prowler: ['monitor_diagnostic_setting_with_appropriate_categories'],
      powerpipe: ['cis_v300_6_1_2', 'monitor_diagnostic_settings_captures_proper_categories'],
    },
  }),
];
