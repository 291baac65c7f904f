import type { LinuxWebAppConfig } from '@cdktf/provider-azurerm/lib/linux-web-app';
import type { WindowsWebAppConfig } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { accepts, expectedText } from './accept';
import { type Accept, type Ask, atLeast, controlsFor, orAbsent, present, such } from './control';
import { read } from './reading';
import type { Surroundings } from './surroundings';
import { Reference, type Resource, Unknown, type Value } from './value';
import { webAppCertificates } from './web-app-certificates';
import { SUPPORTED_DOTNET, upgrade } from './web-app-runtime';
import { oldFunction, oldWebApp, RESTART, type Words, webApp } from './web-app-types';

const ON: Accept = { in: [true] };
/** Plans on which Azure unloads apps, and refuses to be told not to. */
const UNLOADING = /^(F1|D1|SHARED|Y1|FC1)$/i;

/** The size of the plan that an app runs on, where the code has the plan. */
function planSize({ attributes }: Resource, around: Surroundings): Value | undefined {
  const { service_plan_id: id } = attributes;
  const plans = id instanceof Reference ? around.ofType('azurerm_service_plan') : [];
  return plans.find(({ address }) => id instanceof Reference && address === id.address)?.attributes.sku_name;
}

function alwaysOn(resource: Resource, around: Surroundings) {
  const { path, value } = read(resource, ['site_config', 'always_on'], around.version);
  const answer = accepts(ON, value);
  if (answer instanceof Unknown) return answer;
  if (answer) return [];
  if (typeof planSize(resource, around) !== 'string')
    return new Unknown('the plan is not in the code: a Free or Shared one refuses always_on');
  return [{ path, found: value, expected: expectedText(ON), set: true }];
}

const HEALTH_CHECK: Ask = {
  parameter: 'webAppHealthCheckPath',
  question: 'Which path of a web app answers with 200, without signing in, as long as the app is well?',
  type: 'string',
};
const healthCheck: Words = {
  title: 'App Service looks whether the instances of a web app are well',
  why: 'An instance that hangs keeps getting requests until somebody notices.',
  severity: 'low',
  level: 2,
  onRequest: 'It keeps an app available rather than safe, and the app has to have such a path.',
  cis: {},
  fix: {
    impact: 'disruptive',
    consequences: [
      'Instances that do not answer there with 200 get no more requests and are replaced: try the path on every app first.',
      RESTART,
    ],
    restores: 'yes',
  },
  aliases: { checkov: ['CKV_AZURE_213'] },
};

const isSupported = (version: Value): boolean => SUPPORTED_DOTNET.includes(String(version));
const supported = such<string>('a supported version of .NET: 10.0, or the .NET Framework', isSupported);
const dotnet: Omit<Words, 'fix'> = {
  title: 'Web apps in .NET run on a version that is still mended',
  why: 'Gaps in a version of .NET that has reached its end are published and stay open.',
  severity: 'low',
  level: 2,
  onRequest: 'The benchmark names other languages only, and code has to be built for the version it runs on.',
  cis: {},
  aliases: {
    checkov: [
      {
        rule: 'CKV_AZURE_80',
        differs: 'Takes 8.0 and 9.0, which end in November 2026, fails the .NET Framework, and leaves Linux out.',
      },
    ],
  },
};

/** What scanners ask of web and function apps that only their owner can decide. */
export const webAppRequests = [
  ...webAppCertificates,
  controlsFor<LinuxWebAppConfig | WindowsWebAppConfig>(
    'azurerm_linux_web_app',
    'azurerm_windows_web_app',
  )({
    id: 'web-app-always-on',
    title: 'Web apps stay loaded when nobody calls them',
    why: 'An app that was unloaded runs no jobs and keeps its next visitor waiting.',
    severity: 'low',
    level: 2,
    onRequest: 'It keeps an app fast rather than safe, and Free and Shared plans do not have it.',
    cis: {},
    about: (resource, around) => !UNLOADING.test(String(planSize(resource, around))),
    inspect: alwaysOn,
    fix: {
      impact: 'disruptive',
      consequences: [
        'The app uses memory of its plan day and night, and its timers and jobs no longer pause.',
        RESTART,
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_214'] },
  }),
  webApp({
    ...healthCheck,
    id: 'web-app-health-check',
    // azurerm takes the path only together with the minutes.
    want: {
      siteConfig: {
        healthCheckPath: present(HEALTH_CHECK),
        healthCheckEvictionTimeInMin: atLeast(2, { set: 10 }),
      },
    },
  }),
  oldWebApp({
    ...healthCheck,
    id: 'app-service-health-check',
    want: { siteConfig: { healthCheckPath: present(HEALTH_CHECK) } },
  }),
  webApp({
    ...dotnet,
    id: 'web-app-dotnet-version',
    when: { siteConfig: { applicationStack: { dotnetVersion: present() } } },
    want: { siteConfig: { applicationStack: { dotnetVersion: supported } } },
    fix: upgrade('.NET', 'dotnet_version'),
  }),
  oldWebApp({
    ...dotnet,
    id: 'app-service-dotnet-version',
    want: { siteConfig: { dotnetFrameworkVersion: orAbsent(supported) } },
    fix: upgrade(
      '.NET',
      'dotnet_framework_version',
      ' azurerm_app_service takes none that is supported but the .NET Framework: move the app to azurerm_windows_web_app first.',
    ),
  }),
  oldFunction({
    id: 'function-app-builtin-logging',
    title: 'Function apps of the older kind log into their storage account',
    why: 'Without any log nobody can tell what called a function and what it did.',
    severity: 'low',
    level: 2,
    onRequest: 'Application Insights takes the place of this log, and beside it the log only costs time.',
    cis: {},
    want: { enableBuiltinLogging: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'The app gets one more setting with the key of its storage account, and writes a row for each call.',
        RESTART,
      ],
      advice:
        'If Application Insights takes the logs of the app, leave it so and except the app. If nothing does, take enable_builtin_logging = false away.',
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_159'] },
  }),
];
