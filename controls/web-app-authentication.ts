import { accepts, expectedText } from './accept';
import type { Accept } from './control';
import { read } from './reading';
import type { Surroundings } from './surroundings';
import { type Resource, Unknown } from './value';
import { app, oldApp, type Words } from './web-app-types';

const ON: Accept = { in: [true] };

/** The newer block or the older one: an app has one of them, and either switch will do. */
function authentication(resource: Resource, { version }: Surroundings) {
  const found = [
    ['auth_settings_v2', 'auth_enabled'],
    ['auth_settings', 'enabled'],
  ].map((path) => read(resource, path, version));
  const answers = found.map(({ value }) => accepts(ON, value));
  if (answers.includes(true)) return [];
  const unclear = answers.find((answer) => answer instanceof Unknown);
  if (unclear instanceof Unknown) return unclear;
  const [{ path, value }] = found;
  return [{ path, found: value, expected: expectedText(ON) }];
}

const signIn = {
  title: 'App Service signs users in before a request reaches the code of an app',
  why: 'What the platform turns away cannot reach a gap in the code.',
  severity: 'medium',
  level: 2,
  cis: { 'v3.0.0': '9.2' },
  fix: {
    impact: 'disruptive',
    consequences: ['Visitors, webhooks and health probes without a token are sent away or to a sign-in page.'],
    restores: 'yes',
  },
  aliases: {
    checkov: [
      { rule: 'CKV_AZURE_13', differs: 'Knows only the older auth_settings block.' },
      { rule: 'CKV_AZURE_56', differs: 'Knows only the older auth_settings block, of azurerm_function_app.' },
    ],
    trivy: [
      { rule: 'AZU-0003', differs: 'Knows only the older auth_settings block.' },
      { rule: 'azure-appservice-authentication-enabled', differs: 'Knows only the older auth_settings block.' },
    ],
    kics: [
      'c7fc1481-2899-4490-bbd8-544a3a61a2f3',
      {
        rule: 'e65a0733-94a0-4826-82f4-df529f4c593f',
        differs: 'Knows only the older auth_settings block, of azurerm_function_app.',
      },
    ],
    prowler: ['app_ensure_auth_is_set_up'],
    'azure-policy': ['95bccee9-a7f8-4bec-9ee9-62c3473701fc', 'c75248c1-ea1d-4a9c-8fc9-29a6aabd5da8'],
    powerpipe: ['cis_v300_9_2', 'appservice_authentication_enabled'],
  },
} satisfies Words;

/** Who may use an app and who may publish to it, CIS 9.2 and 9.6. */
export const webAppAuthentication = [
  app({
    ...signIn,
    id: 'web-app-authentication',
    inspect: authentication,
    fix: {
      ...signIn.fix,
      advice:
        'Register the app with an identity provider, name it in auth_settings_v2 (active_directory_v2 and login), exclude the paths that must stay open, and only then set auth_enabled = true.',
    },
  }),
  oldApp({
    ...signIn,
    id: 'app-service-authentication',
    want: { authSettings: { enabled: true } },
    fix: {
      ...signIn.fix,
      advice:
        'Register the app with an identity provider, name it in auth_settings (active_directory and default_provider), and only then set enabled = true. The block excludes no paths: where some must stay open, move the app to a newer resource type first.',
    },
  }),
  app({
    id: 'web-app-no-basic-publishing',
    title: 'Nobody publishes to an app with a user name and a password',
    why: 'The publishing password replaces the code, knows no second factor and belongs to nobody.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '9.6' },
    want: { ftpPublishBasicAuthenticationEnabled: false, webdeployPublishBasicAuthenticationEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'FTP and FTPS stop working, and so does publishing with a publish profile: pipelines have to sign in with an identity.',
        'Terraform itself can no longer publish zip_deploy_file.',
        'Local Git and the tools of the SCM site accept directory accounts only.',
      ],
      restores: 'yes',
    },
    aliases: {
      'azure-policy': ['871b205b-57cf-4e1e-a234-492616998bf7', 'aede300b-d67f-480a-ae26-4b3dfb1a1fdc'],
      powerpipe: ['cis_v300_9_6'],
    },
  }),
];
