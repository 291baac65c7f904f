import type { Guardrails } from '../../controls/guardrails/initiative';
import { type Exemption, type GuardrailScope, isExemptible } from '../../controls/guardrails/terraform';
import { controlById } from '../../controls/index';
import { armId, subscriptionOf } from '../findings/arm-id';
import { type Exception, isExpired, type ProfileException } from '../profile/exceptions';

/** An exception of the profile that does not become an exemption. */
export interface NotExempted {
  readonly exception: ProfileException;
  readonly why: string;
}

/** What an exception covers in Azure, as a scan told it. */
export type Covered = ReadonlyMap<Exception, ReadonlySet<string>>;

export interface Exempted {
  readonly exemptions: readonly Exemption[];
  readonly not: readonly NotExempted[];
}

interface Held extends Pick<Guardrails, 'initiatives'> {
  readonly scope: GuardrailScope;
  readonly today: string;
  readonly noExceptions?: ReadonlySet<string>;
  /** Absent where no scan was looked at. */
  readonly covered?: Covered;
}

/**
 * Exceptions as exemptions: those that name one id of Azure, and with a scan those whose patterns covered something. What
 * is named by an address in code cannot be found in Azure.
 */
export function exempted(
  exceptions: readonly ProfileException[],
  { initiatives, scope, today, noExceptions, covered }: Held,
): Exempted {
  const held = new Set(initiatives.flatMap(({ references }) => references.map(({ control }) => control)));
  const exemptions = new Map<string, Exemption>();
  const not: NotExempted[] = [];
  for (const exception of exceptions) {
    const { control, reason, owner, until, ticket } = exception;
    const leave = (why: string) => not.push({ exception, why });
    if (isExpired(exception, today)) {
      leave(`it ended on ${until}`);
      continue;
    }
    if (noExceptions?.has(control)) {
      leave('nothing is excepted from the control');
      continue;
    }
    if (!held.has(control)) {
      leave('no guardrail holds the control');
      continue;
    }
    const ids = idsOf(exception, covered);
    if (typeof ids === 'string') {
      leave(ids);
      continue;
    }
    for (const id of ids) {
      const target = targetOf(control, id);
      if (!isExemptible(target)) leave(`${id} is no id that Azure exempts`);
      else if ('subscription' in scope && subscriptionOf(target) !== scope.subscription.toLowerCase())
        leave(`${id} is not in the subscription`);
      else {
        const key = `${control} ${target.toLowerCase()}`;
        const known = exemptions.get(key);
        if (!known || known.until < until)
          exemptions.set(key, { control, armId: target, reason, owner, until, ...(ticket ? { ticket } : {}) });
      }
    }
  }
  return { exemptions: [...exemptions.values()], not };
}

function idsOf(exception: ProfileException, covered: Covered | undefined): readonly string[] | string {
  const { arm, address, path, tags } = exception;
  const isExact = arm !== undefined && !arm.includes('*') && !address && !path && !tags;
  if (isExact) return [armId(arm) ?? arm];
  if (address || path) return 'it names code, which Azure does not know: name the resource by arm too';
  if (!covered) return 'it is a pattern: with --live the resources that it fits are found';
  const ids = [...(covered.get(exception) ?? [])];
  return ids.length ? ids : 'it covers nothing in the scan';
}

/** A setting that a subscription has once is exempted there; parts of a resource go with it. */
function targetOf(control: string, id: string): string {
  const [whole] = id.split('#');
  if (controlById(control)?.scope !== 'subscription') return whole;
  return /^\/subscriptions\/[^/]+/i.exec(whole)?.[0] ?? whole;
}
