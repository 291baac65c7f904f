import type { Control } from '../../controls/control';
import { type CheckResult, deviationText, type Row } from '../check';
import { exceptionText } from '../profile/exceptions';
import { cisText } from './review';

const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;
const SCORES = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0' } as const;

/** Deviations as SARIF 2.1.0, for code scanning; excepted ones as suppressed results. */
export function checkSarif({ deviating, excepted }: CheckResult): string {
  const shown: readonly Row[] = [...deviating, ...excepted.filter((row) => row.deviation)];
  const rules = [...new Map(shown.map(({ control }) => [control.id, control])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'azure-plumbline',
            informationUri: 'https://www.npmjs.com/package/azure-plumbline',
            rules: rules.map(rule),
          },
        },
        results: shown.map(
          ({ control, address, file, lines, at, environment, construct, deviation, exception }, i) => ({
            ruleId: control.id,
            ruleIndex: rules.indexOf(control),
            level: LEVELS[control.severity],
            message: { text: `${address}: ${deviationText(deviation!)}` },
            locations: [
              {
                ...(file
                  ? {
                      physicalLocation: {
                        artifactLocation: { uri: (at?.file ?? file).split('/').map(encodeURIComponent).join('/') },
                        region: at ? { startLine: at.line } : { startLine: lines![0], endLine: lines![1] },
                      },
                    }
                  : {}),
                logicalLocations: [
                  { fullyQualifiedName: address, kind: 'resource' },
                  ...(construct ? [{ fullyQualifiedName: construct, kind: 'object' }] : []),
                ],
              },
            ],
            ...(i >= deviating.length
              ? { suppressions: [{ kind: 'inSource', status: 'accepted', justification: exceptionText(exception!) }] }
              : {}),
            partialFingerprints: {
              'plumbline/v1': `${control.id}:${file ?? ''}:${environment ?? ''}:${address}:${deviation!.path.join('.')}`,
            },
          }),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const rule = (control: Control) => ({
  id: control.id,
  shortDescription: { text: control.title },
  fullDescription: { text: control.why },
  help: { text: `${control.why} ${cisText(control)}, ${control.onRequest ? 'on request' : `level ${control.level}`}.` },
  defaultConfiguration: { level: LEVELS[control.severity] },
  properties: { 'security-severity': SCORES[control.severity], tags: ['security', cisText(control)] },
});
