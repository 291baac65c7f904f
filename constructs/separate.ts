import { type TerraformResource, TerraformStack, Token } from 'cdktf';
import { mark, marked } from './marks';
import { resolved } from './resolve';

/** Separate resources that carry settings of another one, by their type: the ids they point at. */
type Separate = Map<string, { readonly ids: string[]; addresses?: ReadonlySet<string> }>;

/** Says that `resource` carries settings of the resource with this id. */
export function announce(resource: TerraformResource, id: string): void {
  const stack = TerraformStack.of(resource);
  const all = marked<Separate>(stack, 'separate') ?? new Map();
  if (all.size === 0) mark(stack, 'separate', all);
  const { ids } = all.get(resource.terraformResourceType) ?? { ids: [] };
  all.set(resource.terraformResourceType, { ids: [...ids, id] });
}

/** Whether a separate resource of `type` was announced for `resource` in its stack. */
export function hasSeparate(resource: TerraformResource, type: string): boolean {
  const stack = TerraformStack.of(resource);
  const announced = marked<Separate>(stack, 'separate')?.get(type);
  if (!announced) return false;
  announced.addresses ??= new Set(announced.ids.map((id) => String(Token.isUnresolved(id) ? resolved(id, stack) : id)));
  return announced.addresses.has(`\${${resource.terraformResourceType}.${resource.friendlyUniqueId}.id}`);
}
