const KEY = '\\[(?:"(?:[^"\\\\]|\\\\.)*"|\\d+)\\]';
const KEYS = new RegExp(KEY, 'g');
const MODULES = new RegExp(`^(?:module\\.[^.[]+(?:${KEY})?\\.)*`);

/** The address of the block: without the keys of `count` and `for_each`. */
export const withoutKeys = (address: string): string => address.replace(KEYS, '');

/** `module.logs["eu"].` or '': the way of module calls that an address starts with. */
export const modulePrefix = (address: string): string => MODULES.exec(address)![0];

const LAST_KEY = new RegExp(`${KEY}$`);
/** `["eu"]`, `[0]` or '': which instance of its block a resource is. */
export const instanceKey = (address: string): string => LAST_KEY.exec(address)?.[0] ?? '';

/** `azurerm_key_vault` of `module.a["x"].azurerm_key_vault.main[0]`. */
export function typeOf(address: string): string {
  const steps = withoutKeys(address).split('.');
  return steps[steps.length - 2] ?? '';
}
