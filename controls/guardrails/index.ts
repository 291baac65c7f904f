import type { Control, ControlId } from '../control';
import { BUILT_IN, type BuiltIn } from './built-in';
import type { CustomDefinition } from './definition';
import { derived } from './derive';
import { type BuiltInFacts, builtInFacts } from './facts';
import { logRules } from './logs';
import { WRITTEN } from './written';

/** How Azure Policy holds a control: definitions of Microsoft's, definitions of ours, or not at all and why. */
export type Guardrail =
  | { readonly kind: 'built-in'; readonly definitions: readonly (BuiltIn & { readonly facts: BuiltInFacts })[] }
  | { readonly kind: 'custom'; readonly definitions: readonly CustomDefinition[]; readonly differs?: string }
  | { readonly kind: 'none'; readonly why: string };

/** Older types of Terraform for what another control looks at in Azure. */
const SEEN_BY: Readonly<Record<ControlId, ControlId>> = {
  'app-service-authentication': 'web-app-authentication',
  'app-service-min-tls': 'web-app-min-tls',
  'app-service-detailed-errors': 'web-app-detailed-errors',
  'app-service-request-tracing': 'web-app-request-tracing',
};

const known = new Map<ControlId, Guardrail>();

export function guardrailOf(control: Control): Guardrail {
  let guardrail = known.get(control.id);
  if (!guardrail) {
    guardrail = made(control);
    known.set(control.id, guardrail);
  }
  return guardrail;
}

function made(control: Control): Guardrail {
  const { id } = control;
  const none = (why: string): Guardrail => ({ kind: 'none', why });
  if (Object.hasOwn(BUILT_IN, id))
    return {
      kind: 'built-in',
      definitions: BUILT_IN[id].map((each) => {
        const facts = builtInFacts(each.id);
        if (!facts) throw new Error(`no facts about the built-in definition ${each.id}: npm run generate`);
        return { ...each, facts };
      }),
    };
  if (control.manual) return none('No tool can check it.');
  if (control.retired) return none(control.retired);
  if (Object.hasOwn(SEEN_BY, id)) return none(`In Azure these are what ${SEEN_BY[id]} looks at.`);
  if (control.scope === 'tenant' || control.resources.every((type) => type.startsWith('azuread_')))
    return none('It is a setting of the directory, and Azure Policy sees subscriptions.');
  if (Object.hasOwn(WRITTEN, id)) {
    const { rule, effects, differs } = WRITTEN[id];
    return { kind: 'custom', definitions: [{ name: id, rule, effects }], ...(differs ? { differs } : {}) };
  }
  const logs = logRules(control);
  if (logs)
    return {
      kind: 'custom',
      definitions: logs,
      ...(control.want ? { differs: 'What the resource keeps itself does not count.' } : {}),
    };
  const rules = derived(control);
  return typeof rules === 'string' ? none(rules) : { kind: 'custom', definitions: rules };
}
