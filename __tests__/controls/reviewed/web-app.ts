import { Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const ITS_OWNER = 'only its owner can tell whether the app runs on another version: advice';
const BY_NAME = 'which settings are secrets is told by their names; the literal reading knows fewer words';
const OLDER_DEFAULT = 'the catalogue goes by the default of the newer resource types; the older ones have none';
const IN_LINUX_FX = 'the catalogue does not know linux_fx_version, where the older resource types name all languages';
const NEW_BLOCK = 'a new site_config block would decide more than this';
const ofRuntimes = (language: string, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [`fixtures/app-service-${language}-version ${name}`, IN_LINUX_FX]));
const left = (reason: string, folders: readonly string[]) =>
  Object.fromEntries(folders.map((folder) => [`fixtures/${folder} `, reason]));

const UNKNOWN = new Unknown('the test');
const site = (...each: Record<string, string | Unknown | Reference>[]) => each.map((site_config) => ({ site_config }));
const fx = (...each: (string | Unknown | Reference)[]) =>
  site(...each.map((linux_fx_version) => ({ linux_fx_version })));
const settings = (...each: Record<string, string | Unknown | Reference>[]) =>
  each.map((app_settings) => ({ app_settings }));

export const webApp: Review = {
  differences: {
    ...ofRuntimes(
      'java',
      'azurerm_app_service.fail_linux',
      'azurerm_app_service.pass_tomcat',
      'azurerm_app_service.unknown_tomcat',
      'azurerm_app_service_slot.pass_jre',
      'azurerm_app_service_slot.pass_update',
      'azurerm_function_app.fail_function_linux',
      'azurerm_function_app_slot.pass_function_linux',
    ),
    ...ofRuntimes(
      'php',
      'azurerm_app_service.pass_linux',
      'azurerm_app_service.unknown_variable',
      'azurerm_app_service.unknown_version',
      'azurerm_app_service_slot.fail_linux',
    ),
    ...ofRuntimes(
      'python',
      'azurerm_app_service.fail_linux',
      'azurerm_app_service.pass_linux',
      'azurerm_function_app.pass_function',
      'azurerm_function_app.unknown_variable',
      'azurerm_function_app_slot.fail_function_slot',
    ),
    'fixtures/web-app-no-plain-ftp/older azurerm_app_service.fail_absent': OLDER_DEFAULT,
    'fixtures/web-app-no-plain-ftp/older azurerm_app_service.fail_no_site_config': OLDER_DEFAULT,
    'fixtures/web-app-no-plain-ftp/older azurerm_function_app.fail_function': OLDER_DEFAULT,
    'fixtures/web-app-php-version azurerm_windows_web_app.na_off':
      'the catalogue does not say that "Off" is a version of PHP that is none',
    'fixtures/web-app-secrets-in-key-vault azurerm_linux_web_app.pass_insights': BY_NAME,
    'fixtures/web-app-secrets-in-key-vault azurerm_linux_web_app.pass_nothing_secret': BY_NAME,
    'fixtures/web-app-secrets-in-key-vault azurerm_windows_web_app.fail_connection_string': BY_NAME,
  },
  left: {
    ...left('an identity provider has to be there first: advice', [
      'web-app-authentication',
      'web-app-authentication/slots',
      'app-service-authentication',
    ]),
    ...left('only its owner knows which pages call the app: advice', [
      'web-app-cors',
      'web-app-cors/older',
      'web-app-cors/slots',
    ]),
    ...left('only its owner knows whether the app is for the public: advice', [
      'web-app-no-public-network',
      'web-app-no-public-network/slots',
    ]),
    ...left(ITS_OWNER, [
      'web-app-php-version',
      'web-app-php-version/slots',
      'app-service-php-version',
      'web-app-python-version',
      'web-app-python-version/slots',
      'app-service-python-version',
      'web-app-java-version',
      'app-service-java-version',
    ]),
    ...left('the secret has to be in a vault that the app may read: advice', [
      'web-app-secrets-in-key-vault',
      'web-app-secrets-in-key-vault/older',
      'web-app-secrets-in-key-vault/slots',
    ]),
    'fixtures/web-app-http2/older azurerm_app_service.fail_no_site_config': NEW_BLOCK,
    'fixtures/web-app-no-plain-ftp/older azurerm_app_service.fail_no_site_config': NEW_BLOCK,
  },
  bad: {
    'site_config.cors.allowed_origins': [['*'], ['https://www.contoso.com', '*']],
    'site_config.application_stack.php_version': ['7.4', '8.1'],
    'site_config.application_stack.python_version': ['2.7', '3.10'],
    'site_config.application_stack.java_version': ['7', '1.8.0_322'],
  },
  coded: {
    'web-app-authentication': {
      type: 'azurerm_linux_web_app',
      yes: [
        { auth_settings_v2: { auth_enabled: true } },
        { auth_settings: { enabled: true } },
        { auth_settings_v2: { auth_enabled: 'true' } },
        { auth_settings_v2: { auth_enabled: false }, auth_settings: { enabled: true } },
        { auth_settings_v2: { auth_enabled: true }, auth_settings: { enabled: UNKNOWN } },
      ],
      no: [
        {},
        { auth_settings_v2: {} },
        { auth_settings_v2: { auth_enabled: false } },
        { auth_settings_v2: { auth_enabled: 'yes', require_authentication: true } },
        { auth_settings: { enabled: false } },
      ],
      unknown: [
        { auth_settings_v2: { auth_enabled: UNKNOWN } },
        { auth_settings: UNKNOWN },
        { auth_settings_v2: { auth_enabled: false }, auth_settings: { enabled: UNKNOWN } },
      ],
    },
    'app-service-php-version': {
      type: 'azurerm_app_service_slot',
      yes: [...fx('PHP|8.2', 'php|8.4'), ...site({ php_version: 'Off', linux_fx_version: 'PHP|8.3' })],
      no: [
        ...fx('PHP|7.4', 'PHP|', 'PHP|8.3|x'),
        ...site({ php_version: '7.4' }, { php_version: '5.6', linux_fx_version: 'PHP|8.3' }),
      ],
      unknown: [
        { site_config: UNKNOWN },
        ...fx(UNKNOWN, new Unknown('the test', 'PH'), new Unknown('the test', 'PHP|'), new Reference('x.y', ['z'])),
        ...site({ php_version: UNKNOWN }, { php_version: new Reference('x.y', ['z']), linux_fx_version: 'PHP|8.3' }),
      ],
    },
    'app-service-python-version': {
      type: 'azurerm_function_app',
      yes: fx('PYTHON|3.11', 'Python|3.14'),
      no: [...fx('PYTHON|3.10', 'Python|2.7', 'python|'), ...site({ python_version: '3.4' })],
      unknown: [{ site_config: UNKNOWN }, ...fx(UNKNOWN, new Unknown('the test', 'Python|3.'))],
    },
    'app-service-java-version': {
      type: 'azurerm_app_service',
      yes: [
        ...fx('JAVA|8-jre8', 'JAVA|11.0.13', 'JAVA|8u372', 'java|1.8', 'TOMCAT|9.0-java17', 'JBOSSEAP|7-java8'),
        ...site({ java_version: '1.8' }),
      ],
      no: [...fx('JAVA|7-jre7', 'JAVA|16', 'TOMCAT|8.5-jre7', 'JAVA|12-java12'), ...site({ java_version: '1.7' })],
      unknown: [
        { site_config: UNKNOWN },
        ...fx('TOMCAT|9.0', 'JAVA|latest', 'JBOSSEAP|7', UNKNOWN, new Unknown('the test', 'JAVA|')),
      ],
    },
    'web-app-secrets-in-key-vault': {
      type: 'azurerm_windows_function_app',
      yes: [
        {},
        ...settings(
          {},
          { SECRET: '' },
          { SECRET_NAME: 'x' },
          { TOKEN_URL: 'x' },
          { MONKEY: 'x' },
          { USE_TOKEN: 'false' },
          { PASSWORD: '@microsoft.keyvault(SecretUri=x)' },
          { PASSWORD: new Unknown('the test', '@Microsoft.KeyVault(SecretUri=') },
          { NAME: new Reference('azurerm_resource_group.main', ['name']) },
          { DATABASE: 'Server=x;Authentication=Active Directory Default' },
        ),
      ],
      no: settings(
        { PASSWORD: 'x' },
        { db_password: 'x' },
        { ApiKey: 'x' },
        { 'Stripe:SecretKey': 'x' },
        { AZURE_CLIENT_SECRET: 'x' },
        { ConnectionStrings__Main_ConnectionString: 'x' },
        { ANYTHING: 'DefaultEndpointsProtocol=https;AccountKey=abc==' },
        { PASSWORD: 'see @Microsoft.KeyVault(SecretUri=x)' },
        { PASSWORD: new Reference('random_password.main', ['result']) },
        { PASSWORD: 'x', TOKEN: UNKNOWN },
      ),
      unknown: [
        { app_settings: UNKNOWN },
        { app_settings: new Reference('terraform_data.main', ['output']) },
        ...settings({ PASSWORD: UNKNOWN }, { PASSWORD: new Unknown('the test', 'prefix-') }),
      ],
    },
  },
};
