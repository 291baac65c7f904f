import type { ControlId } from '../control';
import type { CustomDefinition } from './definition';
import { logsOn, settingWith } from './logs';
import { allOf, anyOf, type Condition, type Existence, isType, type PolicyRule } from './policy';

/** Rules that do not follow from the entry of a control, and where they say more or less than it. */
export interface Written {
  readonly rule: PolicyRule;
  readonly effects: CustomDefinition['effects'];
  readonly differs?: string;
}

const refused = (about: Condition, differs?: string): Written => ({
  rule: { about },
  effects: ['Audit', 'Deny'],
  ...(differs ? { differs } : {}),
});
const looked = (about: Condition, lacks: Existence, differs?: string): Written => ({
  rule: { about, lacks },
  effects: ['AuditIfNotExists'],
  ...(differs ? { differs } : {}),
});

const SUBSCRIPTION = 'Microsoft.Resources/subscriptions';
const RULES = 'Microsoft.Network/networkSecurityGroups/securityRules';
const MYSQL = 'Microsoft.DBforMySQL/flexibleServers';
const POSTGRESQL = 'Microsoft.DBforPostgreSQL/flexibleServers';
const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices';
const KEY_PERIOD = 'Microsoft.Storage/storageAccounts/keyPolicy.keyExpirationPeriodInDays';
const PRICINGS = 'Microsoft.Security/pricings';
const ALERTS = 'Microsoft.Insights/ActivityLogAlerts';

const INSIDE =
  'Rules of every protocol are looked at, but not several ports in one text ("22,3389"). Rules that are written inside of their group are reported, not refused.';

/** Whether a text such as `20-30` holds a port; `of` is how the rule language reads the text. */
const holds = (of: string, port: number): Condition => ({
  value: `[if(contains(${of}, '-'), and(lessOrEquals(int(first(split(${of}, '-'))), ${port}), greaterOrEquals(int(last(split(${of}, '-'))), ${port})), false)]`,
  equals: true,
});

function opens(port: number): Condition {
  const [one, many] = [`${RULES}/destinationPortRange`, `${RULES}/destinationPortRanges[*]`];
  return anyOf({ field: one, in: ['*', String(port)] }, holds(`string(coalesce(field('${one}'), ''))`, port), {
    count: {
      field: many,
      where: anyOf({ field: many, in: ['*', String(port)] }, holds(`string(current('${many}'))`, port)),
    },
    greater: 0,
  });
}

const EVERYBODY = ['*', 'Any', 'Internet', '0.0.0.0', '::'];
const everybody = (field: string): Condition => anyOf({ field, in: EVERYBODY }, { field, like: '*/0' });

/** A rule that lets the whole internet come in at one of these ports. */
const admits = (...ports: readonly number[]): Written =>
  refused(
    allOf(
      isType(RULES),
      { field: `${RULES}/access`, equals: 'Allow' },
      { field: `${RULES}/direction`, equals: 'Inbound' },
      anyOf(...ports.map(opens)),
      anyOf(everybody(`${RULES}/sourceAddressPrefix`), {
        count: { field: `${RULES}/sourceAddressPrefixes[*]`, where: everybody(`${RULES}/sourceAddressPrefixes[*]`) },
        greater: 0,
      }),
    ),
    INSIDE,
  );

/** Servers whose parameter of this name does not hold such a value. */
const parameter = (server: string, name: string, value: (field: string) => Condition): Written =>
  looked(isType(server), {
    type: `${server}/configurations`,
    name,
    existenceCondition: value(`${server}/configurations/value`),
  });
const is =
  (value: string) =>
  (field: string): Condition => ({ field, equals: value });

/** A plan of Defender with an extension switched on. */
const extension = (plan: string, name: string, ...more: readonly Condition[]): Written =>
  looked(isType(SUBSCRIPTION), {
    type: PRICINGS,
    name: plan,
    existenceScope: 'subscription',
    existenceCondition: allOf(
      { field: `${PRICINGS}/pricingTier`, equals: 'Standard' },
      {
        count: {
          field: `${PRICINGS}/extensions[*]`,
          where: allOf(
            { field: `${PRICINGS}/extensions[*].name`, equals: name },
            { field: `${PRICINGS}/extensions[*].isEnabled`, equals: 'true' },
          ),
        },
        greater: 0,
      },
      ...more,
    ),
  });

/** An alert on operations of the activity log; differs from the control as the built-in ones do. */
const alert = (category: string, ...more: readonly Condition[]): Written =>
  looked(
    isType(SUBSCRIPTION),
    {
      type: ALERTS,
      existenceScope: 'subscription',
      existenceCondition: allOf({ field: `${ALERTS}/enabled`, equals: true }, clause('category', category), ...more),
    },
    'Looks neither at the action group of an alert nor at what else narrows it.',
  );
const clause = (field: string, value: string): Condition => ({
  count: {
    field: `${ALERTS}/condition.allOf[*]`,
    where: allOf(
      { field: `${ALERTS}/condition.allOf[*].field`, equals: field },
      { field: `${ALERTS}/condition.allOf[*].equals`, equals: value },
    ),
  },
  greater: 0,
});
const onPublicAddress = (verb: string): Written =>
  alert('Administrative', clause('operationName', `Microsoft.Network/publicIPAddresses/${verb}`));

const ACTIVITY_LOGS = ['Administrative', 'Alert', 'Policy', 'Security'];
const ofSubscription = (condition: Condition): Written =>
  looked(isType(SUBSCRIPTION), settingWith(condition, { existenceScope: 'subscription' }));

export const WRITTEN: Readonly<Record<ControlId, Written>> = {
  'network-no-public-rdp': admits(3389),
  'network-no-public-ssh': admits(22),
  'network-no-public-http': admits(80, 443),
  'mysql-secure-transport': parameter(MYSQL, 'require_secure_transport', is('ON')),
  'mysql-min-tls': parameter(MYSQL, 'tls_version', (field) => ({
    field,
    in: ['TLSv1.2', 'TLSv1.3', 'TLSv1.2,TLSv1.3', 'TLSv1.3,TLSv1.2'],
  })),
  'mysql-audit-log': parameter(MYSQL, 'audit_log_enabled', is('ON')),
  'mysql-audit-connections': parameter(MYSQL, 'audit_log_events', (field) => ({ field, contains: 'CONNECTION' })),
  'postgresql-connection-throttling': parameter(POSTGRESQL, 'connection_throttle.enable', is('on')),
  'postgresql-log-retention': parameter(POSTGRESQL, 'logfiles.retention_days', (field) => ({
    field,
    in: ['4', '5', '6', '7'],
  })),
  'storage-key-rotation-reminder': refused(
    allOf(isType('Microsoft.Storage/storageAccounts'), {
      not: allOf({ field: KEY_PERIOD, greater: 0 }, { field: KEY_PERIOD, lessOrEquals: 90 }),
    }),
  ),
  'storage-soft-delete': looked(
    allOf(isType('Microsoft.Storage/storageAccounts'), { field: 'kind', notEquals: 'FileStorage' }),
    {
      type: BLOBS,
      name: 'default',
      existenceCondition: allOf(
        { field: `${BLOBS}/deleteRetentionPolicy.enabled`, equals: true },
        { field: `${BLOBS}/containerDeleteRetentionPolicy.enabled`, equals: true },
      ),
    },
    'Looks whether deleted data is kept, not for how many days.',
  ),
  'managed-disk-export-authentication': refused(
    allOf(isType('Microsoft.Compute/disks'), {
      field: 'Microsoft.Compute/disks/dataAccessAuthMode',
      notEquals: 'AzureActiveDirectory',
    }),
  ),
  'defender-agentless-machine-scanning': extension(
    'VirtualMachines',
    'AgentlessVmScanning',
    anyOf({ field: `${PRICINGS}/subPlan`, exists: false }, { field: `${PRICINGS}/subPlan`, equals: 'P2' }),
  ),
  'defender-file-integrity-monitoring': extension('VirtualMachines', 'FileIntegrityMonitoring'),
  'defender-agentless-kubernetes-discovery': extension('Containers', 'AgentlessDiscoveryForKubernetes'),
  'defender-image-vulnerability-scanning': extension('Containers', 'ContainerRegistriesVulnerabilityAssessments'),
  'managed-disk-key': refused(
    allOf(isType('Microsoft.Compute/disks'), {
      field: 'Microsoft.Compute/disks/encryption.diskEncryptionSetId',
      exists: false,
    }),
    'Looks at the disks of confidential machines too, whose key is kept elsewhere.',
  ),
  'alert-public-ip-written': onPublicAddress('write'),
  'alert-public-ip-deleted': onPublicAddress('delete'),
  'alert-service-health': alert('ServiceHealth'),
  'activity-log-export': ofSubscription({
    count: {
      field: 'Microsoft.Insights/diagnosticSettings/logs[*]',
      where: { field: 'Microsoft.Insights/diagnosticSettings/logs[*].enabled', equals: true },
    },
    greater: 0,
  }),
  'activity-log-categories': ofSubscription(
    logsOn(ACTIVITY_LOGS.map((category) => [{ category }, { category_group: 'allLogs' }])),
  ),
};
