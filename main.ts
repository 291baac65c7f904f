import { existsSync } from 'node:fs';
import { App } from 'cdktf';
import { enforce } from './constructs/enforce';
import { guardrailStack } from './stacks/guardrails';
import { PlanFileError } from './stacks/plan-file';
import { remediationStacks } from './stacks/remediation';
import { SubscriptionBaselineStack } from './stacks/subscription-baseline';
import { WorkloadStack } from './stacks/workload';

const PLAN = 'plumbline-out/plan.json';
const GUARDRAILS = 'plumbline-guardrails/guardrails.json';

/** The file that context or environment name; one that is named must be there, the usual one may be missing. */
function fileOf(app: App, context: string, variable: string, usual: string): string | undefined {
  const named: unknown = app.node.tryGetContext(context) ?? process.env[variable];
  if (typeof named === 'string' && named !== '') return named;
  return existsSync(usual) ? usual : undefined;
}

const app = new App();
try {
  new WorkloadStack(app, 'workload', {
    name: 'plumbline',
    location: 'westeurope',
    tenantId: '00000000-0000-0000-0000-000000000000',
    keyExpirationDate: '2027-06-30T00:00:00Z',
    administrators: { name: 'database-administrators', objectId: '11111111-1111-1111-1111-111111111111' },
    adminPublicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample operator',
    webClientId: '22222222-2222-2222-2222-222222222222',
    networkWatcher: { name: 'NetworkWatcher_westeurope', resourceGroupName: 'NetworkWatcherRG' },
  });
  new SubscriptionBaselineStack(app, 'subscription-baseline', {
    subscriptionId: '00000000-0000-0000-0000-000000000000',
    location: 'westeurope',
    securityContactEmail: 'security@example.com',
    extensions: { VirtualMachines: ['FileIntegrityMonitoring'] },
  });
  remediationStacks(app, fileOf(app, 'plan', 'PLUMBLINE_PLAN', PLAN));
  const guardrails = fileOf(app, 'guardrails', 'PLUMBLINE_GUARDRAILS', GUARDRAILS);
  if (guardrails) guardrailStack(app, guardrails);
  enforce(app, { level: 2 });
  app.synth();
} catch (error) {
  const isForUser =
    error instanceof PlanFileError || (error instanceof Error && /^Validation failed/.test(error.message));
  if (!isForUser) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof PlanFileError ? 2 : 1;
}
