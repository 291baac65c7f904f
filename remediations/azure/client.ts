import { ResourceManagementClient } from '@azure/arm-resources';
import { createHttpHeaders, createPipelineRequest, type PipelinePolicy } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { version } from '../../package.json';
import { UserError } from '../errors';
import { textAt } from '../findings/json';
import { type Arm, type Query, Unreadable } from './arm';
import type { Cloud } from './cloud';
import { pacing } from './pacing';
import { refusal } from './read-only';

export interface ClientOptions {
  /** Tries after the first, with the wait that Azure asks for, else one that doubles from a second. */
  readonly retries?: number;
  readonly retryDelayMs?: number;
  /** How long one answer may take. */
  readonly timeoutMs?: number;
}

const RETRIES = 5;
const TIMEOUT_MS = 100_000;
/** So many requests in a row without any answer: the network is gone, not one resource. */
const MOST_FAILURES = 25;

/** Azure Resource Manager through the pipeline of the SDK: token, retries, proxy, user agent. It sends nothing that changes. */
export function armClient(cloud: Cloud, credential: TokenCredential, options: ClientOptions = {}): Arm {
  const { endpoint } = cloud;
  const client = new ResourceManagementClient(credential, {
    endpoint,
    credentialScopes: scopeOf(cloud),
    retryOptions: {
      maxRetries: options.retries ?? RETRIES,
      ...(options.retryDelayMs === undefined ? {} : { retryDelayInMs: options.retryDelayMs }),
    },
    userAgentOptions: { userAgentPrefix: `azure-plumbline/${version}` },
  });
  const { pipeline } = client;
  // An answer is read here, whatever it is; a redirection would take the request to where nobody looked.
  for (const name of ['deserializationPolicy', 'serializationPolicy', 'redirectPolicy'])
    pipeline.removePolicy({ name });
  pipeline.addPolicy(pacing(options.timeoutMs ?? TIMEOUT_MS), { afterPhase: 'Retry' });
  pipeline.addPolicy(readOnly(endpoint), { afterPhase: 'Sign' });
  let failures = 0;

  const send = async (method: 'GET' | 'POST', path: string, query: Query = {}, body?: unknown): Promise<unknown> => {
    const request = createPipelineRequest({
      method,
      url: addressOf(endpoint, path, query),
      headers: createHttpHeaders({
        Accept: 'application/json',
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      }),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { status, bodyAsText } = await client.sendRequest(request).catch((error: unknown) => {
      if (error instanceof Unreadable || error instanceof UserError) throw error;
      const why = withoutAnswer(error);
      if (++failures < MOST_FAILURES) throw new Unreadable(why);
      throw new UserError(
        `Azure Resource Manager at ${endpoint} does not answer: ${why}`,
        'What was read is kept: run the same command with --resume when the network is back.',
      );
    });
    failures = 0;
    return answerOf(status, bodyAsText ?? '');
  };
  return {
    get: (path, query) => send('GET', path, query),
    post: (path, query, body) => send('POST', path, query, body),
  };
}

export const scopeOf = ({ audience }: Cloud): string => `${audience}/.default`;

/** Innermost, so that nothing gets past it: neither a next page nor what another policy makes of a request. */
const readOnly = (endpoint: string): PipelinePolicy => ({
  name: 'readOnlyPolicy',
  sendRequest(request, next) {
    const why = refusal(request.method, request.url, endpoint);
    if (why) return Promise.reject(new Unreadable(`not asked for: ${why}`));
    return next(request);
  },
});

/** Ids come from Azure: what is no plain character in them is encoded, a next page is taken as it is. */
function addressOf(endpoint: string, path: string, query: Query): string {
  if (!path.startsWith('/')) {
    if (URL.canParse(path)) return path;
    throw new Unreadable('the address of the next page makes no sense');
  }
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  // A filter holds blanks, which Azure wants as %20 and not as a plus.
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${endpoint}${encoded}?${search.join('&')}`;
}

function answerOf(status: number, body: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    if (status < 300) throw new Unreadable(`the answer is not JSON (${status}, ${body.length} characters)`);
  }
  if (status < 300) return json;
  throw new Unreadable(failureText(status, json), status);
}

/** The code of Azure, and the permission that is missing; its message names people and may quote what was sent. */
function failureText(status: number, json: unknown): string {
  const code = textAt(json, 'error', 'code') ?? textAt(json, 'code') ?? '';
  const words = [String(status), ...(/^[\w.-]{1,80}$/.test(code) ? [code] : [])].join(' ');
  const [, action] = /perform action '([\w.*/-]{3,120})'/.exec(textAt(json, 'error', 'message') ?? '') ?? [];
  if (action) return `${words}: the role lacks ${action}`;
  return status === 429 ? `${words}: throttled, tried ${RETRIES + 1} times` : words;
}

function withoutAnswer(error: unknown): string {
  if (error instanceof Error && error.name === 'AbortError') return 'no answer in time';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Z][A-Z\d_]{2,60}$/.test(code) ? `no connection (${code})` : 'no connection';
}
