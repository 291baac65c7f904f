import type { Control } from '../../controls/control';
import { cisText } from './review';

const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const;
const SCORES = { critical: '9.5', high: '8.0', medium: '5.5', low: '3.0' } as const;

/** One result, in our words; `more` holds what only some results have, in SARIF's. */
export interface SarifResult {
  readonly control: Control;
  readonly message: string;
  readonly addresses: readonly string[];
  /** Path relative to the code folder, and a region of SARIF in it. */
  readonly place?: { readonly file: string; readonly region: object };
  /** What makes it the same result in the next run. */
  readonly fingerprint: string;
  readonly more?: object;
}

export const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A log of SARIF 2.1.0 with one run. */
export function sarifLog(results: readonly SarifResult[]): string {
  const controls = [...new Map(results.map(({ control }) => [control.id, control])).values()];
  const rules = controls.sort((a, b) => (a.id < b.id ? -1 : 1));
  const indexes = new Map(rules.map(({ id }, i) => [id, i]));
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
        columnKind: 'utf16CodeUnits',
        results: results.map(({ control, message, addresses, place, fingerprint, more }) => ({
          ruleId: control.id,
          ruleIndex: indexes.get(control.id),
          level: LEVELS[control.severity],
          message: { text: message },
          locations: [
            {
              ...(place
                ? { physicalLocation: { artifactLocation: { uri: uriOf(place.file) }, region: place.region } }
                : {}),
              logicalLocations: addresses.map((address) => ({ fullyQualifiedName: address, kind: 'resource' })),
            },
          ],
          ...more,
          partialFingerprints: { 'plumbline/v1': fingerprint },
        })),
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
