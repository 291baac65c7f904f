import type { Draft } from './draft';
import type { Subject } from './finding';
import type { Format } from './format';
import { at, compact, list, record, text, textAt } from './json';
import { forwardSlashes, lines, mayBeTerraform, severity, typeOf } from './place';

/** Terrascan's JSON. */
export const terrascan: Format = {
  name: 'terrascan',
  title: 'Terrascan, `terrascan scan --output json`',
  shape: '`results` with `violations` or a `scan_summary`',
  recognises: ({ json }) => {
    const results = record(at(json, 'results'));
    return (
      results !== undefined && (at(results, 'violations') !== undefined || record(results.scan_summary) !== undefined)
    );
  },
  read({ json }, draft) {
    const results = at(json, 'results');
    for (const violation of list(at(results, 'violations'))) readViolation(violation, draft);
    draft.ignore('skipped', list(at(results, 'skipped_violations')).length);
    draft.ignore('passed', list(at(results, 'passed_rules')).length);
    // Every kind of code that was looked for and not found is an error too.
    for (const error of list(at(results, 'scan_errors')))
      if (textAt(error, 'iac_type') === 'terraform')
        draft.note(`Terrascan could not read all of the code: ${textAt(error, 'errMsg') ?? 'it does not say why'}.`);
  },
};

function readViolation(violation: unknown, draft: Draft): void {
  const rule = textAt(violation, 'rule_id') ?? textAt(violation, 'rule_name');
  const subject = subjectOf(violation);
  if (rule === undefined) draft.ignore('unreadable');
  else if (!mayBeTerraform(subject.file)) draft.ignore('not-terraform');
  else
    draft.add(
      compact({
        scanner: 'terrascan' as const,
        rule,
        subject,
        message: textAt(violation, 'description') ?? textAt(violation, 'rule_name') ?? rule,
        severity: severity(textAt(violation, 'severity')),
      }),
    );
}

/**
 * Type, label and the line of the block's head. A violation in a module is listed for the module and for the root, with
 * the same file: the name of the module is left out, so that the second counts as a duplicate.
 */
function subjectOf(violation: unknown): Subject {
  const file = textAt(violation, 'file');
  return compact({
    ...resourceOf(text(at(violation, 'resource_type')), text(at(violation, 'resource_name'))),
    file: file && forwardSlashes(file),
    lines: lines(at(violation, 'line'), at(violation, 'line')),
  });
}

function resourceOf(type: string | undefined, label: string | undefined): Subject {
  if (label === undefined) return {};
  const address = `${type}.${label}`;
  if (type !== undefined && typeOf(address) === type) return { address, type };
  return type === undefined && typeOf(`any_type.${label}`) ? { label } : {};
}
