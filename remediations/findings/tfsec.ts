import type { Subject } from './finding';
import type { Format } from './format';
import { at, compact, list, record, textAt } from './json';
import { forwardSlashes, isModule, lines, severity, typeOf } from './place';

/** tfsec's JSON of every version: ids like `AZU001`, then long ones, then those of Trivy. */
export const tfsec: Format = {
  name: 'tfsec',
  title: 'tfsec, `tfsec --format json`',
  shape: '`results`, a list with `rule_id` and `location`, empty or `null`',
  recognises: ({ json }) => {
    const results = at(json, 'results');
    if (results === null) return true;
    if (!Array.isArray(results)) return false;
    return results.length === 0 ? Object.keys(record(json) ?? {}).length === 1 : results.slice(0, 20).some(isResult);
  },
  read({ json }, draft) {
    for (const result of list(at(json, 'results'))) {
      const rule = textAt(result, 'rule_id') ?? textAt(result, 'long_id');
      const reason = rule === undefined ? 'unreadable' : notFailed(result);
      if (reason) draft.ignore(reason);
      else
        draft.add(
          compact({
            scanner: 'tfsec' as const,
            rule: rule!,
            subject: subjectOf(result),
            message: textAt(result, 'rule_description') ?? textAt(result, 'description') ?? rule!,
            severity: severity(textAt(result, 'severity')),
          }),
        );
    }
  },
};

function isResult(result: unknown): boolean {
  return at(result, 'rule_id') !== undefined && record(at(result, 'location')) !== undefined;
}

const statuses: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [1, 'passed'],
  ['passed', 'passed'],
  [2, 'suppressed'],
  ['ignored', 'suppressed'],
]);

/** Why a result is no failure; undefined when it is one. Old versions have no status, but say whether it passed. */
function notFailed(result: unknown): string | undefined {
  return statuses.get(at(result, 'status')) ?? (at(result, 'passed') === true ? 'passed' : undefined);
}

function subjectOf(result: unknown): Subject {
  const file = textAt(result, 'location', 'filename');
  return compact({
    ...resourceOf(result),
    file: file && forwardSlashes(file),
    lines: lines(at(result, 'location', 'start_line'), at(result, 'location', 'end_line')),
  });
}

/** `resource` is the module where one is called. Before there was one, the description began with the resource. */
function resourceOf(result: unknown): Subject {
  const described = /^(?:Resource|Block) '([^']+)'/.exec(textAt(result, 'description') ?? '')?.[1];
  // There a colon stands behind each module: `module.net:module.nsg["a"]:azurerm_subnet.x`.
  const name = textAt(result, 'resource') ?? described?.replace(/"[^"]*"|:/g, (each) => (each === ':' ? '.' : each));
  if (name === undefined) return {};
  if (isModule(name)) return { module: name };
  const type = typeOf(name);
  return type === undefined ? {} : { address: name, type };
}
