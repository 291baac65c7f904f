import type { Draft } from './draft';
import type { Finding, Subject } from './finding';
import type { Format } from './format';
import { at, compact, integer, list, record, text, textAt } from './json';
import { fromRoot, lines, namedResource, severity } from './place';

type Run = Readonly<Record<string, unknown>>;

/** Frameworks whose records speak of Terraform code; all others (secrets, dockerfile, arm, …) do not. */
const terraform: ReadonlySet<string> = new Set(['terraform', 'terraform_plan', 'terraform_json']);

/** How deep another tool's document is searched for a Checkov report. */
const deepest = 5;

/**
 * Checkov's JSON of version 1.0 to 3.3: one object, an array of them, the flat summary of a scan that found nothing, or
 * either of the first two inside another tool's document.
 */
export const checkov: Format = {
  name: 'checkov',
  title: 'Checkov, `checkov -o json`',
  shape: '`results` with `failed_checks`, also inside another document; or the summary of an empty scan',
  recognises: ({ json }) => runs(json).length > 0,
  read({ json }, draft) {
    for (const { run, path } of runs(json)) {
      if (path.some((step) => typeof step === 'string')) {
        draft.note(`The report is a part of another document: ${path.join('.')}.`);
      }
      readRun(run, draft);
    }
  },
};

interface Found {
  readonly run: Run;
  readonly path: readonly (string | number)[];
}

/** Breadth first, so that a report at the top is found without looking at its records. */
function runs(json: unknown): Found[] {
  const found: Found[] = [];
  let level: { value: unknown; path: (string | number)[] }[] = [{ value: json, path: [] }];
  for (let depth = 0; depth <= deepest && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { value, path } of level) {
      const object = record(value);
      if (object && isRun(object, path)) found.push({ run: object, path });
      else if (object) for (const name of Object.keys(object)) descend(object[name], path, name, next);
      else
        list(value).forEach((element, index) => {
          descend(element, path, index, next);
        });
    }
    level = next;
  }
  return found;
}

function descend(value: unknown, path: (string | number)[], step: string | number, into: object[]): void {
  if (typeof value === 'object' && value !== null) into.push({ value, path: [...path, step] });
}

function isRun(object: Run, path: readonly (string | number)[]): boolean {
  const results = record(at(object, 'results'));
  if (results)
    return ['failed_checks', 'passed_checks', 'skipped_checks'].some((name) => Array.isArray(at(results, name)));
  // The summary without results has no member that is Checkov's alone but this; deeper down it may be anyone's.
  return textAt(object, 'checkov_version') !== undefined && path.every((step) => typeof step === 'number');
}

function readRun(run: Run, draft: Draft): void {
  const framework = textAt(run, 'check_type') ?? 'terraform';
  const failed = list(at(run, 'results', 'failed_checks'));
  for (const check of failed) {
    const outcome = notFailed(check, framework);
    if (outcome) draft.ignore(outcome);
    else draft.add(finding(check));
  }
  draft.ignore('passed', list(at(run, 'results', 'passed_checks')).length);
  draft.ignore('skipped', list(at(run, 'results', 'skipped_checks')).length);
  draft.ignore('unknown', list(at(run, 'results', 'unknown_checks')).length);
  noteParsingErrors(run, framework, draft);
  noteCounts(run, framework, failed.length, draft);
}

/** Why a record in the list of failures is none; undefined when it is one. */
function notFailed(check: unknown, framework: string): string | undefined {
  if (!textAt(check, 'check_id')) return 'unreadable';
  const result = textAt(check, 'check_result', 'result')?.toLowerCase();
  if (result === 'passed' || result === 'skipped' || result === 'unknown') return result;
  return terraform.has(framework) ? undefined : 'not-terraform';
}

function finding(check: unknown): Finding {
  const rule = textAt(check, 'check_id') ?? '';
  const attributes = attributesRead(at(check, 'check_result', 'evaluated_keys'));
  return compact({
    scanner: 'checkov' as const,
    rule,
    subject: subject(check),
    message: textAt(check, 'check_name') ?? rule,
    severity: severity(textAt(check, 'severity')),
    attributes: attributes.length > 0 ? attributes : undefined,
  });
}

function subject(check: unknown): Subject {
  const { address, type, label } = namedResource(textAt(check, 'resource_address') ?? textAt(check, 'resource'));
  const [scanned, inRepository] = [pathAt(check, 'file_path'), pathAt(check, 'repo_file_path')];
  const range = at(check, 'file_line_range');
  return compact({
    address,
    type,
    label,
    file: scanned ?? inRepository,
    files: scanned && inRepository && scanned !== inRepository ? [scanned, inRepository] : undefined,
    lines: lines(at(range, 0), at(range, 1)),
    caller: caller(check),
  });
}

function pathAt(check: unknown, name: string): string | undefined {
  const path = textAt(check, name);
  return path && fromRoot(path);
}

function caller(check: unknown): Subject['caller'] {
  const file = pathAt(check, 'caller_file_path');
  const range = at(check, 'caller_file_line_range');
  return file ? compact({ file, lines: lines(at(range, 0), at(range, 1)) }) : undefined;
}

/** `metadata_options/[0]/http_tokens` and `access_logs/0/enabled/0` → dotted, without the indexes. */
function attributesRead(keys: unknown): string[] {
  const paths = list(keys)
    .slice(0, 100)
    .map((key) => (text(key) ?? '').split(/[/.]/).filter((step) => !/^(?:\[?(?:\d+|\*)\]?)?$/.test(step)))
    .map((steps) => steps.map((step) => step.replace(/\[(?:\d+|\*)\]$/, '')).join('.'));
  // Graph checks add the name of their own filter, which is no attribute.
  return [...new Set(paths)].filter((path) => path !== '' && path !== 'resource_type');
}

function noteParsingErrors(run: Run, framework: string, draft: Draft): void {
  const files = list(at(run, 'results', 'parsing_errors')).flatMap((file) => text(file) ?? []);
  const summary = record(at(run, 'summary')) ?? run;
  const count = Math.max(
    files.length,
    integer(at(summary, 'parsing_errors')) ?? integer(at(summary, 'parsingerrors')) ?? 0,
  );
  if (count === 0) return;
  const shown = files.slice(0, 5).map((file) => fromRoot(file) ?? file);
  const names = shown.length > 0 ? `: ${shown.join(', ')}${count > shown.length ? ', …' : ''}` : '';
  draft.note(
    `Checkov could not parse ${count} ${count === 1 ? 'file' : 'files'} (${framework}), so they were not checked${names}.`,
  );
}

function noteCounts(run: Run, framework: string, failed: number, draft: Draft): void {
  const said = (name: string) => integer(at(run, 'summary', name)) ?? integer(at(run, name));
  const claimed = said('failed');
  if (claimed !== undefined && claimed !== failed) {
    draft.note(`The summary (${framework}) says ${claimed} failed, the list has ${failed}: the list is used.`);
  }
  const unlisted = (['passed', 'skipped'] as const)
    .filter((name) => (said(name) ?? 0) > 0 && !Array.isArray(at(run, 'results', `${name}_checks`)))
    .map((name) => `${said(name)} ${name}`);
  if (unlisted.length > 0)
    draft.note(`The report (${framework}) leaves out the records of ${unlisted.join(' and ')} checks.`);
  if (at(run, 'results') === undefined) draft.note('Checkov found nothing to scan.');
}
