import type { Control } from './control';
import { replacesOnChange } from './provider/facts';
import type { Value } from './value';

/** Whether a fix at this path replaces the resource or cannot be taken back, by the control or by the provider. */
export function isLasting(control: Control, path: string, to: unknown): boolean {
  const impact = control.fix?.impact;
  const said = typeof impact === 'function' ? impact(undefined, to as Value) : impact;
  if (said === 'replaces' || said === 'irreversible') return true;
  const steps = path.split('.').map((_, i, all) => all.slice(0, i + 1).join('.'));
  return control.resources.some((type) => steps.some((step) => replacesOnChange(type, step, 4) !== false));
}
