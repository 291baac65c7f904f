import { ALERT_GROUP, WORKSPACE } from '../../controls/asks';
import { type Ask, type Control, isAsk, type NewResource } from '../../controls/control';
import { judge } from '../../controls/deviations';
import { wanted } from '../../controls/reading';
import type { Attributes, Path, Value } from '../../controls/value';
import type { LiveGroup } from '../azure/check-scan';
import { type Answers, impactOf } from '../drafts';
import type { Live } from './live-estate';
import { literal } from './live-value';
import type { Refused, Wanted } from './wanted';

type Content = NewResource['attributes'];

/** What azurerm wants beside what a control says, of things that a whole subscription has. */
const WITH: Readonly<Record<string, (control: Control, subscription: string) => Content>> = {
  azurerm_monitor_activity_log_alert: ({ id, title }, subscription) => ({
    name: id,
    resource_group_name: ALERT_GROUP,
    location: 'global',
    description: title,
    scopes: [subscription],
  }),
  azurerm_monitor_diagnostic_setting: (_, subscription) => ({
    name: 'activity-log',
    target_resource_id: subscription,
    log_analytics_workspace_id: WORKSPACE,
    enabled_log: ['Administrative', 'Alert', 'Policy', 'Security'].map((category) => ({ category })),
  }),
  azurerm_security_center_server_vulnerability_assessments_setting: () => ({
    vulnerability_assessment_provider: 'MdeTvm',
  }),
};

/** Whether a subscription has nothing that a control is about. */
export const isLacking = (control: Control, subjects: readonly Live[]): boolean =>
  control.required === true &&
  subjects.every(({ resource, group }) => judge(control, resource, group.around).answer === 'not-applicable');

/** What a subscription lacks, as a resource of its own. */
export function lackingIn(control: Control, { subscription }: LiveGroup, answers: Answers): Wanted | Refused {
  const id = `/subscriptions/${subscription}`;
  const [type] = control.resources;
  const more = WITH[type]?.(control, id);
  if (!more)
    return {
      reason: 'needs-answer',
      note: `the subscription has no ${type} for it: the pattern SubscriptionBaseline makes one`,
    };
  const leaves = [...wanted(control.when ?? {}), ...wanted(control.want ?? {})];
  let content: Record<string, Value | Ask> = {};
  for (const { path, expectation } of leaves) {
    const { set, ask, inside } = expectation;
    if (ask && inside) content[String(path[0])] ??= [{ [inside]: ask }] as never;
    else if (set !== undefined) content = placed(content, path, set as Value);
  }
  content = { ...content, ...more };
  const open = asksIn(content).filter(({ parameter }) => answers[parameter] === undefined);
  if (open.length) return { reason: 'needs-answer', note: open[0].question, asks: open };
  const attributes = literal(answered(content, answers)) as Attributes;
  const add: NewResource = {
    type,
    label: type === 'azurerm_monitor_diagnostic_setting' ? 'activity-log' : control.id,
    attributes,
  };
  const impact = impactOf(control, type, { path: [], found: undefined, expected: '', add }, null, 4);
  const beside = {
    address: id,
    type: '',
    attributes: { id, name: 'the subscription' },
    object: { id, type: '', name: subscription },
  };
  return { by: 'separate', control, impact, notes: [], beside, add, attributes };
}

function placed(
  content: Record<string, Value | Ask>,
  [step, ...rest]: Path,
  value: Value,
): Record<string, Value | Ask> {
  const inner = content[String(step)];
  const below = typeof inner === 'object' && inner !== null ? (inner as Record<string, Value>) : {};
  return { ...content, [String(step)]: rest.length ? (placed(below, rest, value) as Attributes) : value };
}

function asksIn(value: unknown): Ask[] {
  if (isAsk(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(asksIn) : [];
}

function answered(value: unknown, answers: Answers): Value {
  if (isAsk(value)) return answers[value.parameter];
  if (Array.isArray(value)) return value.map((each) => answered(each, answers));
  if (typeof value !== 'object' || value === null) return value as Value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, answered(each, answers)]));
}
