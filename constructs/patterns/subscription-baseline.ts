import { TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { activityLogAlerts } from '../../controls/activity-log-alerts';
import type { Control } from '../../controls/control';
import { defenderExtensions } from '../../controls/defender-extensions';
import { defenderPlans } from '../../controls/defender-plans';
import { wanted } from '../../controls/reading';
import { securityBenchmark } from '../../controls/security-benchmark';
import { serviceHealthAlert } from '../../controls/service-health-alert';
import { setLevel, setOwns } from '../marks';
import { MonitorActivityLogAlert, type MonitorActivityLogAlertConfig } from '../monitor-activity-log-alert';
import { MonitorDiagnosticSetting } from '../monitor-diagnostic-setting';
import { SecurityCenterContact } from '../security-center-contact';
import { SecurityCenterServerVulnerabilityAssessmentsSetting } from '../security-center-server-vulnerability-assessments-setting';
import { SecurityCenterSetting } from '../security-center-setting';
import { SecurityCenterSubscriptionPricing } from '../security-center-subscription-pricing';
import { SubscriptionPolicyAssignment } from '../subscription-policy-assignment';

export interface SubscriptionBaselineConfig {
  /** Id of the subscription, a GUID. */
  readonly subscriptionId: string;
  /** Resource group in which the alerts stand. */
  readonly resourceGroupName: string;
  /** Which Log Analytics workspace receives the logs (its resource id)? */
  readonly logAnalyticsWorkspaceId: string;
  /** Which address receives security alerts (a mailbox that several people read)? */
  readonly securityContactEmail: string;
  /** Which action group is told about changes in the subscription (its resource id)? */
  readonly actionGroupId: string;
  /**
   * Extensions of Defender plans to switch on beside those that the controls name, by the type of the plan. Every
   * extension that is not listed is switched off; a plan that is on already has to be imported. File integrity
   * monitoring needs a workspace that is chosen in the portal: list it under `VirtualMachines` as it is called there.
   */
  readonly extensions: Readonly<Record<string, readonly string[]>>;
}

/** What a control picks by its `when`: the type of a plan, the operation or category of an alert. */
const chosen = ({ when }: Control): string => String(wanted(when ?? {})[0].expectation.set);

/** Names of extensions that the controls want in a plan. */
const extensionsOf = (resourceType: string): string[] =>
  defenderExtensions
    .filter((control) => chosen(control) === resourceType)
    .flatMap(({ want }) => wanted(want ?? {}))
    .flatMap(({ expectation: { accept } }) =>
      'blocks' in accept ? accept.blocks.map(([block]) => String(block.name)) : [],
    );

/**
 * What a subscription has once, at level 2: Defender plans (each is billed), a contact, the export of the activity log and
 * the alerts on it, the initiative of the Microsoft cloud security benchmark. The stack then owns the subscription:
 * `enforce` fails when something of it is taken away.
 */
export class SubscriptionBaseline extends Construct {
  constructor(scope: Construct, id: string, config: SubscriptionBaselineConfig) {
    super(scope, id);
    setLevel(this, 2);
    setLevel(TerraformStack.of(this), 2);
    setOwns(TerraformStack.of(this), 'subscription');
    this.defender(config);
    this.activityLog(config);
    this.policies(config);
  }

  private defender({ securityContactEmail, extensions }: SubscriptionBaselineConfig): void {
    for (const control of defenderPlans.filter(({ retired }) => !retired)) {
      const resourceType = chosen(control);
      const names = [...extensionsOf(resourceType), ...(extensions[resourceType] ?? [])];
      new SecurityCenterSubscriptionPricing(this, control.id, {
        tier: 'Standard',
        resourceType,
        ...(names.length ? { extension: names.map((name) => ({ name })) } : {}),
      });
    }
    new SecurityCenterContact(this, 'contact', {
      name: 'default1',
      email: securityContactEmail,
      alertNotifications: true,
      alertsToAdmins: true,
    });
    for (const settingName of ['MCAS', 'WDATP'])
      new SecurityCenterSetting(this, settingName.toLowerCase(), { settingName, enabled: true });
    new SecurityCenterServerVulnerabilityAssessmentsSetting(this, 'vulnerability-assessment', {
      vulnerabilityAssessmentProvider: 'MdeTvm',
    });
  }

  private activityLog({
    subscriptionId,
    resourceGroupName,
    logAnalyticsWorkspaceId,
    actionGroupId,
  }: SubscriptionBaselineConfig): void {
    const subscription = `/subscriptions/${subscriptionId}`;
    new MonitorDiagnosticSetting(this, 'activity-log', {
      name: 'activity-log',
      targetResourceId: subscription,
      logAnalyticsWorkspaceId,
      enabledLog: ['Administrative', 'Alert', 'Policy', 'Security'].map((category) => ({ category })),
    });
    const alert = ({ id, title }: Control, criteria: MonitorActivityLogAlertConfig['criteria']) =>
      new MonitorActivityLogAlert(this, id, {
        name: id,
        resourceGroupName,
        location: 'global',
        description: title,
        scopes: [subscription],
        criteria,
        action: [{ actionGroupId }],
      });
    for (const control of activityLogAlerts)
      alert(control, { category: 'Administrative', operationName: chosen(control) });
    for (const control of serviceHealthAlert) alert(control, { category: chosen(control) });
  }

  private policies({ subscriptionId }: SubscriptionBaselineConfig): void {
    for (const control of securityBenchmark)
      new SubscriptionPolicyAssignment(this, control.id, {
        name: control.id,
        subscriptionId: `/subscriptions/${subscriptionId}`,
        policyDefinitionId: chosen(control),
        displayName: 'Microsoft cloud security benchmark',
      });
  }
}
