import { AzurermProvider, type AzurermProviderConfig } from '@cdktf/provider-azurerm/lib/provider';
import type { TerraformStack } from 'cdktf';

/** The last release line that the CDKTF bindings know; for azurerm 5.x changes are written as HCL instead. */
export const AZURERM = '~> 4.55';

/** The azurerm provider of a stack, pinned to the release that the names in this stack are written for. */
export function azurerm(stack: TerraformStack, config: Partial<AzurermProviderConfig> = {}): AzurermProvider {
  const provider = new AzurermProvider(stack, 'azurerm', { features: [{}], ...config });
  stack.addOverride('terraform.required_providers.azurerm.version', AZURERM);
  return provider;
}
