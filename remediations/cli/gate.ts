import { SEVERITIES, type Severity } from '../../controls/control';

/** The least severity that fails a pipeline. */
export type Gate = Severity | 'none';
export const GATES: readonly Gate[] = [...SEVERITIES, 'none'];

/** Whether what has this severity fails a pipeline. */
export const isAtGate = (severity: Severity, gate: Gate): boolean =>
  gate !== 'none' && SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(gate);
