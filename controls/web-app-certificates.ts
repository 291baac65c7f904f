import { accepts, expectedText } from './accept';
import type { Accept, Ask, Deviation } from './control';
import { isAbsent, type Resource, Unknown } from './value';
import { appWithCertificates, RESTART } from './web-app-types';

/** The third mode and paths that are excluded make every connection be negotiated twice, so it is not offered. */
const MODE: Ask = {
  parameter: 'clientCertificateMode',
  question:
    'Do apps turn away every client without a certificate ("Required"), or are clients only asked for one ("Optional")?',
  type: 'string',
};
const ON: Accept = { in: [true] };

/** How the types call the switch and the mode. azurerm_function_app has no switch: whoever names a mode turns it on. */
const OLDER: Readonly<Record<string, { readonly enabled?: string; readonly mode: string }>> = {
  azurerm_app_service: { enabled: 'client_cert_enabled', mode: 'client_cert_mode' },
  azurerm_function_app: { mode: 'client_cert_mode' },
};
const NAMES = { enabled: 'client_certificate_enabled', mode: 'client_certificate_mode' };

/**
 * Where the code names no mode, azurerm would choose the one that cuts everybody off: its owner is asked. One that is named
 * and has had no effect so far is left to its owner too, unless clients without a certificate still get in.
 */
function certificates({ type, attributes }: Resource): readonly Deviation[] | Unknown {
  const { enabled, mode } = OLDER[type] ?? NAMES;
  const named = attributes[mode];
  const asked = isAbsent(named)
    ? [{ path: [mode], found: undefined, expected: '"Required" or "Optional"', ask: MODE }]
    : [];
  if (!enabled) return asked;
  const found = attributes[enabled];
  const answer = accepts(ON, found);
  if (answer instanceof Unknown) return answer;
  const isSafe = isAbsent(named) || String(named).startsWith('Optional');
  const deviation = { path: [enabled], found, expected: expectedText(ON) };
  return answer ? [] : [isSafe ? { ...deviation, set: true } : deviation, ...asked];
}

export const webAppCertificates = [
  appWithCertificates({
    id: 'web-app-client-certificates',
    title: 'Web and function apps ask their clients for a certificate',
    why: 'Where all callers are known machines, a certificate keeps everybody else from even sending a request.',
    severity: 'low',
    level: 2,
    onRequest: 'Every client needs a certificate first, and visitors with a browser have none.',
    cis: {},
    asks: [MODE],
    inspect: certificates,
    fix: {
      impact: 'disruptive',
      consequences: [
        'With the mode Required every visitor, probe and webhook without a certificate is turned away.',
        'App Service hands the certificate on and trusts any of them: the app has to check whose it is.',
        'Beside excluded paths, or in the mode OptionalInteractiveUser, uploads over 100 kB, HTTP/2 and TLS 1.3 fail.',
        RESTART,
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_17'],
      trivy: ['AZU-0001', 'azure-appservice-require-client-cert'],
      kics: [
        'a81573f9-3691-4d83-88a0-7d4af63e17a3',
        {
          rule: '9bb3c639-5edf-458c-8ee5-30c17c7d671d',
          differs: 'Wants the mode Required, and reads azurerm_function_app only.',
        },
      ],
    },
  }),
];
