import { type CheckResult, deviationText, type Row } from '../check';
import { exceptionText } from '../profile/exceptions';
import { sarifLog } from './sarif-log';

/** Deviations as SARIF 2.1.0, for code scanning; excepted ones as suppressed results. */
export function checkSarif({ deviating, excepted }: CheckResult): string {
  const shown: readonly Row[] = [...deviating, ...excepted.filter((row) => row.deviation)];
  return sarifLog(
    shown.map(({ control, address, file, lines, at, environment, deviation, exception }, i) => {
      const region = at ? { startLine: at.line } : { startLine: lines?.[0], endLine: lines?.[1] };
      return {
        control,
        message: `${address}: ${deviationText(deviation!)}`,
        addresses: [address],
        ...(file ? { place: { file: at?.file ?? file, region } } : {}),
        fingerprint: `${control.id}:${file ?? ''}:${environment ?? ''}:${address}:${deviation!.path.join('.')}`,
        ...(i >= deviating.length
          ? {
              more: {
                suppressions: [{ kind: 'inSource', status: 'accepted', justification: exceptionText(exception!) }],
              },
            }
          : {}),
      };
    }),
  );
}
