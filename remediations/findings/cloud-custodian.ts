import { inAzure } from './arm-id';
import type { Format } from './format';
import { list, record, textAt } from './json';

/**
 * Cloud Custodian's `resources.json`: the resources that a policy matched. The policy is named by the folder alone, and what
 * is matched is what its author wanted to find.
 */
export const cloudCustodian: Format = {
  name: 'cloud-custodian',
  title: 'Cloud Custodian, `<output>/<policy>/resources.json`',
  shape: 'a list of resources with `c7n:…`, such as `c7n:MatchedFilters`',
  recognises: ({ json }) => list(json).slice(0, 20).some(isMatched),
  read({ json, folder }, draft) {
    if (folder === undefined)
      draft.note('The name of the policy is that of the folder, which is not known: name the file with its folder.');
    for (const resource of list(json)) {
      const id = textAt(resource, 'id');
      const subject = inAzure(id, undefined);
      if (folder === undefined || !record(resource)) draft.ignore('unreadable');
      else if (subject.armId === undefined) draft.ignore(id === undefined ? 'not-azure' : 'unreadable');
      else draft.add({ scanner: 'cloud-custodian', rule: folder, subject, message: folder });
    }
  },
};

const isMatched = (resource: unknown): boolean =>
  Object.keys(record(resource) ?? {}).some((name) => name.startsWith('c7n:'));
