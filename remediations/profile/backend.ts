import { UserError } from '../errors';
import { record } from '../findings/json';

/** Where the state of remediation stacks is kept: the arguments of Terraform's backend `azurerm`. */
export interface Backend {
  readonly resource_group_name?: string;
  readonly storage_account_name: string;
  readonly container_name: string;
  readonly subscription_id?: string;
  readonly tenant_id?: string;
  readonly use_azuread_auth?: boolean;
  /** In front of the name of the stack: `security/` makes `security/remediation.tfstate`. */
  readonly key_prefix?: string;
}

export const BACKEND = {
  storage_account_name: { type: 'string', required: true, description: 'The storage account.' },
  container_name: { type: 'string', required: true, description: 'The container in it.' },
  resource_group_name: { type: 'string', required: false, description: 'The resource group of the account.' },
  subscription_id: { type: 'string', required: false, description: 'The subscription of the account.' },
  tenant_id: { type: 'string', required: false, description: 'The tenant of the account.' },
  use_azuread_auth: { type: 'boolean', required: false, description: 'Sign in to the account instead of using a key.' },
  key_prefix: { type: 'string', required: false, description: 'In front of the name of the stack.' },
} as const;

/** The `backend` of a profile; mistakes name the place, what is allowed and what to do. */
export function readBackend(value: unknown, place: string): Backend {
  const given = record(value);
  const names = Object.keys(BACKEND);
  if (!given) throw new UserError(`${place}: not a mapping`, `Write ${names.slice(0, 2).join(' and ')} under it.`);
  for (const [name, each] of Object.entries(given)) {
    const known = Object.hasOwn(BACKEND, name) ? BACKEND[name as keyof typeof BACKEND] : undefined;
    if (!known) throw new UserError(`${place}: "${name}" is not known`, `Allowed: ${names.join(', ')}.`);
    if (typeof each !== known.type || (typeof each === 'string' && !/^[\w./-]+$/.test(each)))
      throw new UserError(
        `${place}, ${name}: ${JSON.stringify(each)}`,
        known.type === 'boolean' ? 'Allowed: true, false.' : 'Give a name of letters, digits, -, _, . and /.',
      );
  }
  const missing = names.find((name) => BACKEND[name as keyof typeof BACKEND].required && given[name] === undefined);
  if (missing)
    throw new UserError(`${place}: ${missing} is missing`, BACKEND[missing as keyof typeof BACKEND].description);
  return given as unknown as Backend;
}
