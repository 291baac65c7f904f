import { absent, atLeast, orAbsent, such } from './control';
import { isList, type Value } from './value';
import { anyApp, app, oldWebApp, RESTART, type Words, webApp } from './web-app-types';

const isListed = (origins: Value) =>
  isList(origins) && origins.every((origin) => typeof origin === 'string' && origin !== '*');

const LOGS = 'A new logs block owns all settings of logs: those set outside Terraform are reset. Read the plan.';

const detailedErrors: Words = {
  title: 'Web apps keep the pages of their errors',
  why: 'After an attack the pages show which requests failed, and how.',
  severity: 'low',
  level: 2,
  cis: {},
  fix: {
    impact: 'disruptive',
    consequences: ['Pages of errors, which can hold data of requests, are kept on the disk of the app.', LOGS, RESTART],
    restores: 'yes',
  },
  aliases: { checkov: ['CKV_AZURE_65'] },
};
const requestTracing: Words = {
  title: 'Web apps trace requests that fail',
  why: 'A trace shows which part of the server refused a request or broke under it.',
  severity: 'low',
  level: 2,
  cis: {},
  fix: {
    impact: 'disruptive',
    consequences: ['Traces of failed requests are kept on the disk of the app, which has little room.', LOGS, RESTART],
    restores: 'yes',
  },
  aliases: { checkov: ['CKV_AZURE_66'] },
};

const logsOnDisk: Words = {
  title: 'Web apps keep the log of the last requests on their own disk',
  why: 'It is there without anything else, for whoever looks into an incident on the same day.',
  severity: 'low',
  level: 2,
  onRequest:
    'Log Analytics keeps requests longer (web-app-http-logs); a scanner that knows the app alone does not see it.',
  cis: {},
  fix: {
    impact: 'disruptive',
    consequences: [
      'Addresses and query strings of visitors are kept on the disk of the app, 35 MB of them for a week at most.',
      LOGS,
      RESTART,
    ],
    restores: 'yes',
  },
  aliases: {
    checkov: [{ rule: 'CKV_AZURE_63', differs: 'Does not see the diagnostic setting that CIS 6.1.6 asks for.' }],
  },
};
/** Both are required where one is there; 0 days are for ever, until the disk is full. */
const ON_DISK = { httpLogs: { fileSystem: { retentionInDays: atLeast(7, { or: 0 }), retentionInMb: atLeast(35) } } };

/** What scanners ask of web and function apps beyond the benchmark. */
export const webAppHardening = [
  anyApp({
    id: 'web-app-cors',
    title: 'No web or function app lets scripts of every origin call it',
    why: 'With "*" any page that a user opens can read what the app answers to that user.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: {
      siteConfig: {
        cors: {
          allowedOrigins: orAbsent(such('origins without "*"', isListed)),
        },
      },
    },
    fix: {
      impact: 'disruptive',
      consequences: ['Pages of origins that are not listed can no longer call the app.', RESTART],
      advice: 'Find out which pages call the app, and list their origins in cors.allowed_origins in place of "*".',
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_57', { rule: 'CKV_AZURE_62', differs: 'Reads the older azurerm_function_app only.' }],
    },
  }),
  app({
    id: 'web-app-no-public-network',
    title: 'Web and function apps that are not for the public are closed to public networks',
    why: 'An app for a few is still found, tried and scanned by everybody who can reach it.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: ['Only private endpoints reach the app and its SCM site afterwards, pipelines included.'],
      advice:
        'If the app is not for the public, give it a private endpoint, let pipelines and clients come through the network, and then set public_network_access_enabled = false. If it is, except it.',
      restores: 'yes',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_222', differs: 'Looks at web apps.' },
        { rule: 'CKV_AZURE_221', differs: 'Looks at function apps and their slots.' },
      ],
    },
  }),
  webApp({ ...detailedErrors, id: 'web-app-detailed-errors', want: { logs: { detailedErrorMessages: true } } }),
  oldWebApp({
    ...detailedErrors,
    id: 'app-service-detailed-errors',
    want: { logs: { detailedErrorMessagesEnabled: true } },
  }),
  webApp({
    ...logsOnDisk,
    id: 'web-app-http-logs-on-disk',
    when: { logs: { httpLogs: { azureBlobStorage: absent() } } },
    want: { logs: ON_DISK },
  }),
  oldWebApp({
    ...logsOnDisk,
    id: 'app-service-http-logs-on-disk',
    when: { logs: { httpLogs: { azureBlobStorage: absent() } } },
    want: { logs: ON_DISK },
  }),
  webApp({ ...requestTracing, id: 'web-app-request-tracing', want: { logs: { failedRequestTracing: true } } }),
  oldWebApp({
    ...requestTracing,
    id: 'app-service-request-tracing',
    want: { logs: { failedRequestTracingEnabled: true } },
  }),
];
