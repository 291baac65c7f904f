import * as provider from '@cdktf/provider-azurerm/lib/kubernetes-cluster';
import { kubernetesCluster } from '../controls/kubernetes-cluster';
import type { Hardened } from './hardened';
import { Hardening } from './hardening';

export type KubernetesClusterConfig = Hardened<provider.KubernetesClusterConfig>;

/** The provider's kubernetes cluster with what the caller left out set as the controls want it. */
export class KubernetesCluster extends Hardening(provider.KubernetesCluster, kubernetesCluster) {}
