import { UserError } from '../errors';
import { at, list, record, text, textAt } from '../findings/json';
import { type ArmObject, SCAN_SCHEMA, type Scan, type Unread } from './arm-object';

/** Whether a JSON document is what `plumbline scan` writes. */
export const isScan = (json: unknown): boolean => textAt(json, 'schema')?.startsWith('azure-plumbline/scan-') ?? false;

/** What `plumbline scan` wrote; whoever passes it on may have changed it, so nothing in it is taken on trust. */
export function readScan(json: unknown, path: string): Scan {
  const schema = textAt(json, 'schema');
  if (schema !== SCAN_SCHEMA)
    throw new UserError(
      `${path}: ${schema === undefined ? 'not the scan.json of plumbline scan' : `schema ${schema}, but this release reads ${SCAN_SCHEMA}`}`,
      'Make it with plumbline scan of the same release.',
    );
  const objects: ArmObject[] = [];
  const unread = list(at(json, 'unread')).flatMap((each): Unread[] => {
    const id = textAt(each, 'id');
    return id === undefined ? [] : [{ id, why: textAt(each, 'why') ?? 'it was not read' }];
  });
  for (const [i, each] of list(at(json, 'objects')).entries()) {
    const object = objectOf(each);
    if (object) objects.push(object);
    else
      unread.push({
        id: textAt(each, 'id') ?? `objects[${i}]`,
        why: 'an object needs id, type and name as Azure has them',
      });
  }
  return {
    schema: SCAN_SCHEMA,
    cloud: textAt(json, 'cloud') ?? 'public',
    readAt: textAt(json, 'readAt') ?? '',
    subscriptions: list(at(json, 'subscriptions')).flatMap((each) => {
      const id = textAt(each, 'id');
      return id === undefined ? [] : [{ id, name: textAt(each, 'name') ?? id }];
    }),
    objects,
    complete: list(at(json, 'complete')).flatMap((each) => text(each)?.toLowerCase() ?? []),
    unread,
  };
}

/** Names may hold blanks; a quotation mark or a backslash no id has. */
const ID = /^\/[^"\\]+$/;

function objectOf(json: unknown): ArmObject | undefined {
  const [id, type, name] = [textAt(json, 'id'), textAt(json, 'type'), textAt(json, 'name')];
  if (id === undefined || type === undefined || name === undefined) return undefined;
  if (!ID.test(id) || !/^\w+(\.\w+)*(\/\w+)+$/.test(type)) return undefined;
  const tags = Object.entries(record(at(json, 'tags')) ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' ? [[key, value] as const] : [],
  );
  const object: Record<string, unknown> = { id, type, name };
  for (const key of ['location', 'kind', 'managedBy']) {
    const value = textAt(json, key);
    if (value !== undefined) object[key] = value;
  }
  for (const key of ['sku', 'identity', 'zones', 'plan', 'properties']) {
    const value = at(json, key);
    if (value !== undefined && value !== null) object[key] = value;
  }
  if (tags.length) object.tags = Object.fromEntries(tags);
  return object as unknown as ArmObject;
}
