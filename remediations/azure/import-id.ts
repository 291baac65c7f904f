import { importIdForm } from '../../controls/provider/facts';
import { armExtended, armId } from '../findings/arm-id';
import { textAt } from '../findings/json';
import type { ArmObject } from './arm-object';

const DIAGNOSTICS = 'Microsoft.Insights/diagnosticSettings';

/** Where an object of the data plane stands, as the management plane says it. */
const IN_DATA_PLANE = /^https:\/\/[\w-]+(\.[\w-]+)+\/(keys|secrets|certificates)\/[\w-]+\/[\da-f]+$/i;

/** The same for what azurerm imports by its address in a vault, the version that is current included. */
export function importAddress(type: string, { properties }: ArmObject): string | undefined {
  if (!importIdForm(type)?.startsWith('https:')) return undefined;
  const address = textAt(properties, 'keyUriWithVersion') ?? textAt(properties, 'secretUriWithVersion');
  return address !== undefined && IN_DATA_PLANE.test(address) ? address : undefined;
}

/**
 * The id by which azurerm imports an object. azurerm is strict about the case of what is no name, and Azure is not, so all
 * but the names is spelled as azurerm wants it.
 * @returns undefined where the id does not have the form of the type
 */
export function importId(type: string, id: string): string | undefined {
  const form = importIdForm(type);
  if (form === undefined) return undefined;
  if (form.startsWith('{targetResourceId}|')) {
    const target = armExtended(id, DIAGNOSTICS);
    return target === undefined ? undefined : `${armId(target) ?? target}|${id.slice(id.lastIndexOf('/') + 1)}`;
  }
  if (form.includes('|') || !form.includes('/')) return undefined;
  const tail = form.startsWith('{scope}/') ? form.slice('{scope}'.length) : form;
  const wanted = tail.split('/').slice(1);
  const segments = (armId(id) ?? id).split('/').slice(1);
  const given = segments.slice(-wanted.length);
  const spelled = wanted.map((each, i) =>
    each.startsWith('{') ? given[i] : given[i]?.toLowerCase() === each.toLowerCase() ? each : undefined,
  );
  if (spelled.some((each) => !each)) return undefined;
  const scope = segments.slice(0, segments.length - wanted.length);
  if (tail === form && scope.length > 0) return undefined;
  return `/${[...scope, ...spelled].join('/')}`;
}
