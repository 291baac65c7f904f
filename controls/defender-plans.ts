import type { SecurityCenterSubscriptionPricingConfig } from '@cdktf/provider-azurerm/lib/security-center-subscription-pricing';
import { type Alias, type AliasScanner, controlsFor } from './control';

const control = controlsFor<SecurityCenterSubscriptionPricingConfig>('azurerm_security_center_subscription_pricing');

const NAMES_NO_PLAN = 'Names no plan: it is reported for every declared plan that is not Standard.';
/** Rules about every plan; which one is meant, the resource of the finding says. */
const ANY_PLAN: Partial<Record<AliasScanner, readonly Alias[]>> = {
  checkov: [{ rule: 'CKV_AZURE_19', differs: NAMES_NO_PLAN }],
  trivy: [{ rule: 'AZU-0045', differs: NAMES_NO_PLAN }, 'azure-securitycenter-enable-standard-subscription'],
  kics: [{ rule: '819d50fd-1cdf-45c3-9936-be408aaad93e', differs: NAMES_NO_PLAN }],
};

const SWITCHED_OFF =
  'Extensions of the plan that the code does not list are switched off when Terraform takes it over.';
const UNDONE = 'Removing the resource later sets the plan to Free: the protection ends.';

interface Plan {
  readonly id: string;
  readonly number: string;
  readonly resourceType: NonNullable<SecurityCenterSubscriptionPricingConfig['resourceType']>;
  readonly what: string;
  readonly why: string;
  /** What is counted on the bill. */
  readonly billed: string;
  readonly notes?: readonly string[];
  readonly retired?: string;
  /** Why the plan is not simply switched on. */
  readonly advice?: string;
  readonly aliases: Partial<Record<AliasScanner, readonly Alias[]>>;
}

/** Adds the rules that name no plan to those that do. */
function withGeneric(own: Plan['aliases']): Plan['aliases'] {
  const scanners = [...new Set([...Object.keys(own), ...Object.keys(ANY_PLAN)])] as AliasScanner[];
  return Object.fromEntries(scanners.map((name) => [name, [...(own[name] ?? []), ...(ANY_PLAN[name] ?? [])]]));
}

const isOn = ({ id, number, resourceType, what, why, billed, notes = [], retired, advice, aliases }: Plan) =>
  control({
    id: `defender-plan-${id}`,
    title: `Defender for Cloud protects ${what}`,
    why,
    severity: 'high',
    level: 2,
    scope: 'subscription',
    required: true,
    cis: { 'v3.0.0': number },
    ...(retired ? { retired } : {}),
    when: { resourceType },
    want: { tier: 'Standard' },
    fix: {
      impact: 'in-place',
      consequences: [SWITCHED_OFF, UNDONE, ...notes],
      cost: `The plan is billed ${billed}, from the day it is on.`,
      restores: 'yes',
      ...(advice ? { advice } : {}),
    },
    aliases: withGeneric(aliases),
  });

/** CIS 3.1.3.1, 3.1.4.1, 3.1.5.1 to 3.1.9.1 and 3.1.16. */
const plans: readonly Plan[] = [
  {
    id: 'servers',
    number: '3.1.3.1',
    resourceType: 'VirtualMachines',
    what: 'servers',
    why: 'Attacks on machines are noticed while they run, not when somebody reads the logs.',
    billed: 'by server and hour',
    aliases: {
      checkov: ['CKV_AZURE_55'],
      prowler: ['defender_ensure_defender_for_server_is_on'],
      'azure-policy': ['4da35fc9-c9e7-4960-aec9-797fe7d9051d'],
      defender: ['56a6e81f-7413-4f72-9a1b-aaeeaa87c872'],
      powerpipe: ['cis_v300_3_1_3_1', 'securitycenter_azure_defender_on_for_server'],
    },
  },
  {
    id: 'containers',
    number: '3.1.4.1',
    resourceType: 'Containers',
    what: 'Kubernetes clusters and container registries',
    why: 'Clusters and images change by the hour; only something that watches them all the time sees an intrusion.',
    billed: 'by virtual core of the worker nodes and hour',
    aliases: {
      prowler: ['defender_ensure_defender_for_containers_is_on'],
      'azure-policy': ['1c988dd6-ade4-430f-a608-2a3e5b0a6d38'],
      defender: ['e599a9fe-30e3-47c6-a173-8b4b6d9d3255'],
      powerpipe: ['cis_v300_3_1_4_1', 'securitycenter_azure_defender_on_for_containerregistry'],
    },
  },
  {
    id: 'storage',
    number: '3.1.5.1',
    resourceType: 'StorageAccounts',
    what: 'storage accounts',
    why: 'Downloads from unusual places and uploads of malware look like any other request to the account itself.',
    billed: 'by storage account and month, scanning for malware by the gigabyte',
    aliases: {
      checkov: ['CKV_AZURE_84'],
      prowler: ['defender_ensure_defender_for_storage_is_on'],
      'azure-policy': ['640d2586-54d2-465f-877f-9ffc1d2109f4'],
      defender: ['1be22853-8ed1-4005-9907-ddad64cb1417'],
      powerpipe: ['cis_v300_3_1_5_1', 'securitycenter_azure_defender_on_for_storage'],
    },
  },
  {
    id: 'app-service',
    number: '3.1.6.1',
    resourceType: 'AppServices',
    what: 'App Service',
    why: 'Web applications face the internet, and what is tried on them shows in the platform before it shows in the code.',
    billed: 'by instance of a service plan and hour',
    aliases: {
      checkov: ['CKV_AZURE_61'],
      prowler: ['defender_ensure_defender_for_app_services_is_on'],
      'azure-policy': ['2913021d-f2fd-4f3d-b958-22354e2bdbcb'],
      defender: ['0876ef51-fee7-449d-ba1e-f2662c7e43c6'],
      powerpipe: ['cis_v300_3_1_6_1', 'securitycenter_azure_defender_on_for_appservice'],
    },
  },
  {
    id: 'cosmos-db',
    number: '3.1.7.1',
    resourceType: 'CosmosDbs',
    what: 'Cosmos DB',
    why: 'Injected queries and stolen account keys are told from ordinary use by how the database is used.',
    billed: 'by provisioned or consumed request units',
    aliases: {
      prowler: ['defender_ensure_defender_for_cosmosdb_is_on'],
      'azure-policy': ['adbe85b5-83e6-4350-ab58-bf3a4f736e5e'],
      powerpipe: ['cis_v300_3_1_7_1', 'securitycenter_azure_defender_on_for_cosmosdb'],
    },
  },
  {
    id: 'open-source-databases',
    number: '3.1.7.2',
    resourceType: 'OpenSourceRelationalDatabases',
    what: 'PostgreSQL and MySQL',
    why: 'Guessed passwords and access from places that were never seen before are reported while they happen.',
    billed: 'by server and month',
    aliases: {
      prowler: ['defender_ensure_defender_for_os_relational_databases_is_on'],
      'azure-policy': ['0a9fbe0d-c5c4-4da8-87d8-f4fd77338835'],
      defender: ['b6a28450-dd5d-4ba4-8806-245e20ef6632'],
      powerpipe: ['cis_v300_3_1_7_2', 'securitycenter_azure_defender_on_for_opensource_relational_db'],
    },
  },
  {
    id: 'sql',
    number: '3.1.7.3',
    resourceType: 'SqlServers',
    what: 'Azure SQL and managed instances',
    why: 'SQL injection and logins that nobody expected are recognised in the database, behind every firewall.',
    billed: 'by server and month',
    aliases: {
      checkov: ['CKV_AZURE_69'],
      prowler: ['defender_ensure_defender_for_azure_sql_databases_is_on'],
      'azure-policy': [
        'abfb7388-5bf4-4ad7-ba99-2cd2f41cebb9',
        '7fe3b40f-802b-4cdd-8bd4-fd799c948cc2',
        'abfb4388-5bf4-4ad7-ba82-2cd2f41ceae9',
      ],
      defender: [
        '58d72d9d-0310-4792-9a3b-6dd111093cdb',
        'ff6dbca8-d93c-49fc-92af-dc25da7faccd',
        '400a6682-992c-4726-9549-629fbc3b988f',
      ],
      powerpipe: ['cis_v300_3_1_7_3', 'securitycenter_azure_defender_on_for_sqldb'],
    },
  },
  {
    id: 'sql-on-machines',
    number: '3.1.7.4',
    resourceType: 'SqlServerVirtualMachines',
    what: 'SQL Server on machines',
    why: 'A database on a machine of its own is attacked like the managed one, and nobody else looks after it.',
    billed: 'by virtual core or instance and hour',
    notes: ['Azure installs an agent on the machines that run SQL Server.'],
    aliases: {
      checkov: ['CKV_AZURE_79'],
      prowler: ['defender_ensure_defender_for_sql_servers_is_on'],
      'azure-policy': ['6581d072-105e-4418-827f-bd446d56421b'],
      defender: ['6ac66a74-761f-4a59-928a-d373eea3f028'],
      powerpipe: ['cis_v300_3_1_7_4', 'securitycenter_azure_defender_on_for_sqlservervm'],
    },
  },
  {
    id: 'key-vault',
    number: '3.1.8.1',
    resourceType: 'KeyVaults',
    what: 'key vaults',
    why: 'Whoever lists all secrets of a vault at night is worth a call; without the plan nobody makes it.',
    billed: 'by vault and month, or by operation',
    aliases: {
      checkov: ['CKV_AZURE_87'],
      prowler: ['defender_ensure_defender_for_keyvault_is_on'],
      'azure-policy': ['0e6763cc-5078-4e64-889d-ff4d9a839047'],
      defender: ['b1af52e4-e968-4e2b-b6d0-6736c9651f0a'],
      powerpipe: ['cis_v300_3_1_8_1', 'securitycenter_azure_defender_on_for_keyvault'],
    },
  },
  {
    id: 'resource-manager',
    number: '3.1.9.1',
    resourceType: 'Arm',
    what: 'Azure Resource Manager',
    why: 'Everything in Azure is managed through it: misuse of a stolen administrator shows there first.',
    billed: 'by subscription and month, or by operation',
    aliases: {
      checkov: ['CKV_AZURE_234'],
      prowler: ['defender_ensure_defender_for_arm_is_on'],
      'azure-policy': ['c3d20c29-b36d-48fe-808b-99a87530ad99'],
      defender: ['f0fb2a7e-16d5-849f-be57-86db712e9bd0'],
      powerpipe: ['cis_v300_3_1_9_1', 'securitycenter_azure_defender_on_for_resource_manager'],
    },
  },
  {
    id: 'dns',
    number: '3.1.16',
    resourceType: 'Dns',
    what: 'name resolution, where the plan of its own still exists',
    why: 'Malware that calls home is seen by the names it asks for.',
    billed: 'by million queries',
    retired:
      'Microsoft folded the plan into Defender for Servers in 2023; a subscription that has no such plan cannot buy it.',
    advice:
      'Microsoft folded the plan into plan 2 of Defender for Servers in 2023, and a subscription that does not have it cannot buy it: protect the servers (3.1.3.1), remove this resource, and record the recommendation as not applicable.',
    aliases: {
      prowler: ['defender_ensure_defender_for_dns_is_on'],
      defender: ['aae10e53-8403-3576-5d97-3b00f97332b2'],
      powerpipe: ['cis_v300_3_1_16', 'securitycenter_azure_defender_on_for_dns'],
    },
  },
];

export const defenderPlans = plans.map(isOn);
