import { Construct } from 'constructs';
import { LinuxWebApp, type LinuxWebAppConfig } from '../linux-web-app';
import { setLevel } from '../marks';
import { lock, logs, type PrivateConfig, placeOf, privateEndpoint } from './parts';

export interface WebAppConfig extends PrivateConfig {
  /** In which App Service plan does it run (its resource id)? The plan decides what it costs. */
  readonly servicePlanId: string;
  /** Who signs in: an app registration of Entra. */
  readonly authentication: {
    /** Application (client) id of the registration. */
    readonly clientId: string;
    readonly tenantId: string;
  };
  /** Through which subnet does the app reach the network (its resource id)? @default - none */
  readonly virtualNetworkSubnetId?: string;
  /** Runtime and everything else of `site_config`. */
  readonly siteConfig?: LinuxWebAppConfig['siteConfig'];
  /** Path that answers 200 while the app is well; an instance that does not is replaced. @default - not asked */
  readonly healthCheckPath?: string;
  /** Secrets belong into a vault: `@Microsoft.KeyVault(SecretUri=…)`. */
  readonly appSettings?: Readonly<Record<string, string>>;
  /** Anything else of the app. */
  readonly app?: Partial<LinuxWebAppConfig>;
}

/** A web app that meets level 2: private, HTTPS with sign-in, an identity of its own, no basic authentication, logged. */
export class WebApp extends Construct {
  readonly app: LinuxWebApp;

  constructor(scope: Construct, id: string, config: WebAppConfig) {
    super(scope, id);
    setLevel(this, 2);
    const { name, servicePlanId, authentication, siteConfig = {}, appSettings, virtualNetworkSubnetId } = config;
    const { healthCheckPath } = config;
    this.app = new LinuxWebApp(this, 'Default', {
      ...placeOf(config),
      name,
      servicePlanId,
      siteConfig: { ...(healthCheckPath ? { healthCheckPath, healthCheckEvictionTimeInMin: 5 } : {}), ...siteConfig },
      logs: {
        detailedErrorMessages: true,
        failedRequestTracing: true,
        httpLogs: { fileSystem: { retentionInDays: 7, retentionInMb: 35 } },
      },
      publicNetworkAccessEnabled: false,
      identity: { type: 'SystemAssigned' },
      authSettingsV2: {
        authEnabled: true,
        requireAuthentication: true,
        unauthenticatedAction: 'RedirectToLoginPage',
        defaultProvider: 'azureactivedirectory',
        activeDirectoryV2: {
          clientId: authentication.clientId,
          tenantAuthEndpoint: `https://login.microsoftonline.com/${authentication.tenantId}/v2.0`,
        },
        login: { tokenStoreEnabled: true },
      },
      ...(appSettings ? { appSettings: { ...appSettings } } : {}),
      ...(virtualNetworkSubnetId ? { virtualNetworkSubnetId } : {}),
      ...config.app,
    });
    privateEndpoint(this, config, this.app.id, 'sites');
    logs(this, config, 'logs', this.app.id);
    lock(this, config, this.app.id);
  }
}
