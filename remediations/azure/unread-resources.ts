import { attributesOf } from '../../controls/provider/facts';
import { type Attributes, Unknown } from '../../controls/value';
import { armId } from '../findings/arm-id';
import type { ArmObject, Unread } from './arm-object';
import type { LiveResource } from './live-resources';
import { parentAttributes } from './parents';
import { terraformType } from './terraform-type';

/**
 * Stands for what a list or a child that could not be read may hold, so that nothing is taken for absent: where it belongs
 * is known, all else is not.
 * @returns undefined where no control is about such a thing
 */
export function unreadResource({ id, why }: Unread): LiveResource | undefined {
  const object = unreadObject(armId(id) ?? id);
  const type = object && terraformType(object);
  if (!object || !type) return undefined;
  const unknown = new Unknown(`${id.slice(id.lastIndexOf('/') + 1)}: ${why}`);
  const attributes: Attributes = Object.fromEntries(
    [...attributesOf(type, 4)]
      .filter(([path, { optional, required }]) => !path.includes('.') && (optional || required))
      .map(([path]) => [path, unknown]),
  );
  return { address: id, type, attributes: { ...attributes, ...parentAttributes(type, object) }, object };
}

function unreadObject(id: string): ArmObject | undefined {
  const start = id.toLowerCase().lastIndexOf('/providers/');
  if (start < 0) return undefined;
  const [namespace, ...rest] = id.slice(start + '/providers/'.length).split('/');
  const kinds = rest.filter((_, i) => i % 2 === 0);
  if (!kinds.length) return undefined;
  // The id of a list is that of its entries without their name.
  const isList = rest.length % 2 === 1;
  return { id: isList ? `${id}/unread` : id, type: [namespace, ...kinds].join('/'), name: 'unread' };
}
