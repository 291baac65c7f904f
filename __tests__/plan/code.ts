// Small trees of Terraform code in memory, findings on them, and plans from both.
import type { Impact } from '../../controls/control';
import type { Attributes, Value } from '../../controls/value';
import type { Finding, Report, Subject } from '../../remediations/findings/finding';
import { type Estate, type EstateOptions, type Located, readEstate } from '../../remediations/locate/hcl/estate';
import { type SourceFile, sourceFile } from '../../remediations/locate/hcl/tree';
import type { PlanOptions } from '../../remediations/plan';
import { type Remediation, remediate } from '../../remediations/remediate';
import { writePatches } from '../../remediations/render/patch';

/** Text by path. */
export type Tree = Readonly<Record<string, string>>;

export const versions = (constraint = '~> 4.55'): string => `terraform {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "${constraint}"
    }
  }
}
`;

/** An account that lacks nothing but what a test is about; `body` is written behind the required arguments. */
export const account = (name: string, body = ''): string => `resource "azurerm_storage_account" "${name}" {
  name                     = "st${name}"
  resource_group_name      = "rg"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "LRS"
${body ? `\n${body.replace(/^(?=.)/gm, '  ')}\n` : ''}}
`;

export const files = (tree: Tree): SourceFile[] =>
  Object.entries(tree)
    .map(([path, text]) => sourceFile(path, text))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

/** A tree as the command reads it, for azurerm 4.55 unless it says another version at its root. */
export const estateOf = (tree: Tree, options: EstateOptions = {}): Estate =>
  readEstate(files({ ...('versions.tf' in tree ? {} : { 'versions.tf': versions() }), ...tree }), options);

export const resourcesOf = (estate: Estate): readonly Located[] => estate.roots.flatMap((root) => root.resources);

export const addresses = (estate: Estate): string[] => resourcesOf(estate).map(({ address }) => address);

/** What the resource at an address says, or the only resource. */
export function attributes(tree: Tree, address?: string, options: EstateOptions = {}): Attributes {
  const found = resourcesOf(estateOf(tree, options)).filter((each) => !address || each.address === address);
  if (found.length !== 1) throw new Error(`${found.length} resources at ${address ?? 'all addresses'}`);
  return found[0].attributes;
}

/** The value of an expression at the root of a tree. */
export const value = (expression: string, more = ''): Value =>
  attributes({ 'main.tf': `${more}\nresource "test_thing" "it" {\n  value = ${expression}\n}\n` }, 'test_thing.it')
    .value;

export const finding = (rule: string, subject: Subject | string, scanner: Finding['scanner'] = 'checkov'): Finding => ({
  scanner,
  rule,
  subject: typeof subject === 'string' ? { address: subject } : subject,
  message: rule,
});

export const reportOf = (findings: readonly Finding[], ignored: Report['ignored'] = {}): Report => ({
  source: 'report.json',
  format: 'checkov',
  findings,
  ignored,
  notes: [],
});

interface Options extends Partial<Omit<PlanOptions, 'allow'>>, EstateOptions {
  readonly allow?: readonly Impact[];
}

export function remedy(
  tree: Tree,
  findings: readonly Finding[],
  { allow = [], ...options }: Options = {},
): Remediation {
  const { variableFiles, environments, version, ofShell } = options;
  const estate = estateOf(tree, {
    ...(variableFiles ? { variableFiles } : {}),
    ...(environments ? { environments } : {}),
    ...(version ? { version } : {}),
    ...(ofShell ? { ofShell } : {}),
  });
  return remediate([reportOf(findings)], estate, { level: 2, answers: {}, ...options, allow: new Set(allow) });
}

/** Text by path after the plan was applied. */
export const patched = (tree: Tree, { files: changed }: Remediation): Tree =>
  Object.fromEntries(Object.entries(tree).map(([path, text]) => [path, changed.get(path)?.after ?? text]));

/** `reason: note` of every finding that led to no change. */
export const reasons = ({ plan }: Remediation): string[] =>
  plan.unplanned.map(({ reason, note }) => `${reason}: ${note}`);

/** The patches of a plan, by the name of their file. */
export function patches({ files: changed, waves }: Pick<Remediation, 'files' | 'waves'>): Record<string, string> {
  const made: Record<string, string> = {};
  writePatches(changed, waves, (name, text) => {
    made[name] = (made[name] ?? '') + text;
  });
  return made;
}
