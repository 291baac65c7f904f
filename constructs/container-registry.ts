import * as provider from '@cdktf/provider-azurerm/lib/container-registry';
import { containerRegistry } from '../controls/container-registry';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type ContainerRegistryConfig = Hardened<provider.ContainerRegistryConfig>;

/** The provider's container registry with what the caller left out set as the controls want it. */
export class ContainerRegistry extends Hardening(provider.ContainerRegistry, containerRegistry) {}
