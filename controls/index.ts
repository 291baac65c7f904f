import { activityLog } from './activity-log';
import { activityLogAlerts } from './activity-log-alerts';
import { append } from './append';
import { applicationGateway } from './application-gateway';
import { applicationGatewayTls } from './application-gateway-tls';
import { applicationInsights } from './application-insights';
import { bastionHost } from './bastion-host';
import { BENCHMARK, BENCHMARKS, type Benchmark, byNumber, cisNumbers } from './benchmarks';
import { conditionalAccess } from './conditional-access';
import { containerRegistry } from './container-registry';
import type { AliasFacts, AliasScanner, Control, ControlId } from './control';
import { ruleOf } from './control';
import { cosmosdbAccount } from './cosmosdb-account';
import { defenderExtensions } from './defender-extensions';
import { defenderPlans } from './defender-plans';
import { defenderSettings } from './defender-settings';
import { directoryRoles } from './directory-roles';
import { entraSignIn } from './entra-sign-in';
import { entraUsersAndGroups } from './entra-users-and-groups';
import { firewallPolicyLog4Shell } from './firewall-policy-log4shell';
import { iot } from './iot';
import { keyVault } from './key-vault';
import { keyVaultKey, keyVaultSecret } from './key-vault-contents';
import { keyVaultLogging } from './key-vault-logging';
import { kubernetesCluster } from './kubernetes-cluster';
import { managedDisk } from './managed-disk';
import { managementLock } from './management-lock';
import { messaging } from './messaging';
import { mssqlDatabase } from './mssql-database';
import { mssqlServer } from './mssql-server';
import { mysqlFlexibleServer } from './mysql-flexible-server';
import { namedLocations } from './named-locations';
import { networkFlowLogs } from './network-flow-log';
import { networkInterface } from './network-interface';
import { networkSecurityGroup } from './network-security-group';
import { networkSecurityGroupRequests } from './network-security-group-requests';
import { networkWatcher } from './network-watcher';
import policyAssessments from './policy-assessments.json';
import { postgresqlFlexibleServer } from './postgresql-flexible-server';
import { postgresqlServer } from './postgresql-server';
import { publicIp } from './public-ip';
import { resourceLogging } from './resource-logging';
import { roles } from './roles';
import { securityBenchmark } from './security-benchmark';
import { securityContact } from './security-contact';
import { serviceHealthAlert } from './service-health-alert';
import { skus } from './skus';
import { storageAccount } from './storage-account';
import { storageContainer } from './storage-container';
import { subnet } from './subnet';
import { subscriptionTransfer } from './subscription-transfer';
import trivyIds from './trivy-ids.json';
import { virtualMachine } from './virtual-machine';
import { virtualMachineCustomData } from './virtual-machine-custom-data';
import { virtualMachineHardening } from './virtual-machine-hardening';
import { virtualMachineLegacy } from './virtual-machine-legacy';
import { virtualNetwork } from './virtual-network';
import { webApp } from './web-app';
import { webAppHardening } from './web-app-hardening';
import { webAppLogging } from './web-app-logging';
import { webAppRequests } from './web-app-requests';

export { BENCHMARKS, type Benchmark, cisNumbers };

/** Every control, in the order of the benchmark. */
export const controls: readonly Control[] = [
  ...activityLog,
  ...activityLogAlerts,
  ...serviceHealthAlert,
  ...applicationInsights,
  ...conditionalAccess,
  ...directoryRoles,
  ...entraSignIn,
  ...entraUsersAndGroups,
  ...iot,
  ...containerRegistry,
  ...kubernetesCluster,
  ...messaging,
  ...managementLock,
  ...namedLocations,
  ...roles,
  ...securityBenchmark,
  ...subscriptionTransfer,
  ...defenderExtensions,
  ...defenderPlans,
  ...defenderSettings,
  ...securityContact,
  ...keyVaultKey,
  ...keyVaultSecret,
  ...keyVault,
  ...keyVaultLogging,
  ...networkFlowLogs,
  ...resourceLogging,
  ...storageAccount,
  ...storageContainer,
  ...mssqlServer,
  ...mssqlDatabase,
  ...postgresqlFlexibleServer,
  ...postgresqlServer,
  ...mysqlFlexibleServer,
  ...cosmosdbAccount,
  ...networkSecurityGroup,
  ...networkWatcher,
  ...publicIp,
  ...skus,
  ...bastionHost,
  ...virtualMachine,
  ...virtualMachineLegacy,
  ...managedDisk,
  ...webApp,
  ...networkInterface,
  ...subnet,
  ...networkSecurityGroupRequests,
  ...applicationGateway,
  ...applicationGatewayTls,
  ...firewallPolicyLog4Shell,
  ...virtualNetwork,
  ...virtualMachineHardening,
  ...virtualMachineCustomData,
  ...webAppHardening,
  ...webAppLogging,
  ...webAppRequests,
].sort((a, b) => byNumber(cisNumbers(a)[0], cisNumbers(b)[0]));

const byId = new Map<ControlId, Control>(controls.map((control) => [control.id, control]));
export const controlById = (id: ControlId): Control | undefined => byId.get(id);

/** Scanners whose rules controls stand for. */
export type RuleScanner = AliasScanner | 'tfsec' | 'plumbline';

let byRule: Map<string, Control[]> | undefined;

/** Scanners that say rules of Trivy: tfsec's went over to it, under new ids. */
const trivyRules: ReadonlySet<string> = new Set(['trivy', 'tfsec']);
const idOfTrivy: ReadonlyMap<string, string> = new Map(Object.entries(trivyIds));

function ruleKey(scanner: string, rule: string): string {
  const id = rule.toLowerCase().replace(/^avd-/, '');
  return trivyRules.has(scanner) ? `trivy ${idOfTrivy.get(id) ?? id}` : `${scanner} ${id}`;
}

/** Controls that a scanner's rule stands for; usually one, none when we do not know the rule. */
export function controlsForRule(scanner: RuleScanner, rule: string): readonly Control[] {
  if (scanner === 'plumbline') return byId.has(rule) ? [byId.get(rule)!] : [];
  const named = controlsNaming(scanner, rule);
  if (named.length) return named;
  return scanner === 'powerpipe' ? controlsByNumber(rule) : controlsByPair(scanner, rule);
}

/** A recommendation of Defender and the policy that feeds it are one rule under two ids. */
function controlsByPair(scanner: RuleScanner, rule: string): readonly Control[] {
  const id = rule.toLowerCase();
  const other = scanner === 'defender' ? 'azure-policy' : 'defender';
  const pairs = scanner === 'defender' || scanner === 'azure-policy' ? Object.entries(policyAssessments) : [];
  const paired = pairs.flatMap(([policy, assessment]) =>
    scanner === 'defender' ? (assessment === id ? policy : []) : policy === id ? assessment : [],
  );
  return [...new Set(paired.flatMap((each) => controlsNaming(other, each)))];
}

/** `cis_v210_4_1_2` of Powerpipe is 4.1.2 of version 2.1.0: a control where one alone has the number. */
function controlsByNumber(rule: string): readonly Control[] {
  const [, major, minor, number] = /^cis_v(\d)(\d)0_(\d+(?:_\d+)*)$/i.exec(rule) ?? [];
  const benchmark = BENCHMARKS.find((each) => each === `${major}.${minor}`);
  const wanted = number?.replaceAll('_', '.');
  const found = benchmark ? controls.filter((control) => cisNumbers(control, benchmark).includes(wanted)) : [];
  return found.length === 1 ? found : [];
}

/** Controls that have the rule among their aliases. */
function controlsNaming(scanner: AliasScanner | 'tfsec', rule: string): readonly Control[] {
  if (!byRule) {
    byRule = new Map();
    for (const control of controls)
      for (const [name, aliases] of Object.entries(control.aliases))
        for (const alias of aliases) {
          const key = ruleKey(name, ruleOf(alias));
          // One rule may be listed under two of its ids.
          if (!byRule.get(key)?.includes(control)) append(byRule, key, control);
        }
  }
  return byRule.get(ruleKey(scanner, rule)) ?? [];
}

/** What we know of a scanner's rule beside its id. */
export function aliasFacts(control: Control, scanner: string, rule: string): AliasFacts | undefined {
  const facts = (control.aliases[trivyRules.has(scanner) ? 'trivy' : (scanner as AliasScanner)] ?? []).filter(
    (alias) => typeof alias !== 'string',
  );
  if (!facts.length) return undefined;
  const key = ruleKey(scanner, rule);
  return facts.find((alias) => ruleKey(scanner, alias.rule) === key);
}

/** Controls for one resource type. */
let byType: Map<string, Control[]> | undefined;
export function controlsOf(type: string): readonly Control[] {
  if (!byType) {
    byType = new Map();
    for (const control of controls) for (const each of control.resources) append(byType, each, control);
  }
  return byType.get(type) ?? [];
}

/** Finds controls by our id, a number of the benchmark or any scanner's rule id. */
export function findControls(query: string, benchmark: Benchmark = BENCHMARK): readonly Control[] {
  const wanted = query.trim().toLowerCase();
  const exact = byId.get(wanted);
  if (exact) return [exact];
  const plain = wanted.replace(/^avd-/, '').replace(/^cis[ -]?/, '');
  const named = (control: Control) =>
    Object.values(control.aliases).some((aliases) =>
      aliases.some((alias) => [plain, wanted, idOfTrivy.get(wanted)].includes(ruleOf(alias).toLowerCase())),
    );
  return controls.filter((control) => cisNumbers(control, benchmark).includes(plain) || named(control));
}
