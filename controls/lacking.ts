import { asksFor, type Control, type Deviation, type Level, type Scope } from './control';
import { judge } from './deviations';
import { wanted } from './reading';
import type { Surroundings } from './surroundings';

/** A control of a subscription or the directory for which the code declares nothing. */
export interface Lacking {
  readonly control: Control;
  readonly deviation: Deviation;
}

/**
 * What code that owns a whole subscription, or the directory, does not declare: a Defender plan, an alert, a contact.
 * What is declared and wrong is a deviation of its own.
 */
export function lacking(
  controls: readonly Control[],
  scope: Exclude<Scope, 'resource'>,
  level: Level,
  around: Surroundings,
): Lacking[] {
  return controls
    .filter((control) => control.scope === scope && asksFor(level, control) && control.required && !control.retired)
    .filter((control) => {
      const all = control.resources.flatMap((type) => around.ofType(type));
      return all.every((resource) => judge(control, resource, around).answer === 'not-applicable');
    })
    .map((control) => ({ control, deviation: { path: [], found: undefined, expected: expectedOf(control) } }));
}

/** `an azurerm_security_center_subscription_pricing with resource_type = "KeyVaults"` */
function expectedOf({ resources, when }: Control): string {
  const which = (when ? wanted(when) : []).flatMap(({ path, expectation: { set } }) =>
    set === undefined ? [] : [`${path.join('.')} = ${JSON.stringify(set)}`],
  );
  return `an ${resources.join(' or ')}${which.length ? ` with ${which.join(', ')}` : ''}`;
}
