import { accepts } from '../../controls/accept';
import type { Control } from '../../controls/control';
import { controls } from '../../controls/index';
import { isLasting } from '../../controls/lasting';
import { attributeFacts, attributesOf } from '../../controls/provider/facts';
import { bindingModule, hardenedClass } from '../../controls/provider/names';
import { wanted } from '../../controls/reading';
import { type Attributes, isList, isObject, Reference, type Resource, Unknown, valueAt } from '../../controls/value';
import type { Change } from '../plan-types';

let types: ReadonlySet<string> | undefined;

/** Whether our package has a hardened class for a type: all that a control is about and azurerm 5.x still has. */
export function hasHardened(type: string): boolean {
  // Facts are only read when somebody asks: the command starts without them.
  types ??= new Set(
    controls
      .filter(({ retired }) => !retired)
      .flatMap(({ resources, companions = [] }) => [...resources, ...companions.map(({ resource }) => resource)])
      .filter((each) => !each.startsWith('azapi_') && attributesOf(each, 5).size > 0),
  );
  return types.has(type);
}

/** `import { StorageAccount } from 'azure-plumbline/constructs/storage-account';` */
export const hardenedImport = (type: string): string =>
  `import { ${hardenedClass(type)} } from 'azure-plumbline/constructs/${bindingModule(type)}';`;

/**
 * Whether our class, told that the resource exists, writes the change by itself: the code says nothing there, the controls know
 * the values without anybody's answer, and nothing is replaced by it or cannot be taken back.
 */
export function isFilledIn({ edit, from, controls: wanting }: Change, resource: Resource): boolean {
  const { what, place } = edit;
  if (what.do !== 'fill' || what.remove.length || isList(from) || place.steps.some(isIndex)) return false;
  const { type } = resource;
  if (wanting.some((control) => !control.resources.includes(type) || control.onRequest || control.about)) return false;
  if (!hasHardened(type) || !wanting.every((control) => holds(control, resource))) return false;
  return leavesOf(what.content, what.at).every((path) =>
    wanting.some(({ want, ...control }) =>
      wanted(want ?? {}).some(
        ({ dotted, expectation: { set } }) => dotted === path && set !== undefined && !isLasting(control, path, set),
      ),
    ),
  );
}

/** Whether our class sees by the config alone that the condition of a control holds. */
const holds = ({ when, resources: [type] }: Control, { attributes }: Resource): boolean =>
  wanted(when ?? {}).every(({ path, dotted, expectation }) => {
    const value = valueAt(attributes, path) ?? attributeFacts(type, dotted, 4)?.default;
    // What the config has there is a token.
    const isToken = value instanceof Reference || value instanceof Unknown;
    return !isToken && accepts(expectation.accept, value) === true;
  });

const isIndex = (step: string | number): boolean => typeof step === 'number';

/** Dotted paths of the values in new content; a list is one value. */
const leavesOf = (content: Attributes, at: string): string[] =>
  Object.entries(content).flatMap(([name, value]) => {
    const path = at ? `${at}.${name}` : name;
    return isObject(value) ? leavesOf(value, path) : [path];
  });
