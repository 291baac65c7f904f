import { armId } from './arm-id';
import type { Severity, Subject } from './finding';
import type { Format } from './format';
import { at, compact, list, text, textAt } from './json';
import { forwardSlashes, lines, mayBeTerraform } from './place';

/**
 * PSRule's JSON, with the rules for Azure: it looks at ARM templates, Bicep and exported resources, never at Terraform, so
 * only the resource in Azure can be found in code.
 */
export const psrule: Format = {
  name: 'psrule',
  title: 'PSRule for Azure, `Invoke-PSRule -OutputFormat Json`',
  shape: 'a list with `ruleName`, `outcome` and `targetName`',
  recognises: ({ json }) => list(json).slice(0, 20).some(isRecord),
  read({ json }, draft) {
    for (const each of list(json)) {
      const rule = textAt(each, 'ruleName') ?? textAt(each, 'ruleId');
      const subject = subjectOf(each);
      const reason = rule === undefined ? 'unreadable' : notFailed(each);
      if (reason) draft.ignore(reason);
      else if (!mayBeTerraform(subject.file)) draft.ignore('not-terraform');
      else
        draft.add(
          compact({
            scanner: 'psrule' as const,
            rule: rule!,
            subject,
            message:
              textAt(each, 'info', 'synopsis') ??
              textAt(each, 'info', 'displayName') ??
              text(firstReason(each)) ??
              rule!,
            severity: severityOf(each),
          }),
        );
    }
  },
};

const isRecord = (element: unknown): boolean =>
  ['ruleName', 'outcome', 'targetName'].every((name) => at(element, name) !== undefined);

const firstReason = (element: unknown): unknown => at(element, 'reason', 0);

const outcomes: ReadonlyMap<string, string> = new Map([
  ['pass', 'passed'],
  ['none', 'notApplicable'],
  ['error', 'unknown'],
]);

/** Why a record is no failure; undefined when it is one. */
function notFailed(element: unknown): string | undefined {
  if (textAt(element, 'outcomeReason')?.toLowerCase() === 'suppressed') return 'suppressed';
  const outcome = textAt(element, 'outcome')?.toLowerCase();
  if (outcome === 'fail') return undefined;
  return outcomes.get(outcome ?? '') ?? 'unreadable';
}

function subjectOf(element: unknown): Subject {
  const target = textAt(element, 'targetName');
  const id = textAt(element, 'field', 'resourceId') ?? target;
  const inAzure = armId(id);
  const source = at(element, 'source', 0);
  const file = textAt(source, 'file');
  return compact({
    ...(inAzure ? { armId: inAzure } : { azureName: target }),
    file: file && forwardSlashes(file),
    lines: lines(at(source, 'line'), at(source, 'line')),
  });
}

const severities: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['important', 'high'],
  ['awareness', 'low'],
]);

/** How bad it is stands with the rule; `level` says only what PSRule prints. */
function severityOf(element: unknown): Severity | undefined {
  const word = textAt(element, 'info', 'annotations', 'severity') ?? textAt(element, 'tag', 'severity');
  return severities.get(word?.toLowerCase() ?? '');
}
