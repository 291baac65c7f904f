import type { ApplicationInsightsConfig } from '@cdktf/provider-azurerm/lib/application-insights';
import { WORKSPACE } from './asks';
import { controlsFor, present } from './control';

const control = controlsFor<ApplicationInsightsConfig>('azurerm_application_insights');

/** CIS 6.3.1. */
export const applicationInsights = [
  control({
    id: 'application-insights-workspace',
    title: 'Application Insights keeps what it collects in a workspace of yours',
    why: 'Telemetry of applications is read together with the logs of the platform, or half of the story is missing.',
    severity: 'low',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '6.3.1' },
    want: { workspaceId: present(WORKSPACE) },
    fix: {
      impact: 'irreversible',
      consequences: [
        'It cannot be taken back to no workspace.',
        'What was collected before stays where it was; dashboards and alerts on it have to follow.',
      ],
      cost: 'Log Analytics bills each gigabyte that is ingested.',
      restores: 'no',
    },
    aliases: { prowler: ['appinsights_ensure_is_configured'], powerpipe: ['cis_v300_6_3_1'] },
  }),
];
