// A scan of the estate without a network between.
import { type Arm, Unreadable } from '../../remediations/azure/arm';
import { type Scanned, type ScanOptions, scan } from '../../remediations/azure/scan';
import { RestApi, SUBSCRIPTION } from './estate';

/** The API as a reader sees it. `refuse` gives the status that a path is refused with. */
export function armOf(api: RestApi, refuse: (path: string) => number | undefined = () => undefined): Arm {
  const send = async (method: string, path: string, query: Readonly<Record<string, string>> = {}, body?: unknown) => {
    const url = path.startsWith('{endpoint}') ? path.slice('{endpoint}'.length) : path;
    const search = new URLSearchParams(query).toString();
    const refused = refuse(url);
    if (refused) throw new Unreadable(`${refused}`, refused);
    const answer = api.answer(method, search ? `${url}?${search}` : url, body);
    if (answer.status !== 200) throw new Unreadable(`${answer.status}`, answer.status);
    return answer.body;
  };
  return {
    get: (path, query) => send('GET', path, query),
    post: (path, query, body) => send('POST', path, query, body),
  };
}

export const noParts: ScanOptions['parts'] = { has: () => false, read: () => undefined, write: () => undefined };

export const scanOf = (arm: Arm = armOf(new RestApi()), options: Partial<ScanOptions> = {}): Promise<Scanned> =>
  scan(arm, {
    cloud: 'custom',
    subscriptions: [SUBSCRIPTION],
    reader: 'graph',
    with: [],
    readAt: '2026-01-15T08:00:00.000Z',
    parts: noParts,
    most: 4,
    told: () => undefined,
    ...options,
  });
