import { append } from '../../controls/append';
import { attributeFacts } from '../../controls/provider/facts';
import type { Attributes, Resource } from '../../controls/value';
import { armId, subscriptionOf } from '../findings/arm-id';
import { printable } from '../findings/json';
import type { ArmObject, Scan } from './arm-object';
import { readAttributes } from './attributes';
import { derivedFrom, withSubnets } from './derived';
import { parentAttributes } from './parents';
import { Objects } from './parts';
import { SPECIAL } from './special';
import { terraformType } from './terraform-type';
import { unreadResource } from './unread-resources';

/** A resource in Azure in the normal form that code, plans and states have; its address is its id. */
export interface LiveResource extends Resource {
  readonly object: ArmObject;
}

/** Everything of a scan that a control may be about, by subscription. */
export function liveResources(scan: Pick<Scan, 'objects' | 'unread'>): ReadonlyMap<string, readonly LiveResource[]> {
  const all = withSubnets(scan.objects);
  const objects = new Objects(all, scan.unread);
  const made = new Map<string, LiveResource[]>();
  const add = (resource: LiveResource) => append(made, subscriptionOf(resource.object.id), resource);
  for (const object of all) resourcesOf(object, objects).forEach(add);
  for (const each of scan.unread) {
    const resource = unreadResource(each);
    if (resource) add(resource);
  }
  return made;
}

function resourcesOf(object: ArmObject, objects: Objects): LiveResource[] {
  const id = armId(object.id) ?? object.id;
  const spelled = { ...object, id };
  const type = terraformType(object);
  const own = type ? [{ address: printable(id), type, attributes: attributesFor(type, spelled, objects) }] : [];
  return [...own, ...derivedFrom(spelled)].map((resource) => ({ ...resource, object: spelled }));
}

function attributesFor(type: string, object: ArmObject, objects: Objects): Attributes {
  return {
    ...readAttributes(type, object, objects),
    ...common(type, object),
    ...parentAttributes(type, object),
    ...SPECIAL[type]?.(object),
    id: object.id,
  };
}

/** What every resource of a group has. */
function common(type: string, { id, name, location, tags }: ArmObject): Attributes {
  const group = /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];
  const all: Attributes = {
    name: printable(name.slice(name.lastIndexOf('/') + 1)),
    ...(group ? { resource_group_name: group } : {}),
    ...(location ? { location: location.toLowerCase().replaceAll(' ', '') } : {}),
    ...(tags ? { tags: { ...tags } } : {}),
  };
  return Object.fromEntries(Object.entries(all).filter(([each]) => attributeFacts(type, each, 4)));
}
