import { armExtended, inAzure, lastSegment } from './arm-id';
import { azureRows, hasRow, isPartial, member, PARTIAL, property } from './azure-rows';
import type { Draft } from './draft';
import type { Format } from './format';
import { compact, list, text } from './json';
import { severity } from './place';

/**
 * Azure Advisor: by REST, Resource Graph or the command line. What it says of security are Defender's recommendations once
 * more, so they are read as those; all else is about cost, speed or availability.
 */
export const advisor: Format = {
  name: 'advisor',
  title: 'Azure Advisor, `az advisor recommendation list` or Resource Graph',
  shape: 'a list with `type` `Microsoft.Advisor/recommendations`',
  recognises: ({ json }) => hasRow(json, isRecommendation),
  read({ json }, draft) {
    for (const row of azureRows(json)) readRecommendation(row, draft);
    if (isPartial(json)) draft.note(PARTIAL);
  },
};

const isRecommendation = (row: unknown): boolean =>
  text(member(row, 'type'))?.toLowerCase() === 'microsoft.advisor/recommendations';

const assessments = 'Microsoft.Security/assessments';

function readRecommendation(row: unknown, draft: Draft): void {
  const id = text(member(row, 'id'));
  const source = text(property(row, 'resourceMetadata', 'source'));
  const assessment = armExtended(source, assessments) === undefined ? undefined : lastSegment(source);
  const rule = (assessment ?? text(property(row, 'recommendationTypeId')))?.toLowerCase();
  const reason = notOpen(row);
  if (rule === undefined || reason) {
    draft.ignore(reason ?? 'unreadable');
    return;
  }
  const problem = text(property(row, 'shortDescription', 'problem'));
  draft.add(
    compact({
      scanner: assessment === undefined ? ('advisor' as const) : ('defender' as const),
      rule,
      subject: inAzure(
        text(property(row, 'resourceMetadata', 'resourceId')) ??
          armExtended(id, 'Microsoft.Advisor/recommendations') ??
          armExtended(source, assessments),
        undefined,
      ),
      message: problem ?? text(property(row, 'label')) ?? rule,
      severity: severity(text(property(row, 'impact'))),
    }),
  );
}

const CLOSED: ReadonlySet<string> = new Set(['dismissed', 'postponed', 'completed']);

/** Why it is no open recommendation on security; undefined when it is one. */
function notOpen(row: unknown): string | undefined {
  if (!isRecommendation(row)) return text(member(row, 'type')) === undefined ? 'unreadable' : 'other-kind';
  const category = text(property(row, 'category'))?.toLowerCase();
  if (category === undefined) return 'unreadable';
  if (category !== 'security') return 'not-security';
  const status = text(property(row, 'recommendationStatus'))?.toLowerCase() ?? '';
  return CLOSED.has(status) || list(property(row, 'suppressionIds')).length > 0 ? 'suppressed' : undefined;
}
