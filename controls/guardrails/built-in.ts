import type { ControlId } from '../control';

/** A definition that Microsoft maintains and that means what a control means. */
export interface BuiltIn {
  readonly id: string;
  /** Values of its parameters other than the effect. */
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** Where it says more or less than the control. */
  readonly differs?: string;
  /** Refusing would refuse what can only be right afterwards. */
  readonly neverDeny?: string;
}

const same = (...ids: readonly string[]): readonly BuiltIn[] => ids.map((id) => ({ id }));
const differing = (differs: string, ...ids: readonly string[]): readonly BuiltIn[] =>
  ids.map((id) => ({ id, differs }));
const endpoint = (id: string): readonly BuiltIn[] => [
  {
    id,
    neverDeny: 'The endpoint can only be made when the resource is there.',
    differs: 'An approved endpoint for any part of the service is enough.',
  },
];
const alert = (id: string, operationName: string): readonly BuiltIn[] => [
  {
    id,
    parameters: { operationName },
    differs: 'Looks neither at the action group of an alert nor at what else narrows it.',
  },
];

const POLICY_OPERATIONS = 'c5447c04-a4d7-4ba8-a263-c9ee321a6858';
const ADMINISTRATIVE_OPERATIONS = 'b954148f-4c11-4c38-8221-be76711e194a';
const SECURITY_OPERATIONS = '3b980d31-7904-4bb7-8575-5665739a8052';
const ONE_SERVICE = 'Together these look at seven services; the control looks at more.';

/** Each was read beside the control: the definition that a scanner's finding names is often a stricter or a milder one. */
export const BUILT_IN: Readonly<Record<ControlId, readonly BuiltIn[]>> = {
  'defender-plan-servers': same('4da35fc9-c9e7-4960-aec9-797fe7d9051d'),
  'defender-plan-containers': same('1c988dd6-ade4-430f-a608-2a3e5b0a6d38'),
  'defender-plan-app-service': same('2913021d-f2fd-4f3d-b958-22354e2bdbcb'),
  'defender-plan-cosmos-db': same('adbe85b5-83e6-4350-ab58-bf3a4f736e5e'),
  'defender-plan-open-source-databases': same('0a9fbe0d-c5c4-4da8-87d8-f4fd77338835'),
  'defender-plan-sql': same('7fe3b40f-802b-4cdd-8bd4-fd799c948cc2'),
  'defender-plan-sql-on-machines': same('6581d072-105e-4418-827f-bd446d56421b'),
  'defender-plan-key-vault': same('0e6763cc-5078-4e64-889d-ff4d9a839047'),
  'defender-plan-resource-manager': same('c3d20c29-b36d-48fe-808b-99a87530ad99'),
  'security-contact-email': same('4f4f78b8-e367-4b10-a341-d9a4ad5cf1c7'),
  'security-contact-alerts': same('6e2593d9-add6-4083-9c9b-4b7d2188c899'),
  'security-contact-owners': differing(
    'Owners may be left out where alerts are sent for medium severity and below too.',
    '0b15565f-aa9e-48ba-8619-45960f2c314d',
  ),
  'key-vault-key-expiry': same('152b15f7-8e1f-4c1f-ab71-8c010ba5dbc0'),
  'key-vault-secret-expiry': same('98728c90-32c7-4049-8429-847dc0f4fe37'),
  'key-vault-purge-protection': same('0b60c0b2-2dc2-4e1c-b5c9-abbed971de53'),
  'key-vault-rbac': same('12d4fa5e-1f9f-4c21-97a9-b99b3c6611b5'),
  'key-vault-private-endpoint': endpoint('a6abeaec-4d90-4a02-805f-6b26c4d3fbe9'),
  'key-vault-key-rotation': [
    {
      id: 'd8cf8476-a2ec-4916-896e-992351803c44',
      parameters: { maximumDaysToRotate: 3650 },
      differs: 'Looks for a date of the next rotation, not at notices and expiry.',
    },
  ],
  'storage-https-only': same('404c3081-a854-4457-ae30-26a93ef643f9'),
  'storage-infrastructure-encryption': differing(
    'Looks at every kind of account, those that can have it and others.',
    '4733ea7b-a883-42fe-8cac-97454c2a9e4a',
  ),
  'storage-sas-expiry': differing(
    'Looks for a policy, not at how long it lets a signature live.',
    'bc1b984e-ddae-40cc-801a-050a030e4fbe',
  ),
  'storage-no-public-network': same('b2982f36-99f2-4db5-8eff-283140c09693'),
  'storage-firewall-deny': same('34c877ad-507e-4c82-993e-3452a6e0ad3c'),
  'storage-trusted-services': same('c9d007d0-c057-4772-b18c-01e546713bcd'),
  'storage-private-endpoint': endpoint('6edd7eda-6dd8-40f7-810d-67160c639cd9'),
  'storage-customer-managed-key': same('6fac406b-40ca-413b-bf8e-0bf964659c25'),
  'storage-no-cross-tenant-replication': same('92a89a79-6c52-4a7e-a03f-61306fc49312'),
  'storage-no-anonymous-access': same('4fa4b6c0-31ca-4c0d-b10d-24b96f62a751'),
  'sql-server-auditing': same('a6fb4358-5bf4-4ad7-ba82-2cd2f41ce5e9'),
  'sql-server-audit-retention': differing(
    'Exactly 90 days pass, and logs that go to Azure Monitor alone.',
    '89099bee-89e0-4b26-a5f4-165451757743',
  ),
  'sql-server-customer-managed-key': same('0a370ff3-6cab-4e85-8995-295fd854c5b8'),
  'sql-server-entra-administrator': same('1f314764-cb73-4fc9-b863-8eca98ac36e9'),
  'sql-server-no-public-network': same('1b8ca024-1d5c-4dec-8995-b1a932b41780'),
  'sql-database-encryption': same('17k78e20-9358-41c9-923c-fb736d382a12'),
  'postgresql-secure-transport': same('c29c38cb-74a7-4505-9a06-e588ab86620a'),
  'postgresql-log-checkpoints': same('70be9e12-c935-49ac-9bd8-fd64b85c1f87'),
  'postgresql-log-connections': same('086709ac-11b5-478d-a893-9567a16d2ae3'),
  'postgresql-log-disconnections': same('1d14b021-1bae-4f93-b36b-69695e14984a'),
  'cosmosdb-chosen-networks': differing(
    'Looks whether networks are restricted at all, not at which addresses are admitted.',
    '862e97cf-49fc-4a5c-9de4-40d4e2e7c8eb',
  ),
  'cosmosdb-private-endpoint': endpoint('58440f8a-10c5-4151-bdce-dfbaad4a20b7'),
  'cosmosdb-entra-only': same('5450f5bd-9c72-4390-a9c4-a7aba4edfdd2'),
  'cosmosdb-no-public-network': same('797b37f7-06b8-444c-b1ad-fc62867f335a'),
  'alert-policy-assignment-created': alert(POLICY_OPERATIONS, 'Microsoft.Authorization/policyAssignments/write'),
  'alert-policy-assignment-deleted': alert(POLICY_OPERATIONS, 'Microsoft.Authorization/policyAssignments/delete'),
  'alert-network-security-group-written': alert(
    ADMINISTRATIVE_OPERATIONS,
    'Microsoft.Network/networkSecurityGroups/write',
  ),
  'alert-network-security-group-deleted': alert(
    ADMINISTRATIVE_OPERATIONS,
    'Microsoft.Network/networkSecurityGroups/delete',
  ),
  'alert-sql-firewall-rule-written': alert(ADMINISTRATIVE_OPERATIONS, 'Microsoft.Sql/servers/firewallRules/write'),
  'alert-sql-firewall-rule-deleted': alert(ADMINISTRATIVE_OPERATIONS, 'Microsoft.Sql/servers/firewallRules/delete'),
  'alert-security-solution-written': alert(SECURITY_OPERATIONS, 'Microsoft.Security/securitySolutions/write'),
  'alert-security-solution-deleted': alert(SECURITY_OPERATIONS, 'Microsoft.Security/securitySolutions/delete'),
  'resource-logs': differing(
    ONE_SERVICE,
    '34f95f76-5386-4de7-b824-0d8478470c9d',
    '383856f8-de7f-44a2-81fc-e5135b5c2aa4',
    '428256e6-1fac-4f48-a757-df34c2b3336d',
    '83a214f7-d01a-484b-91a9-ed54470c9a6a',
    'b4330a05-a843-4bc8-bf9a-cacce50c67f4',
    'f8d36e2f-389b-4ee4-898d-21aeb69a0f45',
    'f9be5368-9bf5-4b84-9e0a-7850da98bb46',
  ),
  'network-flow-logs-analytics': same('2f080164-9f4d-497e-9db6-416dc9f7b48a', '27960feb-a23c-4577-8d36-ef8b5f35e0be'),
  'network-watcher-region': differing(
    'Looks for a watcher in the resource group NetworkWatcherRG, in regions with a virtual network.',
    'b6e2945c-0b7b-40f5-9233-7a5323b5cdc6',
  ),
  'virtual-machine-managed-disks': differing(
    'Looks at the disk of the operating system, not at data disks.',
    '06a78e20-9358-41c9-923c-fb736d382a4d',
  ),
  'virtual-machine-os-disk-key': differing(
    'Looks at data disks and scale sets too, and at machines whose disks are confidential.',
    '702dd420-7fcc-42c5-afe8-4026edd20fe0',
  ),
  'web-app-https-only': same(
    'a4af4a39-4135-47fb-b175-47fbdf85311d',
    '6d555dd1-86f2-4f1c-8ed7-5abae7c6cbab',
    'ae1b9a8c-dfce-4605-bd91-69213b4a26fc',
    '5e5dbe3f-2702-4ffc-8b1e-0cae008a5c71',
  ),
  'web-app-authentication': differing(
    'Does not look at slots.',
    '95bccee9-a7f8-4bec-9ee9-62c3473701fc',
    'c75248c1-ea1d-4a9c-8fc9-29a6aabd5da8',
  ),
  'web-app-no-plain-ftp': same(
    '4d24b6d4-5e53-4a4f-a7f4-618fa573ee4b',
    '399b2637-a50f-4f95-96f8-3a145476eb15',
    'c285a320-8830-4665-9cc7-bbd05fc7c5c0',
    'e1a09430-221d-4d4c-a337-1edb5a1fa9bb',
  ),
  'web-app-min-tls': same(
    'f0e6e85b-9b9f-4a4b-b67b-f730d42f1b0b',
    'f9d614c5-c173-4d56-95a7-b4437057d193',
    '4ee5b817-627a-435a-8932-116193268172',
    'deb528de-8f89-4101-881c-595899253102',
  ),
  'web-app-identity': differing(
    'Slots of function apps are left out.',
    '2b9ad585-36bc-4615-b300-fd4435808332',
    '0da106f2-4ca3-48e8-bc85-c638fe6aea8f',
    '4a15c15f-90d5-4a1f-8b63-2903944963fd',
  ),
  'web-app-no-basic-publishing': same(
    '871b205b-57cf-4e1e-a234-492616998bf7',
    'aede300b-d67f-480a-ae26-4b3dfb1a1fdc',
    'ec71c0bc-6a45-4b1f-9587-80dc83e6898c',
    '847ef871-e2fe-4e6e-907e-4adbf71de5cf',
  ),
  'web-app-http2': same(
    '8c122334-9d20-4eb8-89ea-ac9a705b74ae',
    'e2c1c086-2d84-4019-bff3-c44ccd95113c',
    '4dcfb8b5-05cd-4090-a931-2ec29057e1fc',
    'fa98f1b1-1f56-4179-9faf-93ad82f3458f',
  ),
  'web-app-no-remote-debugging': same(
    'cb510bfd-1cba-4d9f-a230-cb0976f4bb71',
    '0e60b895-3786-45da-8377-9c6b4b6ac5f9',
    'a08ae1ab-8d1d-422b-a123-df82b307ba61',
    '89691ef9-8c50-49a8-8950-9c7fba41699e',
  ),
};
