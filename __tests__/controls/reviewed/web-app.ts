import { Reference, Unknown } from '../../../controls/value';
import type { Review } from './review';

const ITS_OWNER = 'only its owner can tell whether the app runs on another version: advice';
const BY_NAME = 'which settings are secrets is told by their names; the literal reading knows fewer words';

const UNKNOWN = new Unknown('the test');
const settings = (...each: Record<string, string | Unknown | Reference>[]) =>
  each.map((app_settings) => ({ app_settings }));

export const webApp: Review = {
  differences: {
    'fixtures/web-app-php-version azurerm_windows_web_app.na_off':
      'the catalogue does not say that "Off" is a version of PHP that is none',
    'fixtures/web-app-secrets-in-key-vault azurerm_linux_web_app.pass_insights': BY_NAME,
    'fixtures/web-app-secrets-in-key-vault azurerm_linux_web_app.pass_nothing_secret': BY_NAME,
    'fixtures/web-app-secrets-in-key-vault azurerm_windows_web_app.fail_connection_string': BY_NAME,
  },
  left: {
    'fixtures/web-app-authentication ': 'an identity provider has to be there first: advice',
    'fixtures/web-app-cors ': 'only its owner knows which pages call the app: advice',
    'fixtures/web-app-no-public-network ': 'only its owner knows whether the app is for the public: advice',
    'fixtures/web-app-php-version ': ITS_OWNER,
    'fixtures/web-app-python-version ': ITS_OWNER,
    'fixtures/web-app-java-version ': ITS_OWNER,
    'fixtures/web-app-secrets-in-key-vault ': 'the secret has to be in a vault that the app may read: advice',
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
