import { activityLog } from './activity-log';
import { activityLogAlerts } from './activity-log-alerts';
import { append } from './append';
import { applicationInsights } from './application-insights';
import { conditionalAccess } from './conditional-access';
import type { AliasFacts, AliasScanner, Control, ControlId } from './control';
import { ruleOf } from './control';
import { defenderExtensions } from './defender-extensions';
import { defenderPlans } from './defender-plans';
import { defenderSettings } from './defender-settings';
import { directoryRoles } from './directory-roles';
import { entraSignIn } from './entra-sign-in';
import { entraUsersAndGroups } from './entra-users-and-groups';
import { iot } from './iot';
import { keyVault } from './key-vault';
import { keyVaultKey, keyVaultSecret } from './key-vault-contents';
import { keyVaultLogging } from './key-vault-logging';
import { managementLock } from './management-lock';
import { namedLocations } from './named-locations';
import { networkFlowLogs } from './network-flow-log';
import { networkSecurityGroup } from './network-security-group';
import { resourceLogging } from './resource-logging';
import { roles } from './roles';
import { securityBenchmark } from './security-benchmark';
import { securityContact } from './security-contact';
import { storageAccount } from './storage-account';
import { subscriptionTransfer } from './subscription-transfer';
import { webAppLogging } from './web-app-logging';

export const BENCHMARK = 'v3.0.0';

/** The benchmark's numbers for a control. */
export const cisNumbers = (control: Control): readonly string[] => {
  const numbers = control.cis[BENCHMARK] ?? [];
  return typeof numbers === 'string' ? [numbers] : numbers;
};

/** Every control, in the order of the benchmark. */
export const controls: readonly Control[] = [
  ...activityLog,
  ...activityLogAlerts,
  ...applicationInsights,
  ...conditionalAccess,
  ...directoryRoles,
  ...entraSignIn,
  ...entraUsersAndGroups,
  ...iot,
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
  ...networkSecurityGroup,
  ...webAppLogging,
].sort((a, b) => byNumber(cisNumbers(a)[0], cisNumbers(b)[0]));

/** 4.2 before 4.10; what has no number comes last. */
function byNumber(a = '99', b = '99'): number {
  const [one, two] = [a, b].map((number) => number.split('.').map(Number));
  const at = one.findIndex((part, i) => part !== two[i]);
  return at < 0 ? one.length - two.length : one[at] - (two[at] ?? -1);
}

const byId = new Map<ControlId, Control>(controls.map((control) => [control.id, control]));
export const controlById = (id: ControlId): Control | undefined => byId.get(id);

let byRule: Map<string, Control[]> | undefined;
const ruleKey = (scanner: string, rule: string) => `${scanner} ${rule.toLowerCase().replace(/^avd-/, '')}`;

/** Controls that a scanner's rule stands for; usually one, none when we do not know the rule. */
export function controlsForRule(scanner: AliasScanner | 'plumbline', rule: string): readonly Control[] {
  if (scanner === 'plumbline') return byId.has(rule) ? [byId.get(rule)!] : [];
  if (!byRule) {
    byRule = new Map();
    for (const control of controls)
      for (const [name, aliases] of Object.entries(control.aliases))
        for (const alias of aliases) {
          const key = ruleKey(name, ruleOf(alias));
          append(byRule, key, control);
        }
  }
  return byRule.get(ruleKey(scanner, rule)) ?? [];
}

/** What we know of a scanner's rule beside its id. */
export function aliasFacts(control: Control, scanner: string, rule: string): AliasFacts | undefined {
  const aliases = control.aliases[scanner as AliasScanner] ?? [];
  const key = ruleKey(scanner, rule);
  return aliases.find(
    (alias): alias is AliasFacts => typeof alias !== 'string' && ruleKey(scanner, alias.rule) === key,
  );
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
export function findControls(query: string): readonly Control[] {
  const wanted = query.trim().toLowerCase();
  const exact = byId.get(wanted);
  if (exact) return [exact];
  const plain = wanted.replace(/^avd-/, '').replace(/^cis[ -]?/, '');
  return controls.filter(
    (control) =>
      cisNumbers(control).includes(plain) ||
      Object.values(control.aliases).some((aliases) =>
        aliases.some((alias) => ruleOf(alias).toLowerCase() === plain),
      ) ||
      Object.values(control.aliases).some((aliases) => aliases.some((alias) => ruleOf(alias).toLowerCase() === wanted)),
  );
}
