import { Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const ITS_OWNER = 'only its owner can tell whether the app runs on another version: advice';

const UNKNOWN = new Unknown('the test');
const plan = (name: string, sku_name: string | Unknown) => ({
  address: `azurerm_service_plan.${name}`,
  type: 'azurerm_service_plan',
  attributes: { sku_name },
});
const on = (name: string) => ({ service_plan_id: new Reference(`azurerm_service_plan.${name}`, ['id']) });
const OFF = { site_config: { always_on: false } };

export const webAppRequests: Review = {
  notControls: {
    'checkov CKV_AZURE_88': 'what an app mounts follows from what it does: a share that it does not need helps nobody',
  },
  left: {
    'fixtures/app-service-dotnet-version ': ITS_OWNER,
    'fixtures/web-app-dotnet-version ': ITS_OWNER,
    'fixtures/function-app-builtin-logging ': 'whoever logs elsewhere leaves it off: advice',
    'fixtures/web-app-client-certificates azurerm_windows_function_app.fail_function_false':
      'the mode that is named would cut off every client as soon as it counts',
    'fixtures/app-service-health-check azurerm_app_service.fail_no_site_config':
      'a new site_config block would decide more than this',
  },
  bad: {
    'site_config.application_stack.dotnet_version': ['v6.0', '7.0', 'v9.0', '8.0'],
    'site_config.dotnet_framework_version': ['v5.0', 'v6.0'],
  },
  coded: {
    'web-app-client-certificates': {
      type: 'azurerm_linux_web_app',
      yes: [
        { client_certificate_enabled: true },
        { client_certificate_enabled: 'true', client_certificate_mode: 'Optional' },
        { client_certificate_enabled: true, client_certificate_mode: UNKNOWN },
      ],
      no: [
        {},
        { client_certificate_enabled: false },
        { client_certificate_enabled: null, client_certificate_mode: 'Required' },
        { client_cert_enabled: true },
      ],
      unknown: [{ client_certificate_enabled: UNKNOWN }],
    },
    'web-app-client-certificates of an older app': {
      type: 'azurerm_app_service',
      yes: [{ client_cert_enabled: true }],
      no: [{}, { client_cert_mode: 'Required' }, { client_certificate_enabled: true }],
      unknown: [{ client_cert_enabled: UNKNOWN }],
    },
    'web-app-client-certificates of an older function app': {
      type: 'azurerm_function_app',
      yes: [{ client_cert_mode: 'Required' }, { client_cert_mode: 'Optional' }, { client_cert_mode: UNKNOWN }],
      no: [{}, { client_cert_mode: null }],
    },
    'web-app-always-on': {
      type: 'azurerm_windows_web_app',
      around: [plan('main', 'B1'), plan('unclear', UNKNOWN)],
      yes: [{ site_config: {} }, { ...on('nowhere'), site_config: { always_on: 'true' } }],
      no: [{ ...on('main'), ...OFF }],
      unknown: [
        OFF,
        { ...on('nowhere'), ...OFF },
        { ...on('unclear'), ...OFF },
        { service_plan_id: '/subscriptions/0/serverFarms/main', ...OFF },
        { ...on('main'), site_config: { always_on: UNKNOWN } },
      ],
    },
  },
  answers: { clientCertificateMode: 'Optional', webAppHealthCheckPath: '/healthz' },
  unanswered: ['fixtures/web-app-client-certificates'],
};
