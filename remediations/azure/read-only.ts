/** POST that reads: a query in the body, nothing is changed. All other methods but GET are refused. */
const POSTS: readonly RegExp[] = [
  /^\/providers\/microsoft\.resourcegraph\/resources$/,
  /^\/subscriptions\/[^/]+\/providers\/microsoft\.policyinsights\/policystates\/latest\/queryresults$/,
];

/** Settings of an app that hold no secrets; all others, such as `appsettings` and `publishingcredentials`, do. */
const OPEN_SETTINGS: ReadonlySet<string> = new Set(['web', 'logs', 'authsettingsv2']);
/** What answers with secrets, at the end of a path. */
const SECRET_ENDS: ReadonlySet<string> = new Set([
  'apikeys',
  'credentials',
  'exporttemplate',
  'generatesas',
  'getaccesstoken',
  'hostkeys',
  'publishingcredentials',
  'publishxml',
  'regeneratekey',
  'regeneratekeys',
]);

/**
 * Why a request must not be sent, undefined where it may. Only what reads, only at this endpoint, and nothing that answers
 * with keys, connection strings or settings of apps.
 */
export function refusal(method: string, address: string, endpoint: string): string | undefined {
  const url = new URL(address);
  // The address of a next page comes from outside, and the token goes along with it.
  if (url.origin !== new URL(endpoint).origin || url.username || url.password)
    return 'the address leads away from Azure Resource Manager';
  // An encoded slash or dot would make another path of it further on.
  if (/%(2f|5c|2e|25|00)/i.test(url.pathname)) return 'the path holds encoded separators';
  const path = decodeURIComponent(url.pathname).toLowerCase().replace(/\/+$/, '');
  if (method === 'POST')
    return POSTS.some((allowed) => allowed.test(path)) ? undefined : 'this POST does not only read';
  if (method !== 'GET') return `${method} does not only read`;
  return secretPath(path.split('/')) ? 'the answer may hold secrets' : undefined;
}

/** Behind a namespace stand types and names in turn; where a type is expected at the end, it is a list or an action. */
function secretPath(segments: readonly string[]): boolean {
  const last = segments.at(-1) ?? '';
  const namespace = segments.lastIndexOf('providers') + 1;
  const isName = namespace > 0 && (segments.length - namespace) % 2 === 1;
  const config = segments.findIndex((segment, i) => segment === 'config' && i > namespace && (i - namespace) % 2 === 1);
  if (segments[namespace] === 'microsoft.web' && config > 0)
    return segments.length !== config + 2 || !OPEN_SETTINGS.has(segments[config + 1]);
  return !isName && (last.startsWith('list') || SECRET_ENDS.has(last));
}
