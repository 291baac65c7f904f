import { compact, record, text } from '../findings/json';
import type { ArmObject } from './arm-object';
import { spelled } from './arm-types';
import { withoutSecrets } from './secrets';

const filled = (value: unknown): unknown => value ?? undefined;
const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/**
 * What is kept of an answer: the parts that an `ArmObject` has, without secrets. Undefined for what has no id. The type is
 * that of the reader where one is given: answers spell it in many ways, or leave it out.
 */
export function armObject(answer: unknown, type?: string): ArmObject | undefined {
  const row = record(answer);
  const id = text(row?.id);
  if (!row || id === undefined || !id.startsWith('/')) return undefined;
  const found = type ?? word(row.type);
  if (found === undefined) return undefined;
  const { tags, sku, identity, zones, plan, properties } = withoutSecrets({
    tags: row.tags,
    sku: row.sku,
    identity: row.identity,
    zones: row.zones,
    plan: row.plan,
    properties: row.properties,
  }) as Readonly<Record<string, unknown>>;
  return compact({
    id,
    type: spelled(found),
    name: text(row.name) ?? id.slice(id.lastIndexOf('/') + 1),
    location: word(row.location),
    kind: word(row.kind),
    managedBy: word(row.managedBy),
    sku: filled(sku),
    identity: filled(identity),
    zones: filled(zones),
    plan: filled(plan),
    tags: tagsOf(tags),
    properties: filled(properties),
  });
}

function tagsOf(tags: unknown): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(record(tags) ?? {}).map(([name, value]) => [name, String(value ?? '')] as const);
  return entries.length ? Object.fromEntries(entries) : undefined;
}
