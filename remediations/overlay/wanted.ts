import { type Ask, type Control, type Deviation, type Impact, isAsk, type NewResource } from '../../controls/control';
import { type Attributes, isList, isObject, type Path, pathText, Unknown, type Value } from '../../controls/value';
import type { LiveResource } from '../azure/live-resources';
import { type Answers, choose, impactOf } from '../drafts';
import type { UnplannedReason } from '../plan-types';
import { type Patched, patched } from './azapi';
import { imported, replacement } from './import';
import { type Live, liveAt } from './live-estate';
import { literal } from './live-value';
import type { Setting } from './overlay';

/** One difference in Azure, and by which means it is made. */
export type Wanted = { readonly control: Control; readonly impact: Impact; readonly notes: readonly string[] } & (
  | {
      readonly by: 'separate';
      readonly beside: LiveResource;
      readonly add: NewResource;
      readonly attributes: Attributes;
    }
  | {
      readonly by: 'import';
      readonly resource: LiveResource;
      readonly sets: readonly Set_[];
      readonly settings: readonly Setting[];
    }
  | { readonly by: 'azapi'; readonly armId: string; readonly patch: Patched; readonly settings: readonly Setting[] }
);

/** A value at a path of a resource. */
export interface Set_ {
  readonly path: Path;
  readonly to: Value;
}

export interface Refused {
  readonly reason: UnplannedReason;
  readonly note: string;
  readonly asks?: readonly Ask[];
}

/** What one deviation of a live resource wants written, or why nothing can be. */
export function wantedFor(control: Control, live: Live, deviation: Deviation, answers: Answers): Wanted | Refused {
  if (deviation.add) return addition(control, live.resource, deviation, answers);
  const subject = deviation.address === undefined ? live.resource : liveAt(live.group, deviation.address);
  if (!subject) return { reason: 'not-found', note: `${deviation.address} was not read` };
  const chosen = choose(deviation, answers);
  if (!chosen) {
    const { ask } = deviation;
    if (ask && answers[ask.parameter] === undefined) return { reason: 'needs-answer', note: ask.question, asks: [ask] };
    return { reason: 'needs-answer', note: 'what is there already leaves no value that is surely right' };
  }
  const { to, remove } = chosen;
  const { path } = chosen.deviation;
  if (subject.type === 'azapi_resource_action')
    return {
      reason: 'needs-answer',
      note: `it is of the whole tenant: a Global Administrator with elevated access writes an azapi_resource_action with body ${JSON.stringify(literal(to))}, where the tenant is managed`,
    };
  if (subject.type === 'azapi_update_resource') return beside(control, subject, to, deviation);
  const impact = impactOf(control, subject.type, chosen.deviation, to, 4);
  if (impact === 'replaces')
    return { reason: 'replaces-resource', note: `azurerm replaces the resource when ${pathText(path)} changes` };
  const { resource, path: own } = ruleOf(subject, path);
  const sets = [{ path: own, to }, ...remove.map((name) => ({ path: [...own.slice(0, -1), name], to: null }))];
  const settings = [settingOf(control, pathText(own), deviation.found, to)];
  const way = imported(resource, wholes(resource, sets));
  const conditional = replacement(resource.type, String(own[0]));
  const notes = conditional ? [`${conditional}; prevent_destroy makes the plan fail then`] : [];
  if (typeof way !== 'string') return { by: 'import', control, impact, notes, resource, sets, settings };
  const patch = remove.length ? way : patched(resource, own, to);
  if (typeof patch === 'string') return { reason: 'incomplete-block', note: way === patch ? way : `${way}; ${patch}` };
  return { by: 'azapi', control, impact, notes: [], armId: String(resource.attributes.id), patch, settings };
}

const settingOf = (control: Control, path: string, from: Value | undefined, to: Value): Setting => ({
  control: control.id,
  path,
  from: literal(from) ?? null,
  to: literal(to) ?? null,
});

/** A companion that is not there. */
function addition(control: Control, resource: LiveResource, deviation: Deviation, answers: Answers): Wanted | Refused {
  const add = deviation.add!;
  const open = Object.values(add.attributes)
    .filter(isAsk)
    .filter(({ parameter }) => answers[parameter] === undefined);
  if (open.length) return { reason: 'needs-answer', note: open[0].question, asks: open };
  const chosen = choose(deviation, answers);
  const attributes = chosen && literal(chosen.to, resource.attributes);
  if (!attributes)
    return { reason: 'incomplete-block', note: `what the ${add.type} needs of ${resource.address} is not known` };
  const impact = impactOf(control, add.type, deviation, null, 4);
  return { by: 'separate', control, impact, notes: [], beside: resource, add, attributes: attributes as Attributes };
}

/** A setting that azurerm has no attribute for. */
function beside(
  control: Control,
  { attributes, object }: LiveResource,
  body: Value,
  { found }: Deviation,
): Wanted | Refused {
  const wanted = literal(body);
  if (typeof wanted !== 'object' || wanted === null)
    return { reason: 'incomplete-block', note: 'what has to be written is not known' };
  const patch = { type: String(attributes.type), resourceId: object.id, body: wanted as Record<string, unknown> };
  const impact = impactOf(control, 'azapi_update_resource', { path: ['body'], found, expected: '' }, body, 4);
  return {
    by: 'azapi',
    control,
    impact,
    notes: [],
    armId: object.id,
    patch,
    settings: [settingOf(control, 'body', found, body)],
  };
}

/** A rule of a group is a resource of its own: a list of rules would have to be written whole. */
function ruleOf(resource: LiveResource, path: Path): { readonly resource: LiveResource; readonly path: Path } {
  const [top, index, ...rest] = path;
  const rules = resource.attributes.security_rule;
  const rule = isList(rules) ? rules[Number(index)] : undefined;
  if (resource.type !== 'azurerm_network_security_group' || top !== 'security_rule' || !isObject(rule))
    return { resource, path };
  const id = `${String(resource.attributes.id)}/securityRules/${String(rule.name)}`;
  const said = Object.entries(rule).filter(([, value]) => !(isList(value) && !value.length));
  const { resource_group_name, name } = resource.attributes;
  return {
    path: rest,
    resource: {
      ...resource,
      address: id,
      type: 'azurerm_network_security_rule',
      attributes: { ...Object.fromEntries(said), id, resource_group_name, network_security_group_name: name },
    },
  };
}

/** Whole top-level arguments, with what is live in the parts that nobody wants changed. */
export function wholes({ attributes }: LiveResource, sets: readonly Set_[]): Record<string, Value> {
  const whole: Record<string, Value> = {};
  for (const { path, to } of sets) {
    const [top, ...rest] = path;
    const name = String(top);
    whole[name] = written(name in whole ? whole[name] : attributes[name], rest, to);
  }
  return whole;
}

function written(value: Value | undefined, [step, ...rest]: Path, to: Value): Value {
  if (step === undefined) return to;
  // What is not known must not be taken for nothing.
  if (value instanceof Unknown) return value;
  if (typeof step === 'number') {
    const items = isList(value) ? [...value] : [];
    items[step] = written(items[step], rest, to);
    return items;
  }
  const members = isObject(value) ? value : {};
  return { ...members, [step]: written(members[step], rest, to) };
}
