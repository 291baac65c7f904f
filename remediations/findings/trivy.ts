import type { Draft } from './draft';
import type { Subject } from './finding';
import type { Format } from './format';
import { at, compact, integer, list, record, text, textAt } from './json';
import { forwardSlashes, isModule, lines, severity, typeOf } from './place';

/** Trivy's JSON, from the list of 2021 to the current object. Only misconfigurations of Terraform are findings. */
export const trivy: Format = {
  name: 'trivy',
  title: 'Trivy, `trivy config --format json`',
  shape: '`SchemaVersion` with an `ArtifactName` or `Results`; before 2021 a list of `Target`s',
  recognises: ({ json }) => isReport(json) || list(json).slice(0, 20).some(isResult),
  read({ json }, draft) {
    for (const result of Array.isArray(json) ? json : list(at(json, 'Results'))) readResult(result, draft);
  },
};

function isReport(json: unknown): boolean {
  const report = record(json);
  if (!report || integer(report.SchemaVersion) === undefined) return false;
  return textAt(report, 'ArtifactName') !== undefined || Array.isArray(at(report, 'Results'));
}

function isResult(element: unknown): boolean {
  const lists = ['Misconfigurations', 'Vulnerabilities', 'MisconfSummary', 'Class'];
  return textAt(element, 'Target') !== undefined && lists.some((name) => at(element, name) !== undefined);
}

function readResult(result: unknown, draft: Draft): void {
  const isTerraform = /^terraform/i.test(textAt(result, 'Type') ?? '');
  const target = textAt(result, 'Target');
  for (const misconfiguration of list(at(result, 'Misconfigurations'))) {
    const reason = notFailed(misconfiguration) ?? (isTerraform ? undefined : 'not-terraform');
    if (reason) draft.ignore(reason);
    else readMisconfiguration(misconfiguration, target, draft);
  }
  for (const other of ['Vulnerabilities', 'Secrets', 'Licenses', 'CustomResources'])
    draft.ignore('not-terraform', list(at(result, other)).length);
  draft.ignore('suppressed', list(at(result, 'ExperimentalModifiedFindings')).length);
}

/** Why a record is no failure; undefined when it is one. */
function notFailed(misconfiguration: unknown): string | undefined {
  if (ruleOf(misconfiguration) === undefined) return 'unreadable';
  const status = textAt(misconfiguration, 'Status')?.toUpperCase() ?? 'FAIL';
  if (status === 'FAIL') return undefined;
  return status === 'PASS' ? 'passed' : status === 'EXCEPTION' ? 'suppressed' : 'unknown';
}

const ruleOf = (misconfiguration: unknown): string | undefined =>
  textAt(misconfiguration, 'ID') ?? textAt(misconfiguration, 'AVDID');

function readMisconfiguration(misconfiguration: unknown, target: string | undefined, draft: Draft): void {
  const rule = ruleOf(misconfiguration) ?? '';
  draft.add(
    compact({
      scanner: 'trivy' as const,
      rule,
      subject: subjectOf(at(misconfiguration, 'CauseMetadata'), target),
      message: textAt(misconfiguration, 'Message') ?? textAt(misconfiguration, 'Title') ?? rule,
      severity: severity(textAt(misconfiguration, 'Severity')),
    }),
  );
}

/**
 * `Resource` is the outermost module, or the resource in the root module. What lies between stands in `Occurrences`, from
 * the cause outwards: nested blocks, the resource unless it is the cause itself, the modules with their keys.
 */
function subjectOf(cause: unknown, target: string | undefined): Subject {
  const around = list(at(cause, 'Occurrences')).flatMap((each) => textAt(each, 'Resource') ?? []);
  const top = text(at(cause, 'Resource')) ?? '';
  const module = around.filter(isModule).reverse().join('.') || (isModule(top) ? top : undefined);
  const resource = [...around, top].find((name) => !name.startsWith('module.') && typeOf(name) !== undefined);
  return compact({
    address: resource && (module ? `${module}.${resource}` : resource),
    type: resource && typeOf(resource),
    module: resource ? undefined : module,
    file: target && forwardSlashes(target),
    lines: lines(at(cause, 'StartLine'), at(cause, 'EndLine')),
  });
}
