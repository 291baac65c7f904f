import type { Draft } from './draft';
import type { Format } from './format';
import { at, compact, list, record, text, textAt } from './json';
import { fromRoot, namedResource } from './place';

/** A `.checkov.baseline`: rule and resource of every accepted failure, without lines. */
export const checkovBaseline: Format = {
  name: 'checkov-baseline',
  title: 'Checkov baseline, `checkov --create-baseline`',
  shape: '`failed_checks` at the top, each with a list of `findings`',
  recognises: ({ json }) => {
    const files = at(json, 'failed_checks');
    return record(json) !== undefined && Array.isArray(files) && files.every(hasFindings);
  },
  read({ json }, draft) {
    draft.note('A baseline lists failures that were accepted; it has no lines and no messages.');
    for (const entry of list(at(json, 'failed_checks'))) {
      const path = textAt(entry, 'file');
      for (const accepted of list(at(entry, 'findings'))) readAccepted(accepted, path && fromRoot(path), draft);
    }
    draft.ignore('passed', list(at(json, 'passed_checks')).length);
    draft.ignore('skipped', list(at(json, 'skipped_checks')).length);
  },
};

const hasFindings = (entry: unknown): boolean => Array.isArray(at(entry, 'findings'));

function readAccepted(accepted: unknown, file: string | undefined, draft: Draft): void {
  for (const id of list(at(accepted, 'check_ids'))) {
    const rule = text(id);
    if (!rule) draft.ignore('unreadable');
    // The resource of a secret is the hash of its value.
    else if (rule.startsWith('CKV_SECRET_')) draft.ignore('not-terraform');
    else
      draft.add({
        scanner: 'checkov',
        rule,
        subject: compact({ ...namedResource(textAt(accepted, 'resource')), file }),
        message: rule,
      });
  }
}
