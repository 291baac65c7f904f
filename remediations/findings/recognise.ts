import { armId } from './arm-id';
import { hasRow } from './azure-rows';
import { at, record, textAt } from './json';

/** A document that is not read, but known: what it is, and how its findings get here. */
export interface Recognised {
  readonly what: string;
  readonly advice: string;
}

const sarif = (command: string) => `Have it written as SARIF: ${command}.`;
const elsewhere = 'Its findings are about another cloud, or name no resource.';
const gate = 'It is no report: `plumbline check` judges it as it is.';

const documents: readonly (readonly [what: string, advice: string, fits: (json: unknown) => boolean])[] = [
  [
    'a list of findings in the Security Hub format (ASFF)',
    elsewhere,
    (json) => some(json, (each) => has(each, 'ProductArn') && has(each, 'SchemaVersion')),
  ],
  [
    'a list of the assessments of a regulatory standard',
    'It counts resources and names none: export the recommendations of Defender for Cloud.',
    (json) => hasRow(json, (row) => /\/regulatoryComplianceAssessments?$/i.test(textAt(row, 'type') ?? '')),
  ],
  [
    'a list of resources',
    'It says what is there, not what is wrong: have a scanner look at it.',
    (json) => hasRow(json, (row) => armId(textAt(row, 'id')) !== undefined && has(row, 'type')),
  ],
  [
    'a Terraform plan',
    gate,
    (json) => has(json, 'format_version') && (has(json, 'planned_values') || has(json, 'resource_changes')),
  ],
  [
    'a Terraform state',
    gate,
    (json) => has(json, 'terraform_version') && (has(json, 'lineage') || has(json, 'values')),
  ],
  [
    'Terraform code in JSON',
    'Name the folder it is in with `--code`, and a report on it with `--findings`.',
    (json) => record(at(json, 'resource')) !== undefined && (has(json, 'terraform') || has(json, 'provider')),
  ],
  ['a CycloneDX document', sarif('most scanners have an option for it'), (json) => has(json, 'bomFormat')],
];

function has(value: unknown, name: string): boolean {
  return at(value, name) !== undefined;
}

/** Whether one of the first elements fits, or the document itself when it is no list. */
function some(value: unknown, fits: (element: unknown) => boolean): boolean {
  return Array.isArray(value) ? value.slice(0, 20).some(fits) : fits(value);
}

/** What a JSON document of no format that is read is, when its members tell. */
export function recogniseJson(json: unknown): Recognised | undefined {
  const found = documents.find(([, , fits]) => fits(json));
  return found && { what: found[0], advice: found[1] };
}

const texts: readonly (readonly [what: string, advice: string, looks: RegExp])[] = [
  [
    'a zip archive, as `terraform plan -out` writes it',
    'Run `terraform show -json` on it and pass that to `plumbline check`.',
    /^PK[^\w\s]{2}/,
  ],
  ['gzip-compressed', 'Unpack it first.', /^\p{Cc}\uFFFD/u],
  [
    "Checkov's text output",
    'Run it with `-o json` and, on Windows PowerShell, `--output-file-path <folder>`.',
    /^Passed checks: \d+, Failed checks: \d+|By Prisma Cloud \||By bridgecrew\.io \|/im,
  ],
  ['XML', 'Have the scanner write JSON (Checkov) or SARIF (any other).', /^\s*<(?:\?xml|testsuites?\b|checkstyle\b)/],
  [
    'HCL',
    'Name the folder it is in with `--code`, and a report on it with `--findings`.',
    /^\s*(?:resource|variable|module|terraform|provider|data|locals)\b[^\n{=:]*\{/,
  ],
  [
    'a table (CSV) with columns that are not known',
    'Say what they hold, such as --columns "rule=Check,arm=Resource id,severity=Severity", or have the scanner write JSON or SARIF.',
    /^(?:"?[\w. ]+"?[,;\t]){3}/,
  ],
];

/** What a text that is no JSON is, when its first lines tell. */
export function recogniseText(text: string): Recognised | undefined {
  const start = text.slice(0, 10_000);
  const found = texts.find(([, , looks]) => looks.test(start));
  return found && { what: found[0], advice: found[1] };
}
