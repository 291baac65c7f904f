import type { LinuxWebAppConfig } from '@cdktf/provider-azurerm/lib/linux-web-app';
import type { MonitorDiagnosticSettingConfig } from '@cdktf/provider-azurerm/lib/monitor-diagnostic-setting';
import type { WindowsWebAppConfig } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { WORKSPACE } from './asks';
import { blocks, companion, controlsFor, such } from './control';
import { isAbsent, isObject } from './value';

const control = controlsFor<LinuxWebAppConfig | WindowsWebAppConfig>(
  'azurerm_linux_web_app',
  'azurerm_windows_web_app',
);

/** CIS 6.1.6. */
export const webAppLogging = [
  control({
    id: 'web-app-http-logs',
    title: 'Web apps log the requests they serve',
    why: 'The requests before an incident tell how the attacker came in and what else was tried.',
    severity: 'low',
    level: 2,
    cis: { 'v3.0.0': '6.1.6' },
    // Inside the app or sent elsewhere; a new one is sent elsewhere, where it is kept longer than the app's disk does.
    want: {
      logs: {
        httpLogs: such(
          'a block that says where they are kept',
          (block) => isObject(block) && [block.file_system, block.azure_blob_storage].some((each) => !isAbsent(each)),
        ),
      },
    },
    companions: [
      companion<MonitorDiagnosticSettingConfig>('azurerm_monitor_diagnostic_setting', {
        refersBy: 'target_resource_id',
        want: { enabledLog: blocks([{ category: 'AppServiceHTTPLogs' }, { category_group: 'allLogs' }]) },
        add: { label: 'http-logs', attributes: { name: 'http-logs', log_analytics_workspace_id: WORKSPACE } },
      }),
    ],
    fix: {
      impact: 'in-place',
      consequences: ['Addresses and query strings of visitors are kept in the workspace: they may be personal data.'],
      cost: 'Log Analytics bills each gigabyte that is ingested.',
      restores: 'yes',
    },
    aliases: {
      prowler: [{ rule: 'app_http_logs_enabled', differs: 'Knows diagnostic settings only, not the logs of the app.' }],
      'azure-policy': ['91a78b24-f231-4a8a-8da9-02c35b2b6510'],
      defender: ['40394a2c-60fb-7cc5-1944-065772e94f05'],
      powerpipe: ['cis_v300_6_1_6', 'appservice_web_app_diagnostic_log_category_http_log_enabled'],
    },
  }),
];
