import { armExtended } from './arm-id';
import { azureRows, hasRow, isPartial, member, PARTIAL, property } from './azure-rows';
import { addAssessment } from './defender-record';
import type { Draft } from './draft';
import type { Format } from './format';
import { text } from './json';

/**
 * Recommendations of Defender for Cloud: by REST, Resource Graph, the command line, or exported as they change, one on each
 * line. Only some of these say how severe one is.
 */
export const defender: Format = {
  name: 'defender',
  title: 'Defender for Cloud, `az security assessment list`, Resource Graph or continuous export',
  shape: 'a list with `type` `Microsoft.Security/assessments`, or with `RecommendationState`',
  recognises: ({ json }) => hasRow(json, isAssessment),
  read({ json }, draft) {
    for (const row of azureRows(json)) readAssessment(row, draft);
    if (isPartial(json)) draft.note(PARTIAL);
  },
};

const typeOf = (row: unknown): string => text(member(row, 'type'))?.toLowerCase() ?? '';

const isAssessment = (row: unknown): boolean => typeOf(row) === 'microsoft.security/assessments' || isLogged(row);

/** A row of the table `SecurityRecommendation` in Log Analytics. */
const isLogged = (row: unknown): boolean => member(row, 'RecommendationState') !== undefined;

function readAssessment(row: unknown, draft: Draft): void {
  if (isLogged(row)) readLogged(row, draft);
  // Parts of a recommendation such as single vulnerabilities, scores and alerts stand in the same export.
  else if (!isAssessment(row)) draft.ignore(typeOf(row) === '' ? 'unreadable' : 'other-kind');
  else readListed(row, draft);
}

function readListed(row: unknown, draft: Draft): void {
  addAssessment(
    {
      key: text(member(row, 'name')),
      id: text(member(row, 'id')),
      state: text(property(row, 'status', 'code')),
      cloud: text(property(row, 'resourceDetails', 'source')),
      resource: text(property(row, 'resourceDetails', 'id')),
      title: text(property(row, 'displayName')) ?? text(property(row, 'metadata', 'displayName')),
      severity: text(property(row, 'metadata', 'severity')),
    },
    draft,
  );
}

function readLogged(row: unknown, draft: Draft): void {
  const id = text(member(row, 'RecommendationId'));
  const isNamedById = armExtended(id, 'Microsoft.Security/assessments') !== undefined;
  addAssessment(
    {
      key: isNamedById ? undefined : text(member(row, 'RecommendationName')),
      id,
      state: text(member(row, 'RecommendationState')),
      cloud: text(member(row, 'Environment')),
      resource: text(member(row, 'AssessedResourceId')),
      title: text(member(row, 'RecommendationDisplayName')),
      severity: text(member(row, 'RecommendationSeverity')),
    },
    draft,
  );
}
