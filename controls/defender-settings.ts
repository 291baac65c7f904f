import type { SecurityCenterAutoProvisioningConfig } from '@cdktf/provider-azurerm/lib/security-center-auto-provisioning';
import type { SecurityCenterServerVulnerabilityAssessmentsSettingConfig } from '@cdktf/provider-azurerm/lib/security-center-server-vulnerability-assessments-setting';
import type { SecurityCenterSettingConfig } from '@cdktf/provider-azurerm/lib/security-center-setting';
import { controlsFor, manual } from './control';

const setting = controlsFor<SecurityCenterSettingConfig>('azurerm_security_center_setting');
const provisioning = controlsFor<SecurityCenterAutoProvisioningConfig>('azurerm_security_center_auto_provisioning');
const assessments = controlsFor<SecurityCenterServerVulnerabilityAssessmentsSettingConfig>(
  'azurerm_security_center_server_vulnerability_assessments_setting',
);

/** How Defender for Cloud works together with its neighbours, CIS 3.1.1.1, 3.1.1.2, 3.1.3.2, 3.1.3.3 and 3.1.15. */
export const defenderSettings = [
  provisioning({
    id: 'defender-auto-provisioning',
    title: 'Defender for Cloud puts the Log Analytics agent on machines by itself',
    why: 'A machine without an agent is a machine that nobody watches.',
    severity: 'low',
    level: 1,
    scope: 'subscription',
    cis: { 'v3.0.0': '3.1.1.1' },
    retired: 'Microsoft retired the Log Analytics agent in August 2024.',
    want: { autoProvision: 'On' },
    fix: {
      impact: 'disruptive',
      consequences: ['Every machine of the subscription gets an agent that Microsoft no longer maintains.'],
      advice:
        'Microsoft retired the agent in August 2024: do not bring it back. Remove the resource, which azurerm 5.x no longer has, let Defender for Servers do its work without an agent or with Defender for Endpoint, and record the recommendation as not applicable.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['defender_auto_provisioning_log_analytics_agent_vms_on'],
      'azure-policy': ['475aae12-b88a-4572-8b36-9b712b2b3a17'],
      defender: ['af849052-4299-0692-acc0-bffcbe9e440c'],
      powerpipe: ['cis_v300_3_1_1_1', 'securitycenter_automatic_provisioning_monitoring_agent_on'],
    },
  }),
  setting({
    id: 'defender-cloud-apps',
    title: 'Defender for Cloud Apps receives what Defender for Cloud sees',
    why: 'Together they tell an administrator at work from somebody who uses a stolen session.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': '3.1.1.2' },
    when: { settingName: 'MCAS' },
    want: { enabled: true },
    fix: {
      impact: 'in-place',
      consequences: ['Activities of the subscription are passed on; the region in which they are kept may be another.'],
      cost: 'Needs a licence of Defender for Cloud Apps.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['defender_ensure_mcas_is_enabled'],
      powerpipe: ['cis_v300_3_1_1_2', 'securitycenter_mcas_integration'],
    },
  }),
  assessments({
    id: 'defender-vulnerability-assessment',
    title: 'Machines are assessed for vulnerabilities by Defender',
    why: 'Known holes are closed by whoever knows that they are there.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': '3.1.3.2' },
    want: { vulnerabilityAssessmentProvider: 'MdeTvm' },
    fix: {
      impact: 'in-place',
      consequences: ['Machines that Defender for Endpoint looks after report what software they have.'],
      cost: 'Part of Defender for Servers.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['defender_auto_provisioning_vulnerabilty_assessments_machines_on'],
      'azure-policy': ['501541f7-f7e7-4cd6-868c-4190fdad3ac9'],
      defender: ['ffff0522-1e88-47fc-8382-2a80ba848f5d'],
      powerpipe: ['cis_v300_3_1_3_2'],
    },
  }),
  setting({
    id: 'defender-endpoint',
    title: 'Defender for Endpoint works together with Defender for Cloud',
    why: 'What happens inside a machine and what happens around it is one story; apart, neither half looks like an attack.',
    severity: 'high',
    level: 2,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': '3.1.3.3' },
    when: { settingName: 'WDATP' },
    want: { enabled: true },
    fix: {
      impact: 'in-place',
      consequences: [
        'Defender for Endpoint is installed on the machines of the subscription; another antivirus may get in its way.',
      ],
      cost: 'Part of Defender for Servers.',
      restores: 'yes',
    },
    aliases: {
      prowler: ['defender_ensure_wdatp_is_enabled'],
      powerpipe: ['cis_v300_3_1_3_3', 'securitycenter_wdatp_integration'],
    },
  }),
  manual({
    id: 'defender-attack-surface',
    title: 'What the organisation shows to the internet is watched from outside',
    why: 'Attackers start with what is reachable, and that includes what nobody remembers.',
    severity: 'medium',
    level: 2,
    scope: 'subscription',
    cis: { 'v3.0.0': '3.1.15' },
    manual: {
      why: 'No resource of azurerm carries it. With azapi one can create the workspace, but an empty one watches nothing: which domains and addresses are yours is entered by hand.',
      steps:
        'In the Azure portal open Microsoft Defender EASM, create a workspace, then under Discovery add a discovery group with your domains, address ranges and organisation names as seeds and let it run every week. Read the inventory afterwards and dismiss what is not yours.',
      evidence:
        'A screenshot of the discovery groups with the date of their last run, and the list of assets that were found and confirmed.',
      every: 'quarter',
      property: 'Azure Resource Manager: at least one resource of the type Microsoft.Easm/workspaces',
    },
    aliases: { powerpipe: ['cis_v300_3_1_15'] },
  }),
];
