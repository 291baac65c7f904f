import type { Control } from '../controls/control';
import { attributeFacts, type Major } from '../controls/provider/facts';
import { type Attributes, isAbsent, isList, isObject, type Resource, Unknown, type Value } from '../controls/value';

/** What the code around a change says that makes Azure refuse it, though the schema does not. */
const REFUSED: Readonly<Record<string, (resource: Resource) => string | undefined>> = {
  'virtual-machine-platform-updates': ({ attributes }) => {
    const needed = ['provision_vm_agent', 'automatic_updates_enabled', 'enable_automatic_updates'];
    const off = needed.find((name) => attributes[name] instanceof Unknown || String(attributes[name]) === 'false');
    return off && `Azure takes it only with ${off} = true, which can only be chosen at creation`;
  },
};

/**
 * Why azurerm or Azure would refuse an attribute that is written as the control wants it, if the code shows it.
 * @param path of the attribute, dotted, without indexes
 * @param leaving attributes that go with the same change
 */
export function refusal(
  control: Control,
  resource: Resource,
  path: string,
  major: Major,
  leaving: readonly string[],
): string | undefined {
  const other = contradiction(resource, path, major, leaving);
  if (other) return `azurerm does not take ${path} beside ${other}, which the code sets`;
  return newBlock(resource, path, major) ?? REFUSED[control.id]?.(resource);
}

const BITNESS = 'site_config.use_32_bit_worker_process';
/** azurerm_app_service has no default for the bitness: a new block would switch the app to 64 bit, which small plans refuse. */
function newBlock({ type, attributes }: Resource, path: string, major: Major): string | undefined {
  const bitness = attributeFacts(type, BITNESS, major);
  if (!path.startsWith('site_config.') || !isAbsent(attributes.site_config)) return undefined;
  if (!bitness || bitness.default !== undefined) return undefined;
  return `a new site_config block also decides what the code leaves to Azure now: write one with ${BITNESS.split('.')[1]} and always_on as the app has them first`;
}

/** The attribute that stands in the code and that azurerm does not take together with a new one. */
function contradiction({ type, attributes }: Resource, path: string, major: Major, leaving: readonly string[]) {
  const steps = path.split('.');
  const added = steps
    .map((_, i) => steps.slice(0, i + 1).join('.'))
    .filter((each) => isAbsent(valueAt(attributes, each)));
  return added
    .flatMap((each) => attributeFacts(type, each, major)?.conflictsWith ?? [])
    .find((other) => !leaving.includes(other) && !isAbsent(valueAt(attributes, other)));
}

function valueAt(attributes: Attributes, path: string): Value | undefined {
  return path.split('.').reduce<Value | undefined>((at, name) => {
    const block = isList(at) && at.length === 1 ? at[0] : at;
    return isObject(block) ? block[name] : undefined;
  }, attributes);
}
