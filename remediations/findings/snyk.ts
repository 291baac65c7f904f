import type { Draft } from './draft';
import type { Subject } from './finding';
import type { Format } from './format';
import { at, compact, list, record, text, textAt } from './json';
import { forwardSlashes, lines, severity, typeOf } from './place';

/**
 * `snyk iac test --json`: an object for one file, an array for several, where a file that could not be read is an element
 * too. Also what its engine hands to the command: one list for all files.
 */
export const snyk: Format = {
  name: 'snyk',
  title: 'Snyk IaC, `snyk iac test --json`',
  shape: '`infrastructureAsCodeIssues`, for one file or in a list',
  recognises: ({ json }) => isEngine(json) || filesOf(json).slice(0, 20).some(isFile),
  read({ json }, draft) {
    if (isEngine(json)) readEngine(json, draft);
    else for (const file of filesOf(json)) readFile(file, draft);
  },
};

const filesOf = (json: unknown): readonly unknown[] => (Array.isArray(json) ? json : [json]);

const isFile = (file: unknown): boolean =>
  Array.isArray(at(file, 'infrastructureAsCodeIssues')) ||
  Array.isArray(at(file, 'result', 'cloudConfigResults')) ||
  isFailed(file);

const isFailed = (file: unknown): boolean =>
  at(file, 'ok') === false && at(file, 'code') !== undefined && at(file, 'path') !== undefined;

const isEngine = (json: unknown): boolean =>
  Array.isArray(at(json, 'results', 'vulnerabilities')) || Array.isArray(at(json, 'results', 'resources'));

function readFile(file: unknown, draft: Draft): void {
  if (isFailed(file))
    draft.note(`Snyk did not read ${textAt(file, 'path') ?? 'a file'}${because(textAt(file, 'error'))}.`);
  const isTerraform = /^terraform/i.test(
    textAt(file, 'projectType') ?? textAt(file, 'packageManager') ?? 'terraformconfig',
  );
  const issues = at(file, 'infrastructureAsCodeIssues') ?? at(file, 'result', 'cloudConfigResults');
  for (const issue of list(issues)) {
    const path = list(at(issue, 'path') ?? at(issue, 'cloudConfigPath'));
    readIssue(
      issue,
      { isTerraform, rule: issue, subject: { ...resourceIn(path), ...fileAndLine(file, issue) } },
      draft,
    );
  }
  draft.ignore('passed', list(at(file, 'infrastructureAsCodeSuccesses')).length);
  draft.ignore('not-terraform', list(at(file, 'vulnerabilities')).length);
}

const because = (error: string | undefined): string => (error ? `: ${error}` : '');

interface Read {
  readonly isTerraform: boolean;
  /** Where id and title of the rule stand. */
  readonly rule: unknown;
  readonly subject: Subject;
}

function readIssue(issue: unknown, { isTerraform, rule, subject }: Read, draft: Draft): void {
  const id = textAt(rule, 'id') ?? textAt(rule, 'publicId');
  if (id === undefined) draft.ignore('unreadable');
  else if (at(issue, 'isIgnored') === true || at(issue, 'ignored') === true) draft.ignore('suppressed');
  else if (!isTerraform) draft.ignore('not-terraform');
  else
    draft.add(
      compact({
        scanner: 'snyk' as const,
        rule: id,
        subject: compact(subject),
        message: textAt(rule, 'title') ?? id,
        severity: severity(textAt(issue, 'severity')),
      }),
    );
}

/** `["input", "resource", "azurerm_storage_account[logs]", "network_rules", …]`. */
function resourceIn(path: readonly unknown[]): Subject {
  for (const step of path.slice(0, 10)) {
    const [, type, label] = /^([a-z][a-z0-9]*_[a-z0-9_]+)\[([\w-]+)\]$/.exec(text(step) ?? '') ?? [];
    if (type && label) return { address: `${type}.${label}`, type };
  }
  return {};
}

/** The line is -1 where it is not known, as in a plan. */
function fileAndLine(file: unknown, issue: unknown): Subject {
  const [relative, absolute] = [textAt(file, 'targetFile'), textAt(file, 'targetFilePath')].map(
    (path) => path && forwardSlashes(path),
  );
  const line = at(issue, 'lineNumber');
  return {
    file: relative ?? absolute,
    files: relative && absolute && relative !== absolute ? [relative, absolute] : undefined,
    lines: lines(line, line),
  };
}

function readEngine(json: unknown, draft: Draft): void {
  for (const found of list(at(json, 'results', 'vulnerabilities'))) {
    const resource = at(found, 'resource');
    const address = textAt(resource, 'id');
    const file = textAt(resource, 'file');
    const subject = {
      ...(address && typeOf(address) ? { address, type: typeOf(address) } : {}),
      file: file && forwardSlashes(file),
      lines: lines(at(resource, 'line'), at(resource, 'line')),
    };
    const isTerraform = /^terraform/i.test(textAt(resource, 'kind') ?? 'terraformconfig');
    readIssue(found, { isTerraform, rule: at(found, 'rule'), subject }, draft);
  }
  const suppressed = record(at(json, 'results', 'scanAnalytics', 'suppressedResults')) ?? {};
  for (const resources of Object.values(suppressed)) draft.ignore('suppressed', list(resources).length);
  for (const error of list(at(json, 'errors')))
    draft.note(
      `Snyk did not read ${textAt(error, 'fields', 'path') ?? 'a file'}${because(textAt(error, 'userMessage'))}.`,
    );
}
