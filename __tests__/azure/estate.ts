// A small insecure estate as Azure's REST API describes it, and what the API answers about it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface RestObject {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly location?: string | null;
  readonly [more: string]: unknown;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const SUBSCRIPTION = '5a1e0000-0000-4000-8000-000000000001';

const folder = join(__dirname, 'estate');
export const estate: readonly RestObject[] = readdirSync(folder)
  .sort()
  .flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as RestObject[]);

/** Children that Azure lists among the resources of a subscription. */
const TRACKED = [
  'microsoft.sql/servers/databases',
  'microsoft.web/sites/slots',
  'microsoft.compute/virtualmachines/extensions',
  'microsoft.network/networkwatchers/flowlogs',
];
/** Lists of a subscription that hold no more than what stands right below it. */
const DIRECT = ['microsoft.insights/diagnosticsettings'];

const lower = (text: string) => text.toLowerCase();
const isTracked = ({ id, type, location }: RestObject) =>
  Boolean(location) &&
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\//i.test(id) &&
  (type.split('/').length === 2 || TRACKED.includes(lower(type))) &&
  !/\/providers\/.*\/providers\//i.test(id);
const error = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});
const ok = (body: unknown): Answer => ({ status: 200, body });

/** What Azure Resource Manager answers, of these objects. Lists come in pages of `rows`. */
export class RestApi {
  private readonly byId: ReadonlyMap<string, RestObject>;

  constructor(
    readonly objects: readonly RestObject[] = estate,
    private readonly rows = 1000,
  ) {
    this.byId = new Map(objects.map((object) => [lower(object.id), object]));
  }

  /** `address` is the path with its query; a next page is asked for by the address that the one before names. */
  answer(method: string, address: string, body?: unknown): Answer {
    const url = new URL(address, 'https://arm.invalid');
    const path = decodeURIComponent(url.pathname).replace(/\/$/, '');
    if (!url.searchParams.get('api-version')) return error(400, 'MissingApiVersionParameter', 'api-version is missing');
    if (method === 'POST' && lower(path) === '/providers/microsoft.resourcegraph/resources') return this.graph(body);
    const [, subscription, below] = /^\/subscriptions\/([^/]+)\/?(.*)$/i.exec(path) ?? [];
    if (subscription && !this.byId.has(`/subscriptions/${lower(subscription)}`))
      return error(404, 'SubscriptionNotFound', 'The subscription could not be found.');
    if (subscription && !below) {
      const { properties, id, tags } = this.byId.get(lower(path))!;
      return ok({ id, ...(properties as object), tags });
    }
    const found = this.byId.get(lower(path));
    if (found) return ok(found);
    const list = this.list(path, subscription, lower(below ?? ''));
    if (!list) return error(404, 'ResourceNotFound', `The Resource '${path}' was not found.`);
    const skip = Number(url.searchParams.get('$skiptoken') ?? 0);
    const more = skip + this.rows < list.length;
    url.searchParams.set('$skiptoken', String(skip + this.rows));
    return ok({
      value: list.slice(skip, skip + this.rows),
      ...(more ? { nextLink: `{endpoint}${url.pathname}${url.search}` } : {}),
    });
  }

  /** Undefined where the path is that of one object, which is not there. */
  private list(path: string, subscription: string | undefined, below: string): readonly object[] | undefined {
    const inSubscription = this.objects.filter(({ id }) =>
      lower(id).startsWith(`/subscriptions/${lower(subscription ?? '')}/`),
    );
    if (below === 'resourcegroups')
      return inSubscription.filter(({ type }) => lower(type) === 'microsoft.resources/resourcegroups');
    if (below === 'resources') return inSubscription.filter(isTracked).map(({ properties: _, ...entry }) => entry);
    const [, ofSubscription] = /^providers\/([^/]+\/[^/]+)$/.exec(below) ?? [];
    if (ofSubscription && !DIRECT.includes(ofSubscription))
      return inSubscription.filter(({ type }) => lower(type) === ofSubscription);
    const behind = lower(path).split('/providers/').at(-1)!.split('/');
    // Behind the namespace stand types and names in turn.
    if (behind.length % 2 === 1) return undefined;
    const [resource] =
      /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/[^/]+\/[^/]+\/[^/]+/i.exec(path) ?? [];
    if (resource && !this.byId.has(lower(resource))) return undefined;
    const prefix = `${lower(path)}/`;
    return this.objects.filter(({ id }) => lower(id).startsWith(prefix) && !id.slice(prefix.length).includes('/'));
  }

  /** Resource Graph: types in lower case, page after page by a token. */
  private graph(body: unknown): Answer {
    const { subscriptions, options } = body as {
      subscriptions: readonly string[];
      options: { $top: number; $skipToken?: string };
    };
    const wanted = new Set(subscriptions.map(lower));
    const all = this.objects
      .filter(isTracked)
      .map((object) => ({ ...object, type: lower(object.type), subscriptionId: object.id.split('/')[2] }))
      .filter(({ subscriptionId }) => wanted.has(lower(subscriptionId)));
    const skip = Number(options.$skipToken ?? 0);
    const data = all.slice(skip, skip + Math.min(options.$top, this.rows));
    const end = skip + data.length;
    const more = end < all.length;
    return ok({
      totalRecords: all.length,
      count: data.length,
      data,
      facets: [],
      resultTruncated: more ? 'true' : 'false',
      ...(more ? { $skipToken: String(end) } : {}),
    });
  }
}
