import { type CodedControl, type Deviation, type Expectation, type Fix, such } from './control';
import type { ProviderVersion } from './provider/version';
import { read } from './reading';
import { isAbsent, Reference, type Resource, Unknown, type Value } from './value';
import { app, linuxApp, oldApp, oldWebApp, type Words, webApp } from './web-app-types';

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
/**
 * Of .NET, which the benchmark does not name. "v4.0" and "v2.0" are the .NET Framework, which lives as long as Windows does;
 * 8.0 and 9.0 end in November 2026 and are left out already.
 */
export const SUPPORTED_DOTNET: readonly string[] = ['10.0', 'v10.0', 'v4.0', 'v2.0'];

const isSupported = (language: Language, version: Value): boolean =>
  (SUPPORTED[language] as readonly string[]).includes(String(version));
const expected = (language: Language) => `a supported version of ${language}: ${SUPPORTED[language].join(', ')}`;
const supported = (language: Language): Expectation<string> =>
  such(expected(language), (version) => isSupported(language, version));
/** Windows apps say "Off" where they have no PHP. */
const isUsed = (version: Value): boolean => version !== '' && version !== 'Off';
const used = (language: Language): Expectation<string> => such(`a version of ${language}`, isUsed);

export const upgrade = (language: string, attribute: string, more = ''): Fix => ({
  impact: 'disruptive',
  consequences: ['The app restarts on the other version: what was removed from the language breaks it.'],
  advice: `Test the app on a supported version of ${language} in a deployment slot, set ${attribute} there, then swap.${more}`,
  restores: 'yes',
});

/** What stands before the bar in linux_fx_version: "PHP|8.3", "TOMCAT|9.0-java17". */
const STACKS: Readonly<Record<Language, RegExp>> = {
  PHP: /^php$/i,
  Python: /^python$/i,
  Java: /^(java|tomcat|jbosseap)$/i,
};

/** The version of the language in what stands behind the bar: 3.11, 11-java11, 8u372, 9.0-jre8. */
function versionIn(language: Language, stack: string, text: string): string | Unknown {
  if (language !== 'Java') return text;
  const version = /(?:java|jre)(\d+)$/i.exec(text) ?? (/^java$/i.test(stack) ? /^(1\.8|\d+)/.exec(text) : null);
  return version?.[1] ?? new Unknown(`linux_fx_version does not say which version of Java ${stack} runs on`);
}

interface Named extends Pick<Deviation, 'path' | 'found'> {
  readonly version: Value;
}

/** Where an older resource type names the version: in an attribute for the language, on Linux in one for all of them. */
function named(language: Language, resource: Resource, version: ProviderVersion): Named | Unknown | undefined {
  const own = read(resource, ['site_config', `${language.toLowerCase()}_version`], version);
  const { path, value } =
    !isAbsent(own.value) && isUsed(own.value) ? own : read(resource, ['site_config', 'linux_fx_version'], version);
  if (isAbsent(value)) return undefined;
  if (value instanceof Reference) return new Unknown(`taken from ${value.address}`);
  if (path.at(-1) !== 'linux_fx_version') return { path, found: value, version: value };
  const [stack, ...rest] = (value instanceof Unknown ? value.start : String(value)).split('|');
  if (rest.length && !STACKS[language].test(stack)) return undefined;
  if (value instanceof Unknown) return value;
  return rest.length ? { path, found: value, version: versionIn(language, stack, rest.join('|')) } : undefined;
}

const judged = (language: Language): Pick<CodedControl<object>, 'about' | 'inspect' | 'fix'> => ({
  about: (resource, { version }) => {
    const found = named(language, resource, version);
    return found instanceof Unknown ? found : found !== undefined;
  },
  inspect: (resource, { version }) => {
    const found = named(language, resource, version);
    if (found === undefined) return [];
    if (found instanceof Unknown) return found;
    if (found.version instanceof Unknown) return found.version;
    return isSupported(language, found.version)
      ? []
      : [{ path: found.path, found: found.found, expected: expected(language) }];
  },
  fix:
    language === 'Java'
      ? upgrade(language, 'java_version (on Linux linux_fx_version)')
      : upgrade(
          language,
          'linux_fx_version',
          ' For Windows no supported version is left: such an app has to move to Linux.',
        ),
});

const php: Omit<Words, 'fix'> = {
  title: 'Apps in PHP run on a version that is still mended',
  why: 'Gaps in a version of PHP that has reached its end stay open for ever.',
  severity: 'low',
  level: 1,
  cis: { 'v3.0.0': '9.7' },
  aliases: {
    checkov: [{ rule: 'CKV_AZURE_81', differs: 'Reads azurerm_app_service only, and wants 7.4.' }],
    trivy: ['AZU-0069', 'azure-appservice-supported-php-version'],
    kics: ['96fe318e-d631-4156-99fa-9080d57280ae'],
    prowler: ['app_ensure_php_version_is_latest'],
    'azure-policy': ['7261b898-8a84-4db8-9e04-18527132abb3'],
    powerpipe: ['cis_v300_9_7', 'appservice_web_app_latest_php_version'],
  },
};

const python: Omit<Words, 'fix'> = {
  title: 'Apps in Python run on a version that is still mended',
  why: 'Gaps in a version of Python that has reached its end stay open for ever.',
  severity: 'low',
  level: 1,
  cis: { 'v3.0.0': '9.8' },
  aliases: {
    checkov: [{ rule: 'CKV_AZURE_82', differs: 'Reads azurerm_app_service only, and wants 3.4.' }],
    trivy: ['AZU-0070', 'azure-appservice-supported-python-version'],
    kics: ['cc4aaa9d-1070-461a-b519-04e00f42db8a'],
    prowler: ['app_ensure_python_version_is_latest'],
    'azure-policy': ['7008174a-fd10-4ef0-817e-fc820a951d73'],
    powerpipe: ['cis_v300_9_8', 'appservice_web_app_latest_python_version'],
  },
};

const java: Omit<Words, 'fix'> = {
  title: 'Apps in Java run on a version that is still mended',
  why: 'Gaps in a version of Java that has reached its end stay open for ever.',
  severity: 'low',
  level: 1,
  cis: { 'v3.0.0': '9.9' },
  aliases: {
    checkov: [{ rule: 'CKV_AZURE_83', differs: 'Reads azurerm_app_service only, and wants 11.' }],
    prowler: ['app_ensure_java_version_is_latest'],
    'azure-policy': ['496223c3-ad65-4ecd-878a-bae78737e9ed'],
    powerpipe: ['cis_v300_9_9', 'appservice_web_app_latest_java_version'],
  },
};

/** Runtimes of web apps, CIS 9.7 to 9.9. A newer version can break an app, so none is written for its owner. */
export const webAppRuntime = [
  webApp({
    ...php,
    id: 'web-app-php-version',
    when: { siteConfig: { applicationStack: { phpVersion: used('PHP') } } },
    want: { siteConfig: { applicationStack: { phpVersion: supported('PHP') } } },
    fix: upgrade('PHP', 'php_version'),
  }),
  oldWebApp({ ...php, ...judged('PHP'), id: 'app-service-php-version' }),
  linuxApp({
    ...python,
    id: 'web-app-python-version',
    when: { siteConfig: { applicationStack: { pythonVersion: used('Python') } } },
    want: { siteConfig: { applicationStack: { pythonVersion: supported('Python') } } },
    fix: upgrade('Python', 'python_version'),
  }),
  oldApp({ ...python, ...judged('Python'), id: 'app-service-python-version' }),
  app({
    ...java,
    id: 'web-app-java-version',
    when: { siteConfig: { applicationStack: { javaVersion: used('Java') } } },
    want: { siteConfig: { applicationStack: { javaVersion: supported('Java') } } },
    fix: upgrade('Java', 'java_version'),
  }),
  oldApp({ ...java, ...judged('Java'), id: 'app-service-java-version' }),
];
