import type { Draft } from './draft';
import type { Subject } from './finding';
import type { Format } from './format';
import { at, compact, list, record, textAt } from './json';
import { forwardSlashes, lines, mayBeTerraform, severity, typeOf } from './place';
import { resourceInSearchKey } from './search-key';

/** KICS' JSON. Every file of a query is a record; there are failures only. */
export const kics: Format = {
  name: 'kics',
  title: 'KICS, `kics scan --report-formats json`',
  shape: '`queries` with `kics_version` or `queries_total`',
  recognises: ({ json }) =>
    record(json) !== undefined &&
    at(json, 'queries') !== undefined &&
    (at(json, 'kics_version') !== undefined || at(json, 'queries_total') !== undefined),
  read({ json }, draft) {
    for (const query of list(at(json, 'queries'))) readQuery(query, draft);
    // Resources that are in use, as an inventory; nothing is wrong with them.
    for (const query of list(at(json, 'bill_of_materials')))
      draft.ignore('informational', list(at(query, 'files')).length);
  },
};

function readQuery(query: unknown, draft: Draft): void {
  const files = at(query, 'files');
  const rule = textAt(query, 'query_id');
  if (!Array.isArray(files)) draft.ignore('unreadable');
  for (const file of list(files)) {
    const reason = rule === undefined || !record(file) ? 'unreadable' : notFailed(query, file);
    if (reason) draft.ignore(reason);
    else
      draft.add(
        compact({
          scanner: 'kics' as const,
          rule: rule!,
          subject: subjectOf(file),
          message: textAt(query, 'query_name') ?? textAt(query, 'description') ?? rule!,
          severity: severity(textAt(query, 'severity')),
          key: textAt(file, 'similarity_id'),
        }),
      );
  }
}

function notFailed(query: unknown, file: unknown): string | undefined {
  // Platform `Common` is what looks for secrets in any file.
  const platform = textAt(query, 'platform');
  const isTerraform = platform === undefined ? mayBeTerraform(pathOf(file)) : platform.toLowerCase() === 'terraform';
  if (!isTerraform) return 'not-terraform';
  return textAt(file, 'issue_type') === 'BillOfMaterials' ? 'informational' : undefined;
}

function pathOf(file: unknown): string | undefined {
  const name = textAt(file, 'file_name');
  return name && forwardSlashes(name);
}

/** The search key has the label; `resource_name` is the argument `name`, and the label where there is none. */
function subjectOf(file: unknown): Subject {
  const resource = resourceInSearchKey(textAt(file, 'search_key'));
  const type = resource.type ?? typeIn(textAt(file, 'resource_type'));
  const name = textAt(file, 'resource_name');
  return compact({
    ...resource,
    type,
    azureName: type && name && name !== 'n/a' && name !== resource.address?.split('.')[1] ? name : undefined,
    file: pathOf(file),
    // One line: of the value that is wrong, or of the block that lacks it.
    lines: lines(at(file, 'line'), at(file, 'line')),
  });
}

const typeIn = (type: string | undefined): string | undefined => (type ? typeOf(`${type}.x`) : undefined);
