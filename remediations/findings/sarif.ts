import type { Draft } from './draft';
import type { Finding, Subject } from './finding';
import type { Format } from './format';
import { at, compact, list, record, textAt } from './json';
import { mayBeTerraform } from './place';
import { subjectOf } from './sarif-places';
import { levelOf, messageOf, type Rules, rulesOf, scannerOf, severityOf } from './sarif-rules';

/** What a result that did not fail can be called; anything else is counted as `other-kind`. */
const kinds: ReadonlySet<string> = new Set(['pass', 'open', 'informational', 'notApplicable', 'review']);

/**
 * SARIF 2.1.0 of any tool, all runs of it. A result that names several places is one record for each of them, since it is
 * put right only when all of them are.
 */
export const sarif: Format = {
  name: 'sarif',
  title: 'SARIF 2.1.0 of any tool',
  shape: 'a `$schema` of SARIF, or `runs` with a `tool`',
  recognises: ({ json }) => isSarif(json),
  read({ json }, draft) {
    const version = textAt(json, 'version');
    if (version !== '2.1.0')
      draft.note(`The report says it is SARIF ${version ?? 'of no version'}; it is read as 2.1.0.`);
    for (const run of list(at(json, 'runs'))) readRun(run, draft);
  },
};

function isSarif(json: unknown): boolean {
  const log = record(json);
  const runs = at(log, 'runs');
  if (!Array.isArray(runs)) return false;
  const schema = textAt(log, '$schema')?.toLowerCase() ?? '';
  return schema.includes('sarif') || runs.some((run) => at(run, 'tool', 'driver') !== undefined);
}

function readRun(run: unknown, draft: Draft): void {
  const rules = rulesOf(run);
  for (const result of list(at(run, 'results'))) readResult(result, run, rules, draft);

  const tool = textAt(run, 'tool', 'driver', 'name') ?? 'The tool';
  if (list(at(run, 'invocations')).some((invocation) => at(invocation, 'executionSuccessful') === false)) {
    draft.note(`${tool} says that its run did not succeed: findings may be missing.`);
  }
  if (list(at(run, 'externalPropertyFileReferences', 'results')).length > 0) {
    draft.note(`${tool} keeps results in other files, which are not read.`);
  }
}

function readResult(result: unknown, run: unknown, rules: Rules, draft: Draft): void {
  const locations = list(at(result, 'locations'));
  const places: readonly unknown[] = locations.length > 0 ? locations : [undefined];
  if (!record(result)) {
    draft.ignore('unreadable');
    return;
  }

  const { id, rule } = rules.find(result);
  const reason = notFailed(result, rule, run);
  if (reason) {
    draft.ignore(reason, places.length);
    return;
  }

  const scanner = scannerOf(run, id);
  const shared = compact({ severity: severityOf(result, rule, scanner) });
  const message = messageOf(result, rule, id, run);
  for (const place of places) {
    const subject: Subject = subjectOf(place, run);
    const finding: Finding = { scanner, rule: id, subject, message, ...shared };
    if (mayBeTerraform(subject.file)) draft.add(finding);
    else draft.ignore('not-terraform');
  }
}

/** Why a result is no failure; undefined when it is one. */
function notFailed(result: unknown, rule: unknown, run: unknown): string | undefined {
  if (isSuppressed(result)) return 'suppressed';
  if (textAt(result, 'baselineState') === 'absent') return 'absent';
  const kind = textAt(result, 'kind') ?? 'fail';
  if (kind !== 'fail') return kinds.has(kind) ? kind : 'other-kind';
  if (levelOf(result, rule) === 'none') return 'none';
  // Microsoft Security DevOps lists the tags that map code to resources in Azure.
  if (textAt(run, 'tool', 'driver', 'name') === 'iacfilescanner') return 'informational';
  // KICS says which kind of code a rule is about.
  const platform = textAt(result, 'message', 'properties', 'platform');
  return platform && platform.toLowerCase() !== 'terraform' ? 'not-terraform' : undefined;
}

/** A suppression that was rejected, or that nobody has judged yet, suppresses nothing. */
function isSuppressed(result: unknown): boolean {
  const suppressions = list(at(result, 'suppressions'));
  return (
    suppressions.length > 0 &&
    !suppressions.some((each) => /^(?:rejected|underReview)$/.test(textAt(each, 'status') ?? ''))
  );
}
