import {
  type AccessToken,
  AzureCliCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DefaultAzureCredential,
  DeviceCodeCredential,
  type TokenCredential,
} from '@azure/identity';
import { UserError } from '../errors';
import type { Cloud } from './cloud';
import { type SignIn, WAYS } from './ways-to-sign-in';

export interface SignInOptions {
  readonly how: SignIn;
  readonly tenant?: string;
  readonly cloud: Cloud;
  /** Says to a person where to go, and with which code. */
  readonly ask: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A token that ends sooner is asked for anew. */
const FRESH_MS = 5 * 60 * 1000;

/**
 * A credential whose failures are something that a person can put right, without a token or a secret in the words. A token
 * serves until it ends: some ways to sign in would ask the person again.
 */
export function credentialOf(options: SignInOptions): TokenCredential {
  const credential = plainCredential(options);
  const tokens = new Map<string, AccessToken>();
  return {
    async getToken(scopes, how) {
      const known = tokens.get(String(scopes));
      // With claims Azure says that the token it got is not good enough.
      if (known && !how?.claims && known.expiresOnTimestamp - Date.now() > FRESH_MS) return known;
      try {
        const token = await credential.getToken(scopes, how);
        if (token) tokens.set(String(scopes), token);
        return token;
      } catch (error) {
        throw signInError(error, options);
      }
    },
  };
}

function plainCredential({ how, tenant, cloud, ask, environment }: SignInOptions): TokenCredential {
  const options = {
    authorityHost: cloud.authorityHost,
    // Microsoft vouches for the hosts of its own clouds only.
    disableInstanceDiscovery: cloud.name === 'custom',
    ...(tenant ? { tenantId: tenant } : {}),
  };
  if (how === 'azure-cli') return new AzureCliCredential(options);
  if (how === 'device-code')
    return new DeviceCodeCredential({ ...options, userPromptCallback: ({ message }) => ask(message) });
  if (how === 'default') return new DefaultAzureCredential(options);
  const {
    AZURE_CLIENT_ID: client,
    AZURE_CLIENT_SECRET: secret,
    AZURE_CLIENT_CERTIFICATE_PATH: certificatePath,
    AZURE_CLIENT_CERTIFICATE_PASSWORD: certificatePassword,
  } = environment;
  const home = tenant ?? environment.AZURE_TENANT_ID;
  if (home && client && secret) return new ClientSecretCredential(home, client, secret, options);
  if (home && client && certificatePath)
    return new ClientCertificateCredential(home, client, { certificatePath, certificatePassword }, options);
  const missing = [
    ...(home ? [] : ['AZURE_TENANT_ID (or --tenant)']),
    ...(client ? [] : ['AZURE_CLIENT_ID']),
    ...(secret || certificatePath ? [] : ['AZURE_CLIENT_SECRET or AZURE_CLIENT_CERTIFICATE_PATH']),
  ];
  throw new UserError(
    `--sign-in service-principal: ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} not set`,
    'Set them in the environment.',
  );
}

/** What went wrong by its code alone: messages of the sign-in quote what was sent. */
function signInError(error: unknown, { how, cloud }: SignInOptions): UserError {
  const text = error instanceof Error ? `${error.name} ${error.message}` : '';
  const codes = [...new Set(text.match(/AADSTS\d+/g) ?? [])];
  const system = /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_[A-Z_]+)\b/.exec(
    text,
  );
  const hint = `${WAYS[how]} Other ways: ${Object.keys(WAYS)
    .filter((each) => each !== how)
    .map((each) => `--sign-in ${each}`)
    .join(', ')} (docs/scan.md).`;
  if (codes.length) return new UserError(`Azure refused the sign-in (${codes.join(', ')})`, hint);
  if (system) return new UserError(`The sign-in at ${cloud.authorityHost} cannot be reached (${system[0]})`, hint);
  return new UserError(`No sign-in to Azure is possible with --sign-in ${how}`, hint);
}
