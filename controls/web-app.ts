import { fresh, oneOf, orAbsent } from './control';
import { webAppAuthentication } from './web-app-authentication';
import { webAppRuntime } from './web-app-runtime';
import { webAppSecrets } from './web-app-secrets';
import { anyApp, app, appOrOldWeb, oldApp, RESTART, type Words } from './web-app-types';

const OLD_RESOURCE = 'Reads the older azurerm_app_service or azurerm_function_app only.';

const minTls: Words = {
  title: 'Web and function apps refuse TLS below 1.2',
  why: 'Old versions of TLS have known attacks, and a client that may use them can be talked into it.',
  severity: 'medium',
  level: 1,
  cis: { 'v3.0.0': '9.4' },
  fix: {
    impact: 'disruptive',
    consequences: ['Browsers and clients that only speak TLS 1.0 or 1.1 can no longer open the app.', RESTART],
    restores: 'yes',
  },
  aliases: {
    checkov: [
      'CKV_AZURE_15',
      { rule: 'CKV_AZURE_145', differs: 'Looks at function apps and their slots.' },
      { rule: 'CKV_AZURE_154', differs: 'Looks at azurerm_app_service_slot.' },
    ],
    trivy: ['AZU-0006', 'azure-appservice-use-secure-tls-policy'],
    kics: [
      { rule: 'b7b9d1c7-2d3b-49b4-b867-ebbe68d0b643', differs: 'Newer releases want exactly 1.3.' },
      { rule: '45fc717a-bd86-415c-bdd8-677901be1aa6', differs: 'Wants the newest version, of azurerm_function_app.' },
      { rule: '03928f0d-bff0-4feb-a31a-615d093e6026', differs: 'Wants the newest version, of slots.' },
    ],
    prowler: ['app_minimum_tls_version_12'],
    'azure-policy': ['f0e6e85b-9b9f-4a4b-b67b-f730d42f1b0b', 'f9d614c5-c173-4d56-95a7-b4437057d193'],
    defender: ['2a54c352-7ca4-4bae-ad46-47ecd9595bd2', '15be5f3c-e0a4-c0fa-fbff-8e50339b4b22'],
    powerpipe: ['cis_v300_9_4', 'appservice_web_app_latest_tls_version'],
  },
};

/** CIS 9.1 to 9.12. */
export const webApp = [
  ...webAppAuthentication,
  ...webAppRuntime,
  ...webAppSecrets,
  anyApp({
    id: 'web-app-https-only',
    title: 'Web and function apps send plain HTTP to HTTPS',
    why: 'A session that starts without encryption gives its cookies to everybody on the way.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '9.1' },
    want: { httpsOnly: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Plain HTTP is answered with a redirect: clients and webhooks that do not follow it stop working.',
        'A gateway that ends TLS in front and calls the app over HTTP makes an endless loop: let it call HTTPS first.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [
        'CKV_AZURE_14',
        { rule: 'CKV_AZURE_70', differs: 'Looks at function apps and their slots.' },
        { rule: 'CKV_AZURE_153', differs: 'Looks at slots of web apps.' },
      ],
      trivy: [
        'AZU-0072',
        'azure-appservice-web-app-https-only',
        { rule: 'AZU-0004', differs: 'Looks at function apps.' },
        { rule: 'azure-appservice-enforce-https', differs: 'Looks at function apps.' },
      ],
      kics: [{ rule: '11e9a948-c6c3-4a0f-8dcf-b5cf1763cdbe', differs: OLD_RESOURCE }],
      prowler: ['app_ensure_http_is_redirected_to_https', 'app_function_ensure_http_is_redirected_to_https'],
      'azure-policy': ['a4af4a39-4135-47fb-b175-47fbdf85311d', '6d555dd1-86f2-4f1c-8ed7-5abae7c6cbab'],
      defender: ['1b351b29-41ca-6df5-946c-c190a56be5fe', 'cb0acdc6-0846-fd48-debe-9905af151b6d'],
      powerpipe: ['cis_v300_9_1', 'appservice_web_app_use_https'],
    },
  }),
  anyApp({
    id: 'web-app-no-plain-ftp',
    title: 'Web and function apps refuse FTP without encryption',
    why: 'Plain FTP sends the publishing password in the clear, and whoever has it replaces the code.',
    severity: 'high',
    level: 1,
    cis: { 'v3.0.0': '9.3' },
    want: { siteConfig: { ftpsState: oneOf('FtpsOnly', 'Disabled') } },
    fix: {
      impact: 'disruptive',
      consequences: ['Whoever uploads by plain FTP has to change to FTPS, or to another way of publishing.', RESTART],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_78'],
      trivy: ['AZU-0071', 'azure-appservice-enforce-ftps'],
      kics: [
        '85da374f-b00f-4832-9d44-84a1ca1e89f8',
        { rule: '9dab0179-433d-4dff-af8f-0091025691df', differs: OLD_RESOURCE },
      ],
      prowler: ['app_ftp_deployment_disabled', 'app_function_ftps_deployment_disabled'],
      'azure-policy': ['4d24b6d4-5e53-4a4f-a7f4-618fa573ee4b', '399b2637-a50f-4f95-96f8-3a145476eb15'],
      defender: ['19beaa2a-a126-b4dd-6d35-617f6cc83fca', '972a6579-f38f-c0b9-1b4b-a5bbeba3ab5b'],
      powerpipe: ['cis_v300_9_3', 'appservice_ftp_deployment_disabled'],
    },
  }),
  app({
    ...minTls,
    id: 'web-app-min-tls',
    want: { siteConfig: { minimumTlsVersion: oneOf('1.2', '1.3') } },
  }),
  oldApp({
    ...minTls,
    id: 'app-service-min-tls',
    want: { siteConfig: { minTlsVersion: orAbsent(oneOf('1.2')) } },
  }),
  anyApp({
    id: 'web-app-identity',
    title: 'Web and function apps have a managed identity',
    why: 'An app that Azure vouches for needs no password of its own to reach databases and vaults.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '9.5' },
    want: { identity: { type: fresh(oneOf('SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned')) } },
    fix: {
      impact: 'disruptive',
      consequences: [
        'The app gets an identity in the directory that may do nothing yet: give it roles, then take the passwords away.',
        'Taking the block away later deletes the identity with every role it was given.',
        RESTART,
      ],
      restores: 'partly',
    },
    aliases: {
      checkov: ['CKV_AZURE_16', 'CKV_AZURE_71'],
      trivy: ['AZU-0002', 'azure-appservice-account-identity-registered'],
      kics: [
        'b61cce4b-0cc4-472b-8096-15617a6d769b',
        { rule: 'c87749b3-ff10-41f5-9df2-c421e8151759', differs: OLD_RESOURCE },
        { rule: '0f7964fa-96fd-4a72-9fb7-3cdef71479db', differs: 'Looks at slots.' },
      ],
      prowler: ['app_register_with_identity', 'app_function_identity_is_configured'],
      'azure-policy': ['2b9ad585-36bc-4615-b300-fd4435808332', '0da106f2-4ca3-48e8-bc85-c638fe6aea8f'],
      defender: ['4a3d7cd3-f17c-637a-1ffc-614a01dd03cf', '23aa9cbe-c2fb-6a2f-6c97-885a6d48c4d1'],
      powerpipe: ['cis_v300_9_5', 'appservice_web_app_register_with_active_directory_enabled'],
    },
  }),
  anyApp({
    id: 'web-app-http2',
    title: 'Web and function apps offer HTTP/2',
    why: 'The newer protocol closes gaps of the old one and serves many requests over one connection.',
    severity: 'low',
    level: 1,
    cis: { 'v3.0.0': '9.10' },
    want: { siteConfig: { http2Enabled: true } },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Clients that cannot speak HTTP/2 keep using HTTP/1.1.',
        'Client certificates that are asked for on some paths only do not work over HTTP/2.',
        RESTART,
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_18', { rule: 'CKV_AZURE_67', differs: OLD_RESOURCE }],
      trivy: ['AZU-0005', 'azure-appservice-enable-http2'],
      kics: [
        '525b53be-62ed-4244-b4df-41aecfcb4071',
        { rule: 'ace823d1-4432-4dee-945b-cdf11a5a6bd0', differs: OLD_RESOURCE },
      ],
      prowler: ['app_ensure_using_http20'],
      'azure-policy': ['8c122334-9d20-4eb8-89ea-ac9a705b74ae', 'e2c1c086-2d84-4019-bff3-c44ccd95113c'],
      powerpipe: ['cis_v300_9_10', 'appservice_web_app_latest_http_version'],
    },
  }),
  appOrOldWeb({
    id: 'web-app-no-remote-debugging',
    title: 'Nobody can attach a debugger to a web or function app from outside',
    why: 'Remote debugging opens more ports and lets whoever signs in read the memory of the process.',
    severity: 'medium',
    level: 1,
    cis: { 'v3.0.0': '9.12' },
    want: { siteConfig: { remoteDebuggingEnabled: orAbsent(oneOf(false)) } },
    fix: {
      impact: 'disruptive',
      consequences: ['A debugging session that is open ends.', RESTART],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_72', { rule: 'CKV_AZURE_155', differs: 'Looks at azurerm_app_service_slot.' }],
      'azure-policy': ['cb510bfd-1cba-4d9f-a230-cb0976f4bb71', '0e60b895-3786-45da-8377-9c6b4b6ac5f9'],
      defender: ['64b8637e-4e1d-76a9-0fc9-c1e487a97ed8', '093c685b-56dd-13a3-8ed5-887a001837a2'],
      powerpipe: ['cis_v300_9_12', 'appservice_web_app_remote_debugging_disabled'],
    },
  }),
];
