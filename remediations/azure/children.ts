import type { ArmObject } from './arm-object';

/** What stands below an object and is read by a request of its own. */
export interface Child {
  /** Behind the id of the parent, as Azure's reference spells it: `blobServices/default`, `firewallRules`. */
  readonly path: string;
  readonly type: string;
  /** A collection, page by page; else one object, which may not be there. */
  readonly list?: true;
  /** Of a list: its entries say less than the objects, each is read by itself. */
  readonly each?: true;
  readonly filter?: string;
  /** Of a list: names that are kept, where a control asks for a few of hundreds. */
  readonly names?: ReadonlySet<string>;
  readonly when?: (parent: ArmObject) => boolean;
}

const DIAGNOSTICS = 'Microsoft.Insights/diagnosticSettings';
const diagnostics = (below = ''): Child => ({
  path: `${below}providers/${DIAGNOSTICS}`,
  type: DIAGNOSTICS,
  list: true,
});

const one = (parent: string, path: string, when?: Child['when']): Child => ({
  path,
  type: `${parent}/${path.split('/')[0]}`,
  ...(when ? { when } : {}),
});
const list = (parent: string, path: string, more: Partial<Child> = {}): Child => ({
  path,
  type: `${parent}/${path}`,
  list: true,
  ...more,
});

const kindIs = (...kinds: readonly string[]) => {
  const allowed = new Set(kinds.map((kind) => kind.toLowerCase()));
  return ({ kind }: ArmObject) => kind === undefined || allowed.has(kind.toLowerCase());
};
const hasBlobs = kindIs('StorageV2', 'Storage', 'BlobStorage', 'BlockBlobStorage');
const hasQueues = kindIs('StorageV2', 'Storage');
const hasFiles = kindIs('StorageV2', 'Storage', 'FileStorage');
const isWebApp = ({ kind }: ArmObject) => !/functionapp|workflowapp/i.test(kind ?? '');
/** The database of the server itself: nobody configures it. */
const isOwn = ({ id }: ArmObject) => !/\/databases\/master$/i.test(id);

/** Parameters of servers that controls ask for. */
export const POSTGRESQL_PARAMETERS: ReadonlySet<string> = new Set([
  'connection_throttle.enable',
  'log_checkpoints',
  'log_connections',
  'log_disconnections',
  'logfiles.retention_days',
  'require_secure_transport',
]);
export const MYSQL_PARAMETERS: ReadonlySet<string> = new Set([
  'audit_log_enabled',
  'audit_log_events',
  'require_secure_transport',
  'tls_version',
]);

const STORAGE = 'Microsoft.Storage/storageAccounts';
const SQL = 'Microsoft.Sql/servers';
const POSTGRESQL = 'Microsoft.DBforPostgreSQL/flexibleServers';
const MYSQL = 'Microsoft.DBforMySQL/flexibleServers';
const COSMOS = 'Microsoft.DocumentDB/databaseAccounts';
const VAULT = 'Microsoft.KeyVault/vaults';
const WATCHER = 'Microsoft.Network/networkWatchers';
const SITE = 'Microsoft.Web/sites';

const ofSite = (type: string): Child[] => [
  one(type, 'config/web'),
  one(type, 'config/logs', isWebApp),
  one(type, 'config/authsettingsV2'),
  one(type, 'basicPublishingCredentialsPolicies/ftp'),
  one(type, 'basicPublishingCredentialsPolicies/scm'),
];

const table: Readonly<Record<string, readonly Child[]>> = {
  [STORAGE]: [
    one(STORAGE, 'blobServices/default', hasBlobs),
    one(STORAGE, 'fileServices/default', hasFiles),
    { ...diagnostics('queueServices/default/'), when: hasQueues },
    { ...diagnostics('tableServices/default/'), when: hasQueues },
  ],
  [`${STORAGE}/blobServices`]: [list(`${STORAGE}/blobServices`, 'containers'), diagnostics()],
  [VAULT]: [list(VAULT, 'keys', { each: true }), list(VAULT, 'secrets'), diagnostics()],
  [SQL]: [
    list(SQL, 'administrators'),
    one(SQL, 'extendedAuditingSettings/default'),
    one(SQL, 'securityAlertPolicies/Default'),
    one(SQL, 'vulnerabilityAssessments/default'),
    one(SQL, 'encryptionProtector/current'),
    list(SQL, 'firewallRules'),
    // The audit log of a server leaves it here.
    diagnostics('databases/master/'),
  ],
  [`${SQL}/databases`]: [
    one(`${SQL}/databases`, 'transparentDataEncryption/current', isOwn),
    { ...diagnostics(), when: isOwn },
  ],
  [POSTGRESQL]: [
    list(POSTGRESQL, 'configurations', { names: POSTGRESQL_PARAMETERS }),
    list(POSTGRESQL, 'firewallRules'),
    diagnostics(),
  ],
  [MYSQL]: [list(MYSQL, 'configurations', { names: MYSQL_PARAMETERS }), diagnostics()],
  [COSMOS]: [list(COSMOS, 'sqlRoleAssignments'), diagnostics()],
  [WATCHER]: [list(WATCHER, 'flowLogs')],
  [SITE]: [...ofSite(SITE), diagnostics()],
  [`${SITE}/slots`]: ofSite(`${SITE}/slots`),
  'Microsoft.Cache/redis': [diagnostics()],
  'Microsoft.Devices/IotHubs': [diagnostics()],
  'Microsoft.Network/applicationGateways': [diagnostics()],
  'Microsoft.Network/bastionHosts': [diagnostics()],
  'Microsoft.Network/networkSecurityGroups': [diagnostics()],
  'Microsoft.Network/publicIPAddresses': [diagnostics()],
  'Microsoft.Network/virtualNetworkGateways': [diagnostics()],
};

const byType = new Map(Object.entries(table).map(([type, children]) => [type.toLowerCase(), children]));

/** What is read below an object, in a fixed order. */
export const childrenOf = (parent: ArmObject): readonly Child[] =>
  (byType.get(parent.type.toLowerCase()) ?? []).filter(({ when }) => !when || when(parent));

/** Types of resources that something is read below of. */
export const parentTypes: readonly string[] = Object.keys(table);

const ofSubscription = (type: string, filter?: string): Child => ({
  path: `providers/${type}`,
  type,
  list: true,
  ...(filter ? { filter } : {}),
});

/** What is read of each subscription, beside its resources. */
export const subscriptionLists: readonly Child[] = [
  { path: 'resourcegroups', type: 'Microsoft.Resources/resourceGroups', list: true },
  // Those of the subscription, of its groups and of single resources in one.
  ofSubscription('Microsoft.Authorization/locks'),
  // Of management groups above it, of its groups and of single resources too.
  ofSubscription('Microsoft.Authorization/policyAssignments'),
  ofSubscription('Microsoft.Authorization/policyExemptions'),
  ofSubscription('Microsoft.Authorization/roleAssignments', 'atScope()'),
  ofSubscription('Microsoft.Authorization/roleDefinitions', "type eq 'CustomRole'"),
  ofSubscription('Microsoft.Insights/activityLogAlerts'),
  ofSubscription(DIAGNOSTICS),
  ofSubscription('Microsoft.Security/autoProvisioningSettings'),
  ofSubscription('Microsoft.Security/pricings'),
  ofSubscription('Microsoft.Security/securityContacts'),
  ofSubscription('Microsoft.Security/serverVulnerabilityAssessmentsSettings'),
  ofSubscription('Microsoft.Security/settings'),
];

/** What is read once, of the tenant. */
export const tenantObjects: readonly Child[] = [
  { path: 'providers/Microsoft.Subscription/policies/default', type: 'Microsoft.Subscription/policies' },
];
