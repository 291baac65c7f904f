import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { LogAnalyticsWorkspace } from '../constructs/log-analytics-workspace';
import { MonitorActionGroup } from '../constructs/monitor-action-group';
import { SubscriptionBaseline, type SubscriptionBaselineConfig } from '../constructs/patterns/subscription-baseline';
import { ResourceGroup } from '../constructs/resource-group';
import { azurerm } from './provider';

export interface SubscriptionBaselineStackProps
  extends Pick<SubscriptionBaselineConfig, 'subscriptionId' | 'securityContactEmail' | 'extensions'> {
  readonly location: string;
}

/** The settings that a subscription has once, with the workspace and the action group that they need. */
export class SubscriptionBaselineStack extends TerraformStack {
  constructor(scope: Construct, id: string, { location, ...rest }: SubscriptionBaselineStackProps) {
    super(scope, id);
    const { subscriptionId, securityContactEmail } = rest;
    azurerm(this, { subscriptionId });
    const group = new ResourceGroup(this, 'group', { name: 'security-baseline', location });
    const workspace = new LogAnalyticsWorkspace(this, 'workspace', {
      name: 'security-baseline',
      location,
      resourceGroupName: group.name,
      retentionInDays: 91,
    });
    const told = new MonitorActionGroup(this, 'told', {
      name: 'security-baseline',
      shortName: 'security',
      resourceGroupName: group.name,
      emailReceiver: [{ name: 'security', emailAddress: securityContactEmail }],
    });
    new SubscriptionBaseline(this, 'baseline', {
      ...rest,
      resourceGroupName: group.name,
      logAnalyticsWorkspaceId: workspace.id,
      actionGroupId: told.id,
    });
  }
}
