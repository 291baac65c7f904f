// Plans in memory: the example of the repository, and beside it owners, an app of CDKTF and what is live.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scan } from '../../remediations/azure/arm-object';
import { asLiveReport, checkScan } from '../../remediations/azure/check-scan';
import { toldConstructs } from '../../remediations/cdktf/told';
import { asReport, checkEstate } from '../../remediations/check';
import type { Finding } from '../../remediations/findings/finding';
import { readEstate } from '../../remediations/locate/hcl/estate';
import { sourceFile } from '../../remediations/locate/hcl/tree';
import { inStacks } from '../../remediations/overlay/ledger';
import { LiveEstate } from '../../remediations/overlay/live-estate';
import { remediate } from '../../remediations/remediate';
import { planHtml } from '../../remediations/render/plan-html';
import type { PlanDocument } from '../../remediations/render/review';
import { synthesizedFrom } from '../cdktf/as-synthesized';
import { DOCUMENT } from '../cdktf/told';
import { account, files, finding, reportOf, type Tree, versions } from '../plan/code';

const examples = join(__dirname, '../../examples');

export const example: Tree = Object.fromEntries(
  readdirSync(join(examples, 'estate'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tf'))
    .map((name) => [name, readFileSync(join(examples, 'estate', name), 'utf8')]),
);

interface Given {
  readonly code: Tree;
  /** HCL of what an app of CDKTF wrote. */
  readonly app?: string;
  readonly live?: Scan;
  /** Beside what the check finds. */
  readonly findings?: readonly Finding[];
}

/** A plan of everything that deviates at level 2. */
export function planOf({ code, app, live, findings = [] }: Given): PlanDocument & { readonly code: Tree } {
  const estate = readEstate([...files(code), ...(app ? [sourceFile(DOCUMENT, synthesizedFrom(app))] : [])]);
  const read = live && new LiveEstate(live);
  const reports = [
    reportOf(findings),
    asReport(checkEstate(estate, { level: 2 })),
    ...(read ? [asLiveReport(checkScan(read.groups, { level: 2 }))] : []),
  ];
  const made = remediate(reports, estate, {
    level: 2,
    answers: {},
    allow: new Set(),
    ...(read ? { live: read } : {}),
  });
  return {
    ...made,
    plan: { ...made.plan, overlays: inStacks(made.plan.overlays, []) },
    constructs: toldConstructs(made.plan.told, estate, new Map()),
    level: 2,
    sources: reports.map(({ source, format }) => `${source} (${format})`),
    provider: ['.: azurerm 4.x (version ~> 4.55)'],
    notes: ['a note'],
    code,
  };
}

export const owned = (name: string, owner: string, body = ''): string =>
  account(name, `${body}\ntags = { Owner = ${JSON.stringify(owner)} }`.trim());

const registry = `resource "azurerm_container_registry" "images" {
  name                = "crimages"
  resource_group_name = "rg"
  location            = "westeurope"
  sku                 = "Premium"
}
`;

/** Every kind of change, several owners, both levels. */
export const everyKind = (): PlanDocument =>
  planOf({
    code: {
      ...example,
      'owned/versions.tf': versions(),
      'owned/main.tf': [
        owned('orders', 'shop', 'min_tls_version = "TLS1_0"'),
        owned('pictures', 'web & media'),
        registry,
      ].join('\n'),
    },
    app: `${versions()}\n${account('synthesized', 'min_tls_version = "TLS1_0"')}`,
    live: JSON.parse(readFileSync(join(examples, 'azure/scan.json'), 'utf8')) as Scan,
    // A control that no level asks for.
    findings: [finding('CKV_AZURE_237', { address: 'azurerm_container_registry.images', file: 'owned/main.tf' })],
  });

export const pageOf = (document: PlanDocument): string => [...planHtml(document)].join('');
