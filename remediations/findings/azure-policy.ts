import { addPolicyState } from './azure-policy-record';
import { azureRows, hasRow, isPartial, member, PARTIAL, property } from './azure-rows';
import type { Draft } from './draft';
import type { Format } from './format';
import { at, text, textAt } from './json';

/** States of Azure Policy: by REST, Resource Graph or the command line, or as events. */
export const azurePolicy: Format = {
  name: 'azure-policy',
  title: 'Azure Policy, `az policy state list`, Resource Graph or events',
  shape:
    'a list with `policyDefinitionId` and `complianceState`, or an answer whose `@odata.context` is of `policyStates`',
  recognises: ({ json }) => isAnswer(json) || hasRow(json, isState),
  read({ json }, draft) {
    for (const row of azureRows(json)) readState(row, draft);
    if (isPartial(json)) draft.note(PARTIAL);
  },
};

const isAnswer = (json: unknown): boolean =>
  /\/policyStates\/\$metadata/i.test(textAt(json, '@odata.context') ?? '') && Array.isArray(at(json, 'value'));

const isState = (row: unknown): boolean =>
  property(row, 'policyDefinitionId') !== undefined && property(row, 'complianceState') !== undefined;

function readState(row: unknown, draft: Draft): void {
  const state = text(property(row, 'complianceState'));
  if (state === undefined && property(row, 'numRecords') !== undefined) {
    // Asked for sums, the service leaves out what they are made of.
    draft.ignore('summary');
    return;
  }
  const subject = text(member(row, 'subject'));
  addPolicyState(
    {
      state,
      definition: text(property(row, 'policyDefinitionId')) ?? text(property(row, 'policyDefinitionName')),
      reference: text(property(row, 'policyDefinitionReferenceId')),
      resource: text(property(row, 'resourceId')) ?? subject,
      subscription: text(property(row, 'subscriptionId')),
    },
    draft,
  );
}
