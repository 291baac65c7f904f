// Reports of several scanners of Azure on resources that stand in no code, from their bytes to the plan.
import type { Report } from '../../remediations/findings/finding';
import { readReport } from '../../remediations/findings/read';
import { remediate } from '../../remediations/remediate';
import { planMarkdown } from '../../remediations/render/plan-markdown';
import { counts } from '../../remediations/render/review';
import { account, estateOf, reasons } from './code';

const SUBSCRIPTION = '00000000-0000-0000-0000-000000000001';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-Shop/providers`;
const VAULT = `${GROUP}/Microsoft.KeyVault/vaults/kv-Shop`;
const ACCOUNT = `${GROUP}/Microsoft.Storage/storageAccounts/stshop`;
const WORKSPACE = `${GROUP}/Microsoft.OperationalInsights/workspaces/logs`;

const report = (name: string, content: unknown): Report =>
  readReport(new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)), `${name}.json`);

const prowler = (check: string, resource: string) => ({
  metadata: { event_code: check },
  status_code: 'FAIL',
  severity: 'High',
  cloud: { provider: 'azure', account: { uid: SUBSCRIPTION } },
  resources: [{ uid: resource.replace('resourceGroups', 'resourcegroups') }],
});
const defender = (key: string, resource: string) => ({
  type: 'Microsoft.Security/assessments',
  id: `${resource}/providers/Microsoft.Security/assessments/${key}`,
  name: key,
  properties: { resourceDetails: { Source: 'Azure', Id: resource.toUpperCase() }, status: { code: 'Unhealthy' } },
});
const policy = (definition: string, resource: string, assignment: string) => ({
  resourceId: resource.toLowerCase(),
  policyAssignmentId: assignment,
  policyDefinitionId: `/providers/microsoft.authorization/policydefinitions/${definition}`,
  complianceState: 'NonCompliant',
});
const powerpipe = (control: string, resource: string) =>
  `control_id,reason,resource,status\nazure_compliance.control.${control},words,${resource},alarm\n`;
const advisor = (key: string, resource: string) => ({
  type: 'Microsoft.Advisor/recommendations',
  properties: {
    category: 'Security',
    impact: 'High',
    resourceMetadata: { resourceId: resource, source: `${resource}/providers/Microsoft.Security/assessments/${key}` },
  },
});

const planned = (reports: readonly Report[], answers = {}) =>
  remediate(reports, estateOf({ 'main.tf': account('other') }), { level: 2, answers, allow: new Set() });

const logging = [
  report('prowler', [prowler('keyvault_logging_enabled', VAULT)]),
  report('defender', { value: [defender('88bbc99c-e5af-ddd7-6105-6150b2bfa519', VAULT)] }),
  report('policy', {
    value: ['one', 'two'].map((name) => policy('cf820ca0-f99e-4f3e-84fb-66e913812d21', VAULT, name)),
  }),
  report('powerpipe', powerpipe('keyvault_logging_enabled', `${VAULT}/secrets/x##mark`)),
  report('advisor', [advisor('88bbc99c-e5af-ddd7-6105-6150b2bfa519', VAULT)]),
];

test('what five scanners find of one resource is one overlay, with the id as azurerm spells it', () => {
  const { plan } = planned(logging, { logAnalyticsWorkspaceId: WORKSPACE });
  expect(plan.unplanned).toEqual([]);
  expect(plan.overlays).toHaveLength(1);
  const [{ overlay, findings, controls }] = plan.overlays;
  expect(controls.map(({ id }) => id)).toEqual(['key-vault-logging']);
  expect(findings.map(({ scanner }) => scanner).sort()).toEqual([
    'azure-policy',
    'defender',
    'defender',
    'powerpipe',
    'prowler',
  ]);
  expect(overlay).toMatchObject({ armId: VAULT, type: 'azurerm_monitor_diagnostic_setting' });
  expect(overlay.attributes).toMatchObject({ target_resource_id: VAULT });
  expect(overlay.name).toMatch(/^kv_shop_[a-z_]+_[0-9a-f]{6}$/);
  expect(counts(plan)).toMatchObject({ received: 6, planned: 5, unplanned: 0, ignored: 1 });
});

test('the overlay does not depend on which of them reports, nor on their order', () => {
  const name = (reports: readonly Report[]) =>
    planned(reports, { logAnalyticsWorkspaceId: WORKSPACE }).plan.overlays.map(({ id }) => id);
  const [all] = name(logging);
  for (const each of logging) expect(name([each])).toEqual([all]);
  expect(name([...logging].reverse())).toEqual([all]);
});

test('without the answer there is one question for the five', () => {
  const made = planned(logging);
  expect(made.plan.questions).toEqual([
    expect.objectContaining({ parameter: 'logAnalyticsWorkspaceId', resources: [VAULT] }),
  ]);
  expect(new Set(reasons(made)).size).toBe(1);
});

test('what cannot be planned from an id alone has one reason, and the review lists all findings behind it', () => {
  const made = planned([
    report('prowler', [prowler('storage_secure_transfer_required_is_enabled', ACCOUNT)]),
    report('defender', [defender('1c5de8e1-f68d-6a17-e0d2-ec259c42768c', ACCOUNT)]),
    report('policy', [policy('404c3081-a854-4457-ae30-26a93ef643f9', `${ACCOUNT}/blobServices/default`, 'one')]),
  ]);
  expect(reasons(made)).toEqual(
    Array(3).fill(
      'not-found: stshop stands in no code here, and storage-https-only needs its present settings: plumbline scan reads them',
    ),
  );
  const document = { ...made, level: 2 as const, sources: [], provider: [], notes: [] };
  const lines = planMarkdown(document).split('\n');
  expect(lines.filter((line) => line.includes('stshop'))).toEqual([
    '- stshop stands in no code here, and storage-https-only needs its present settings: plumbline scan reads them (azure-policy 404c3081-a854-4457-ae30-26a93ef643f9 on blobservices/default, defender 1c5de8e1-f68d-6a17-e0d2-ec259c42768c on STORAGEACCOUNTS/STSHOP, prowler storage\\_secure\\_transfer\\_required\\_is\\_enabled on storageAccounts/stshop)',
  ]);
});

test('other types and whole subscriptions say where they are, in one spelling', () => {
  const server = `${GROUP}/Microsoft.Sql/servers/sql-Shop`;
  const made = planned([
    report('prowler', [
      prowler('sqlserver_auditing_enabled', server),
      prowler('sqlserver_auditing_enabled', server.toLowerCase().replace('resourcegroups', 'resourceGroups')),
      prowler('defender_ensure_defender_for_server_is_on', 'Shop'),
    ]),
  ]);
  expect(made.plan.ignored).toEqual({ duplicate: 1 });
  expect(reasons(made).sort()).toEqual([
    `not-found: it is about all of /subscriptions/${SUBSCRIPTION}: plumbline check --owns subscription tells what its code lacks`,
    'not-found: sql-Shop stands in no code here, and sql-server-auditing needs its present settings: plumbline scan reads them',
  ]);
});

test('of a resource in code it is one change, found by the name and told once', () => {
  const mine = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stshop`;
  const reports = [
    report('prowler', [prowler('storage_secure_transfer_required_is_enabled', mine)]),
    report('defender', [defender('1c5de8e1-f68d-6a17-e0d2-ec259c42768c', mine)]),
    report('policy', [policy('404c3081-a854-4457-ae30-26a93ef643f9', mine, 'one')]),
    report('powerpipe', powerpipe('cis_v200_3_1', `${mine}/`)),
  ];
  const code = estateOf({ 'main.tf': account('shop', 'https_traffic_only_enabled = false') });
  const { plan } = remediate(reports, code, { level: 1, answers: {}, allow: new Set() });
  expect(plan.unplanned).toEqual([]);
  expect(
    plan.changes.map(({ controls, resources, findings, notes }) => [controls[0].id, resources, findings.length, notes]),
  ).toEqual([['storage-https-only', ['azurerm_storage_account.shop'], 4, [`found by the name in ${mine}`]]]);
});
