import type { Draft } from './draft';
import type { Format } from './format';
import { at, compact, list, record, textAt } from './json';
import { forwardSlashes, lines, mayBeTerraform, severity } from './place';
import { resourceInSearchKey } from './search-key';

/** `wizcli iac scan`: the matches of each rule. What it finds of secrets is not about Terraform. */
export const wizcli: Format = {
  name: 'wizcli',
  title: 'Wiz, `wizcli iac scan --format json`',
  shape: '`result` with `ruleMatches`',
  recognises: ({ json }) => at(json, 'result', 'ruleMatches') !== undefined,
  read({ json }, draft) {
    for (const match of list(at(json, 'result', 'ruleMatches'))) readRule(match, draft);
    draft.ignore('not-terraform', list(at(json, 'result', 'secrets')).length);
  },
};

function readRule(match: unknown, draft: Draft): void {
  const rule = textAt(match, 'rule', 'id');
  const places = at(match, 'matches');
  if (!Array.isArray(places)) draft.ignore('unreadable');
  for (const place of list(places)) {
    const name = textAt(place, 'fileName');
    const file = name && forwardSlashes(name);
    const type = textAt(place, 'fileType');
    const isTerraform = type === undefined ? mayBeTerraform(file) : /^terraform/i.test(type);
    if (rule === undefined || !record(place)) draft.ignore('unreadable');
    else if (!isTerraform) draft.ignore('not-terraform');
    else
      draft.add(
        compact({
          scanner: 'wiz' as const,
          rule,
          subject: compact({
            ...resourceInSearchKey(textAt(place, 'resourceName')),
            file,
            lines: lines(at(place, 'lineNumber'), at(place, 'lineNumber')),
          }),
          message: textAt(match, 'rule', 'name') ?? rule,
          severity: severity(textAt(match, 'severity')),
        }),
      );
  }
}
