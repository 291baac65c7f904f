// plan.sarif: each fix alone makes the text that its change makes.
import { planSarif } from '../../remediations/render/plan-sarif';
import { account, finding, remedy, type Tree, versions } from './code';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Replacement {
  readonly deletedRegion: Region;
  readonly insertedContent: { readonly text: string };
}

/** Applies a replacement as an editor does. */
function applied(text: string, { deletedRegion, insertedContent }: Replacement): string {
  const body = text.replace(/^\uFEFF/, '');
  const starts = [0, ...[...body.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const offset = (line: number, column: number) => starts[line - 1] + column - 1;
  const { startLine, startColumn, endLine, endColumn } = deletedRegion;
  return (
    text.slice(0, text.length - body.length) +
    body.slice(0, offset(startLine, startColumn)) +
    insertedContent.text +
    body.slice(offset(endLine, endColumn))
  );
}

const A = 'azurerm_storage_account.a';
const answers = { logAnalyticsWorkspaceId: '/subscriptions/0/w' };
const trees: Readonly<Record<string, Tree>> = {
  plain: { 'main.tf': account('a', 'min_tls_version = "TLS1_0"\nallow_nested_items_to_be_public = true') },
  'with carriage returns': { 'main.tf': account('a', 'min_tls_version = "TLS1_0"').replaceAll('\n', '\r\n') },
  'with a mark at the beginning': {
    'main.tf': `\uFEFF${account('a').replace('{\n', '{\n  min_tls_version = "TLS1_0"\n')}`,
  },
  'in a folder with a blank': {
    'versions.tf': versions(),
    'my code/main.tf': account('a', 'min_tls_version = "TLS1_0"'),
  },
};

test.each(Object.entries(trees))('%s', (_, tree) => {
  const rules = ['CKV_AZURE_44', 'CKV_AZURE_190', 'CKV2_AZURE_38', 'CKV_AZURE_33'];
  const result = remedy(
    tree,
    rules.map((rule) => finding(rule, A)),
    { answers, version: { major: 4, source: 'test' } },
  );
  const log = JSON.parse(planSarif(result.plan.changes));
  const { results } = log.runs[0];
  expect(results).toHaveLength(result.plan.changes.length);
  expect(results.length).toBeGreaterThan(0);
  for (const [i, { fixes, ruleId, locations }] of results.entries()) {
    const change = result.plan.changes[i];
    expect(ruleId).toBe(change.controls[0].id);
    const [{ artifactLocation, replacements }] = fixes[0].artifactChanges;
    const path = decodeURIComponent(artifactLocation.uri);
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe(artifactLocation.uri);
    // The fix alone is what a plan of nothing else writes.
    const alone = remedy(tree, change.findings, {
      answers,
      only: new Set(change.controls.map(({ id }) => id)),
      version: { major: 4, source: 'test' },
    });
    const same = alone.plan.changes.length === 1 ? alone.files.get(path)?.after : undefined;
    if (same !== undefined) expect(applied(tree[path], replacements[0])).toBe(same);
    expect(applied(tree[path], replacements[0])).not.toBe(tree[path]);
  }
});
