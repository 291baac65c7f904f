import type {
  SecurityCenterSubscriptionPricingConfig,
  SecurityCenterSubscriptionPricingExtension,
} from '@cdktf/provider-azurerm/lib/security-center-subscription-pricing';
import { blocks, controlsFor, orAbsent, such } from './control';
import { isList, isObject } from './value';

const control = controlsFor<SecurityCenterSubscriptionPricingConfig>('azurerm_security_center_subscription_pricing');

const REPLACES_LIST =
  'The list in the code is the whole list: extensions switched on elsewhere and not listed are switched off.';
/** Extensions need the paid tier: on a Free plan Azure refuses them. */
const listing = (name: string) =>
  ({ tier: 'Standard', extension: blocks<SecurityCenterSubscriptionPricingExtension[]>([{ name }]) }) as const;

/** Parts of a plan, CIS 3.1.3.4, 3.1.3.5, 3.1.4.2 and 3.1.4.3. */
export const defenderExtensions = [
  control({
    id: 'defender-agentless-machine-scanning',
    title: 'Defender for Servers scans machines without an agent',
    why: 'Machines that nobody put an agent on are looked at too, from a snapshot of their disks.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '3.1.3.4' },
    when: { resourceType: 'VirtualMachines' },
    want: {
      ...listing('AgentlessVmScanning'),
      // Without a name Azure takes the full plan. From P1 to P2 Terraform goes through Free: for the owner to decide.
      subplan: orAbsent(such('"P2"', (subplan) => subplan === 'P2')),
    },
    fix: {
      impact: 'disruptive',
      consequences: [
        REPLACES_LIST,
        'Defender makes snapshots of the disks and reads them; disks with keys of your own need its identity on the key.',
      ],
      cost: 'Needs plan 2 of Defender for Servers, which is billed by server and hour.',
      restores: 'yes',
    },
    aliases: { powerpipe: ['cis_v300_3_1_3_4'] },
  }),
  control({
    id: 'defender-file-integrity-monitoring',
    title: 'Defender for Servers watches system files for changes',
    why: 'An intruder who stays has to change something: a service, a scheduled task, a system file.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '3.1.3.5' },
    when: { resourceType: 'VirtualMachines' },
    want: {
      extension: such(
        'an extension FileIntegrityMonitoring',
        (list) => isList(list) && list.some((each) => isObject(each) && each.name === 'FileIntegrityMonitoring'),
      ),
    },
    fix: {
      impact: 'disruptive',
      consequences: [REPLACES_LIST, 'Machines get an extension that reports changes to the workspace.'],
      advice:
        'Choose the workspace in the portal (Defender for Cloud, Environment settings, the subscription, Defender plans, Settings beside Servers, File Integrity Monitoring), read back what the plan is called there, then list that extension in the code.',
      cost: 'Part of plan 2 of Defender for Servers; what is reported beyond its allowance is billed by Log Analytics.',
      restores: 'yes',
    },
    aliases: { defender: ['9b7d740f-c271-4bfd-88fb-515680c33440'], powerpipe: ['cis_v300_3_1_3_5'] },
  }),
  control({
    id: 'defender-agentless-kubernetes-discovery',
    title: 'Defender for Containers discovers what runs in clusters without an agent',
    why: 'A cluster that nobody told Defender about is found, with what it runs and who may reach it.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '3.1.4.2' },
    when: { resourceType: 'Containers' },
    want: listing('AgentlessDiscoveryForKubernetes'),
    fix: {
      impact: 'disruptive',
      consequences: [REPLACES_LIST, 'Defender gets a trusted role in the clusters and reads their API.'],
      restores: 'yes',
    },
    aliases: { powerpipe: ['cis_v300_3_1_4_2'] },
  }),
  control({
    id: 'defender-image-vulnerability-scanning',
    title: 'Defender for Containers looks for vulnerabilities in the images of registries',
    why: 'An image that was clean when it was pushed is not clean for ever.',
    severity: 'high',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '3.1.4.3' },
    when: { resourceType: 'Containers' },
    want: listing('ContainerRegistriesVulnerabilityAssessments'),
    fix: {
      impact: 'disruptive',
      consequences: [REPLACES_LIST, 'Defender pulls the images of every registry of the subscription.'],
      restores: 'yes',
    },
    aliases: { prowler: ['defender_container_images_scan_enabled'], powerpipe: ['cis_v300_3_1_4_3'] },
  }),
];
