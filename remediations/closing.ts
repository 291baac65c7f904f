import type { Finding } from './findings/finding';
import type { Change } from './plan-types';

/**
 * Changes without the findings that turned out not to be closed. A finding that needs two changes is closed by both or
 * by none; a change that closes nothing any more is not made.
 */
export function withoutFindings(changes: readonly Change[], left: ReadonlySet<Finding>): Change[] {
  if (!left.size) return [...changes];
  return changes.flatMap((change) => {
    const findings = change.findings.filter((finding) => !left.has(finding));
    if (findings.length === change.findings.length) return [change];
    return findings.length ? [{ ...change, findings }] : [];
  });
}
