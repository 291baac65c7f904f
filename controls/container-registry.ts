import type { ContainerRegistryConfig } from '@cdktf/provider-azurerm/lib/container-registry';
import { controlsFor, oneOf, orAbsent } from './control';

const control = controlsFor<ContainerRegistryConfig>('azurerm_container_registry');
/** Azure sells private networking with it alone. */
const PREMIUM = { sku: 'Premium' };

/** What scanners ask of registries; the benchmark does not know them. */
export const containerRegistry = [
  control({
    id: 'container-registry-no-admin',
    title: 'Container registries have no administrator with a password',
    why: 'The account may pull and push everything, has no name behind it, and shares its two passwords among all who know them.',
    severity: 'high',
    level: 2,
    cis: {},
    want: { adminEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Whoever signs in with the name of the registry is refused: apps, container instances and pipelines need an identity with AcrPull or AcrPush first.',
      ],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_137'], kics: ['b897dfbf-322c-45a8-b67c-1e698beeaa51'] },
  }),
  control({
    id: 'container-registry-no-anonymous-pull',
    title: 'Nobody pulls from a container registry without a name',
    why: 'Images hold code and often more: whoever knows the name of the registry reads all of it.',
    severity: 'high',
    level: 2,
    cis: {},
    want: { anonymousPullEnabled: orAbsent(oneOf(false)) },
    fix: {
      impact: 'disruptive',
      consequences: ['Clients that pull without signing in are refused.'],
      restores: 'yes',
    },
    aliases: { checkov: ['CKV_AZURE_138'] },
  }),
  control({
    id: 'container-registry-no-public-network',
    title: 'Container registries of SKU Premium are closed to public networks',
    why: 'A token that leaks pulls and pushes nothing where the registry cannot be reached.',
    severity: 'medium',
    level: 2,
    cis: {},
    when: PREMIUM,
    want: { publicNetworkAccessEnabled: false },
    fix: {
      impact: 'disruptive',
      consequences: [
        'Only private endpoints reach the registry afterwards: clusters, pipelines and developers outside the network pull and push nothing.',
        'Tasks of the registry itself run outside of the network too, unless they are admitted as trusted services.',
      ],
      restores: 'yes',
    },
    aliases: {
      checkov: [{ rule: 'CKV_AZURE_139', differs: 'Fails registries below Premium too, which cannot be closed.' }],
    },
  }),
  control({
    id: 'container-registry-data-endpoints',
    title: 'Container registries serve layers from names of their own',
    why: 'Clients then need to reach one registry, and not the whole storage of a region, through which data could leave.',
    severity: 'low',
    level: 2,
    onRequest: 'Firewalls in front of clients must let the new names through first.',
    cis: {},
    when: PREMIUM,
    want: { dataEndpointEnabled: true },
    fix: {
      impact: 'disruptive',
      consequences: ['Clients behind a firewall that does not know the new names can no longer pull.'],
      restores: 'yes',
    },
    aliases: { checkov: [{ rule: 'CKV_AZURE_237', differs: 'Fails registries below Premium too, which have none.' }] },
  }),
];
