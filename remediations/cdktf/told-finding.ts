import type { Finding } from '../findings/finding';
import type { Change, Unplanned } from '../plan-types';
import { elementOf } from './element';

/** Whether a change is in JSON that cdktf wrote: it is told in terms of the program, and nobody writes it. */
export const isTold = ({ edit }: Change): boolean => edit.place.file.stack !== undefined;

/** Why the finding of such a change is unplanned. */
export function toldFinding(finding: Finding, change: Change): Unplanned {
  const { path } = elementOf(change.edit.place);
  const [control, address] = [change.controls[0].id, change.resources[0]];
  return { finding, reason: 'cdktf', note: `told under "In CDKTF code": ${path}`, control, address, construct: path };
}
