import type { Block, Expression } from './hcl/ast';
import type { Located } from './locate/hcl/estate';

/** Terraform takes an undeclared provider for one of HashiCorp's own, and azapi is none: `init` would fail. */
export function missingProvider(type: string, { scope }: Located): string | undefined {
  if (!type.startsWith('azapi_')) return undefined;
  const declares = ({ node }: { node: Block }): boolean =>
    node.body.items.some((item) =>
      item.type === 'block'
        ? declares({ node: item })
        : node.kind === 'required_providers'
          ? item.name === 'azapi'
          : item.name === 'required_providers' && keysOf(item.value).includes('azapi'),
    );
  const { settings, files } = scope.instance.module;
  if (settings.some(declares)) return undefined;
  if (files.some(({ stack }) => stack !== undefined))
    return 'azurerm has no attribute for it, azapi has: make an AzapiProvider (azure-plumbline/constructs/azapi) in the stack first';
  return 'azurerm has no attribute for it, azapi has: declare azapi = { source = "Azure/azapi", version = "~> 2.0" } in required_providers first';
}

/** Names in an object, as JSON syntax writes blocks. */
const keysOf = (expression: Expression): unknown[] =>
  expression.type === 'object' ? expression.items.flatMap(({ key }) => (key.type === 'text' ? [key.value] : [])) : [];
