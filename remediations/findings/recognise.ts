import { at, record, textAt } from './json';

/** A document that is not read, but known: what it is, and how its findings get here. */
export interface Recognised {
  readonly what: string;
  readonly advice: string;
}

const sarif = (command: string) => `Have it written as SARIF: ${command}.`;
const notRead = 'Its findings are about resources in Azure, and this version reads reports on code only.';
const gate = 'It is no report: `plumbline check` judges it as it is.';

const documents: readonly (readonly [what: string, advice: string, fits: (json: unknown) => boolean])[] = [
  ['a Prowler report (OCSF)', notRead, (json) => some(json, (each) => has(at(each, 'metadata'), 'event_code'))],
  ['a Prowler report', notRead, (json) => some(json, (each) => has(each, 'CheckID') && has(each, 'StatusExtended'))],
  [
    'findings in the Security Hub format (ASFF)',
    notRead,
    (json) => some(json, (each) => has(each, 'ProductArn') && has(each, 'SchemaVersion')),
  ],
  [
    'a list of Defender for Cloud assessments',
    notRead,
    (json) => some(answer(json), (each) => /\/assessments$/i.test(textAt(each, 'type') ?? '')),
  ],
  [
    'a list of Azure Policy states',
    notRead,
    (json) =>
      /policystates/i.test(textAt(json, '@odata.context') ?? '') ||
      some(answer(json), (each) => has(each, 'policyDefinitionId') && has(each, 'policyAssignmentId')),
  ],
  [
    'a list of Azure Advisor recommendations',
    notRead,
    (json) => some(answer(json), (each) => /advisor\/recommendations$/i.test(textAt(each, 'type') ?? '')),
  ],
  ['a ScoutSuite report', notRead, (json) => has(json, 'services') && has(json, 'last_run')],
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

/** The list in an answer of Azure's REST interface, or of Resource Graph. */
function answer(json: unknown): unknown {
  return at(json, 'value') ?? at(json, 'data') ?? json;
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
  ['a Prowler CSV', notRead, /^"?(?:AUTH_METHOD|PROVIDER|ASSESSMENT_START_TIME)"?[;,]/],
  ['a Defender for Cloud CSV', notRead, /^"?exportedTimestamp"?,/i],
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
  ['a table (CSV)', 'Have the scanner write JSON (Checkov) or SARIF (any other).', /^(?:"?[\w. ]+"?[,;]){4}/],
  ['one JSON document per line', 'Pass them as one JSON document.', /^\{[^\n]*\}\s*\n\{/],
];

/** What a text that is no JSON is, when its first lines tell. */
export function recogniseText(text: string): Recognised | undefined {
  const start = text.slice(0, 10_000);
  const found = texts.find(([, , looks]) => looks.test(start));
  return found && { what: found[0], advice: found[1] };
}
