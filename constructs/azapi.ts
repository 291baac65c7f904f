import { TerraformProvider, TerraformResource, type TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

const SOURCE = 'Azure/azapi';
const VERSION = '~> 2.0';

/** The azapi provider, for the few settings that azurerm has no attribute for. There are no bindings of it. */
export class AzapiProvider extends TerraformProvider {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      terraformResourceType: 'azapi',
      terraformProviderSource: SOURCE,
      terraformGeneratorMetadata: { providerName: 'azapi', providerVersionConstraint: VERSION },
    });
  }
}

/** The azapi provider of a stack, made once. */
export function azapi(stack: TerraformStack): void {
  if (!stack.node.tryFindChild('azapi')) new AzapiProvider(stack, 'azapi');
}

export interface AzapiUpdateResourceConfig {
  /** ARM type and API version, such as `Microsoft.Compute/disks@2024-03-02`. */
  readonly type: string;
  readonly resourceId: string;
  /** The properties to change, under Azure's own names; everything else stays as it is. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** Changes properties of a resource that another resource makes. Taking it away changes nothing in Azure. */
export class AzapiUpdateResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: AzapiUpdateResourceConfig,
  ) {
    super(scope, id, {
      terraformResourceType: 'azapi_update_resource',
      terraformGeneratorMetadata: { providerName: 'azapi' },
    });
  }

  protected override synthesizeAttributes() {
    const { type, resourceId, body } = this.config;
    return { type, resource_id: resourceId, body };
  }
}
