import type { KubernetesClusterConfig } from '@cdktf/provider-azurerm/lib/kubernetes-cluster';
import { WORKSPACE } from './asks';
import { type Ask, controlsFor, oneOf, orAbsent, present } from './control';

const control = controlsFor<KubernetesClusterConfig>('azurerm_kubernetes_cluster');

/** Passes any value; one is asked for where there is none. */
const asked = (ask: Ask) => ({ ...present(), ask });

/** What scanners ask of clusters; the benchmark has them in one of its own. */
export const kubernetesCluster = [
  control({
    id: 'kubernetes-azure-policy',
    title: 'Kubernetes clusters obey Azure Policy',
    why: 'Without the add-on nothing looks at what is deployed into the cluster.',
    severity: 'low',
    level: 2,
    cis: {},
    want: { azurePolicyEnabled: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Gatekeeper runs in the cluster, and policies that are assigned with Deny refuse pods from then on.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: ['CKV_AZURE_116'],
      trivy: ['AZU-0066'],
      kics: ['43789711-161b-4708-b5bb-9d1c626f7492'],
    },
  }),
  control({
    id: 'kubernetes-upgrades',
    title: 'Kubernetes clusters upgrade themselves',
    why: 'A version that nobody supports any more keeps the holes that are found in it.',
    severity: 'medium',
    level: 2,
    onRequest:
      'Azure chooses the time unless a maintenance window says it, and workloads must stand the loss of a node.',
    cis: {},
    want: { automaticUpgradeChannel: oneOf('patch', 'stable', 'rapid', 'node-image') },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Azure installs patches of the version by itself: nodes are drained and replaced one after another.',
        'Without a maintenance_window_auto_upgrade it may happen at any hour.',
      ],
      restores: 'partly',
    },
    aliases: { checkov: ['CKV_AZURE_171'] },
  }),
  control({
    id: 'kubernetes-secret-rotation',
    title: 'Kubernetes clusters take over new versions of secrets',
    why: 'A secret that was changed in the vault because it leaked goes on being used by pods that have the old one mounted.',
    severity: 'low',
    level: 2,
    onRequest: 'A cluster that mounts nothing from a vault does not need the add-on.',
    cis: {},
    want: { keyVaultSecretsProvider: { secretRotationEnabled: true } },
    fix: {
      impact: 'in-place',
      consequences: [
        'The add-on for secrets of Key Vault runs on every node, and looks for new versions every two minutes.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_172'] },
  }),
  control({
    id: 'kubernetes-logs',
    title: 'Kubernetes clusters send the logs of their containers to Log Analytics',
    why: 'What a container wrote is gone with it, and an attacker takes it away first.',
    severity: 'medium',
    level: 2,
    onRequest: 'Log Analytics is paid by the gigabyte, and many clusters send their logs elsewhere.',
    cis: {},
    want: { omsAgent: { logAnalyticsWorkspaceId: asked(WORKSPACE) } },
    fix: {
      impact: 'in-place',
      consequences: [
        'An agent runs on every node; what applications write, personal data too, is kept in the workspace.',
      ],
      cost: 'Log Analytics bills each gigabyte that is ingested.',
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_4'], trivy: ['AZU-0040'] },
  }),
  control({
    id: 'kubernetes-no-http-routing',
    title: 'Kubernetes clusters do not publish services by the add-on for HTTP routing',
    why: 'The add-on was made for trying things out, has no support any more, and publishes names that everybody can look up.',
    severity: 'medium',
    level: 2,
    cis: {},
    want: { httpApplicationRoutingEnabled: orAbsent(oneOf(false)) },
    fix: {
      impact: 'disruptive',
      consequences: ['Services that are reached through it are no longer: move them to another ingress first.'],
      restores: 'partly',
    },
    aliases: { checkov: ['CKV_AZURE_246'] },
  }),
  control({
    id: 'kubernetes-rbac',
    title: 'Kubernetes clusters ask for roles',
    why: 'Without them whoever gets into the cluster may do everything in it.',
    severity: 'high',
    level: 2,
    cis: {},
    want: { roleBasedAccessControlEnabled: true },
    fix: {
      impact: 'replaces',
      consequences: ['Terraform destroys the cluster with all that runs in it and makes a new one.'],
      restores: 'no',
    },
    aliases: { checkov: ['CKV_AZURE_5'], trivy: ['AZU-0042'], kics: ['86f92117-eed8-4614-9c6c-b26da20ff37f'] },
  }),
  control({
    id: 'kubernetes-no-local-accounts',
    title: 'Nobody signs in to a Kubernetes cluster with a certificate of its own',
    why: 'The local administrator has no name, no second factor, and no end but a rotation of all certificates.',
    severity: 'high',
    level: 2,
    cis: {},
    // Azure refuses it where Entra does not answer for who signs in.
    when: { azureActiveDirectoryRoleBasedAccessControl: present() },
    want: { localAccountDisabled: true },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Files of kubectl with the certificate of the administrator stop working, those of pipelines and of the Terraform provider kubernetes too.',
        'Give people and pipelines roles in the cluster first.',
      ],
      restores: 'partly',
    },
    aliases: {
      checkov: [
        { rule: 'CKV_AZURE_141', differs: 'Fails clusters without Entra too, where Azure refuses the setting.' },
      ],
    },
  }),
];
