import type { LinuxFunctionAppConfig } from '@cdktf/provider-azurerm/lib/linux-function-app';
import type { LinuxWebAppConfig } from '@cdktf/provider-azurerm/lib/linux-web-app';
import type { WindowsFunctionAppConfig } from '@cdktf/provider-azurerm/lib/windows-function-app';
import type { WindowsWebAppConfig } from '@cdktf/provider-azurerm/lib/windows-web-app';
import { controlsFor, type Expectation, type Fix, such } from './control';
import type { Value } from './value';

/**
 * Versions that somebody still mends, as of August 2026: the life cycles of the languages, as far as azurerm takes them.
 * This list ages: look at it with every release. Next to go are PHP 8.2 (December 2026) and Python 3.11 (October 2027).
 * Python 3.10 ends in October 2026 and is left out already; PHP for Windows ended with 7.4.
 */
const SUPPORTED = {
  PHP: ['8.2', '8.3', '8.4'],
  Python: ['3.11', '3.12', '3.13', '3.14'],
  // "1.8" is what Windows calls 8.
  Java: ['8', '1.8', '11', '17', '21', '25'],
} as const;
type Language = keyof typeof SUPPORTED;

const supported = (language: Language): Expectation<string> => {
  const versions: readonly string[] = SUPPORTED[language];
  return such(`a supported version of ${language}: ${versions.join(', ')}`, (version) =>
    versions.includes(String(version)),
  );
};
/** Windows apps say "Off" where they have no PHP. */
const used = (language: Language): Expectation<string> =>
  such(`a version of ${language}`, (version: Value) => version !== '' && version !== 'Off');

const upgrade = (language: Language, attribute: string): Fix => ({
  impact: 'disruptive',
  consequences: ['The app restarts on the other version: what was removed from the language breaks it.'],
  advice: `Test the app on a supported version of ${language} in a deployment slot, set ${attribute} there, then swap.`,
  restores: 'yes',
});

/** Runtimes of web apps, CIS 9.7 to 9.9. A newer version can break an app, so none is written for its owner. */
export const webAppRuntime = [
  controlsFor<LinuxWebAppConfig | WindowsWebAppConfig>(
    'azurerm_linux_web_app',
    'azurerm_windows_web_app',
  )({
    id: 'web-app-php-version',
    title: 'Apps in PHP run on a version that is still mended',
    why: 'Gaps in a version of PHP that has reached its end stay open for ever.',
    severity: 'low',
    level: 1,
    cis: { 'v3.0.0': '9.7' },
    when: { siteConfig: { applicationStack: { phpVersion: used('PHP') } } },
    want: { siteConfig: { applicationStack: { phpVersion: supported('PHP') } } },
    fix: upgrade('PHP', 'php_version'),
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_81', differs: 'Reads azurerm_app_service only, and wants 7.4.' }],
      trivy: ['AZU-0069', 'azure-appservice-supported-php-version'],
      kics: ['96fe318e-d631-4156-99fa-9080d57280ae'],
      prowler: ['app_ensure_php_version_is_latest'],
      'azure-policy': ['7261b898-8a84-4db8-9e04-18527132abb3'],
      powerpipe: ['cis_v300_9_7', 'appservice_web_app_latest_php_version'],
    },
  }),
  controlsFor<LinuxWebAppConfig | LinuxFunctionAppConfig>(
    'azurerm_linux_web_app',
    'azurerm_linux_function_app',
  )({
    id: 'web-app-python-version',
    title: 'Apps in Python run on a version that is still mended',
    why: 'Gaps in a version of Python that has reached its end stay open for ever.',
    severity: 'low',
    level: 1,
    cis: { 'v3.0.0': '9.8' },
    when: { siteConfig: { applicationStack: { pythonVersion: used('Python') } } },
    want: { siteConfig: { applicationStack: { pythonVersion: supported('Python') } } },
    fix: upgrade('Python', 'python_version'),
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_82', differs: 'Reads azurerm_app_service only, and wants 3.4.' }],
      trivy: ['AZU-0070', 'azure-appservice-supported-python-version'],
      kics: ['cc4aaa9d-1070-461a-b519-04e00f42db8a'],
      prowler: ['app_ensure_python_version_is_latest'],
      'azure-policy': ['7008174a-fd10-4ef0-817e-fc820a951d73'],
      powerpipe: ['cis_v300_9_8', 'appservice_web_app_latest_python_version'],
    },
  }),
  controlsFor<LinuxWebAppConfig | WindowsWebAppConfig | LinuxFunctionAppConfig | WindowsFunctionAppConfig>(
    'azurerm_linux_web_app',
    'azurerm_windows_web_app',
    'azurerm_linux_function_app',
    'azurerm_windows_function_app',
  )({
    id: 'web-app-java-version',
    title: 'Apps in Java run on a version that is still mended',
    why: 'Gaps in a version of Java that has reached its end stay open for ever.',
    severity: 'low',
    level: 1,
    cis: { 'v3.0.0': '9.9' },
    when: { siteConfig: { applicationStack: { javaVersion: used('Java') } } },
    want: { siteConfig: { applicationStack: { javaVersion: supported('Java') } } },
    fix: upgrade('Java', 'java_version'),
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_83', differs: 'Reads azurerm_app_service only, and wants 11.' }],
      prowler: ['app_ensure_java_version_is_latest'],
      'azure-policy': ['496223c3-ad65-4ecd-878a-bae78737e9ed'],
      powerpipe: ['cis_v300_9_9', 'appservice_web_app_latest_java_version'],
    },
  }),
];
