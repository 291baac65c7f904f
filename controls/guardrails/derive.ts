import { append } from '../append';
import type { Control } from '../control';
import { armType } from '../provider/arm';
import { partOf, SITE_CONFIG } from '../provider/arm-parts';
import { type Wanted, wanted } from '../reading';
import type { CustomDefinition, Derived } from './definition';
import { fieldNamed } from './facts';
import { type InDoubt, passes } from './passes';
import { allOf, anyOf, type Condition, isType, type PolicyRule } from './policy';

const OS_TYPE = 'Microsoft.Compute/virtualMachines/storageProfile.osDisk.osType';
const NO_WORKFLOW: Condition = { field: 'kind', notContains: 'workflowapp' };

/** What tells resources apart that are one type in Azure and several in Terraform. */
const TOLD_BY: Readonly<Record<string, Condition>> = {
  azurerm_linux_virtual_machine: { field: OS_TYPE, equals: 'Linux' },
  azurerm_windows_virtual_machine: { field: OS_TYPE, equals: 'Windows' },
  azurerm_linux_function_app: NO_WORKFLOW,
  azurerm_linux_function_app_slot: NO_WORKFLOW,
  azurerm_linux_web_app: NO_WORKFLOW,
  azurerm_linux_web_app_slot: NO_WORKFLOW,
  azurerm_windows_function_app: NO_WORKFLOW,
  azurerm_windows_function_app_slot: NO_WORKFLOW,
  azurerm_windows_web_app: NO_WORKFLOW,
  azurerm_windows_web_app_slot: NO_WORKFLOW,
};

/** Where a leaf is kept: on the resource itself, or on the child of it that is named. */
interface Said {
  readonly child?: { readonly type: string; readonly name: string };
  readonly passes: Condition;
}

/** The `want` of a control in the language of Azure Policy; a reason where that cannot say it. */
export function derived(control: Control): Derived {
  if (control.inspect) return 'What the control looks at takes a program, which a rule is not.';
  if (!control.want || control.companions) return 'Another resource says it, and a rule sees one at a time.';
  if (control.about) return 'What stands around the resource decides whether it counts, and a rule sees one at a time.';
  const rules = new Map<string, Rule[]>();
  for (const type of control.resources) {
    const arm = armType(type)?.arm;
    if (arm === undefined) continue;
    const made = rulesFor(type, arm, control);
    if (typeof made === 'string') return made;
    for (const each of made) append(rules, `${arm} ${each.key}`, each);
  }
  if (!rules.size) return 'Where Azure keeps it is not known here.';
  const merged = [...rules.values()].map((same) => merge(same));
  if (merged.includes(undefined)) return 'Resources that Azure does not tell apart would need different rules.';
  return (merged as Rule[]).map(
    (each, i): CustomDefinition => ({
      name: merged.length > 1 ? `${control.id}-${i + 1}` : control.id,
      rule: each.rule,
      effects: each.rule.lacks ? ['AuditIfNotExists'] : ['Audit', 'Deny'],
    }),
  );
}

interface Rule {
  /** What it is about, and which kind of those: those of one key are one rule where they say the same. */
  readonly key: string;
  readonly rule: PolicyRule;
}

const merge = (same: readonly Rule[]): Rule | undefined =>
  same.every(({ rule }) => JSON.stringify(rule) === JSON.stringify(same[0].rule)) ? same[0] : undefined;

function rulesFor(type: string, arm: string, control: Control): Rule[] | string {
  const conditions = saidAll(type, arm, wanted(control.when ?? {}), 'deviates');
  if (typeof conditions === 'string') return conditions;
  if (conditions.some(({ child }) => child)) return 'Whether it applies is kept on a part that a rule cannot see.';
  const leaves = saidAll(type, arm, wanted(control.want!), 'passes');
  if (typeof leaves === 'string') return leaves;
  const toldBy = TOLD_BY[type];
  const when = conditions.map((each) => each.passes);
  if (control.scope === 'subscription') return onSubscription(arm, when, leaves);
  const about = [isType(arm), ...(toldBy ? [toldBy] : []), ...when];
  const kind = JSON.stringify(toldBy ?? null);
  const byChild = new Map<string, Said[]>();
  for (const each of leaves) append(byChild, each.child ? `${each.child.type} ${each.child.name}` : '', each);
  return [...byChild].map(([key, own]): Rule => {
    const { child } = own[0];
    const good = own.map((each) => each.passes);
    if (!child)
      return {
        key: kind,
        rule: { about: allOf(...about, anyOf(...good.map(opposite))) },
      };
    const lacks = { ...child, existenceCondition: allOf(...good) };
    return { key: `${kind} ${key}`, rule: { about: allOf(...about), lacks } };
  });
}

/** What a subscription has once: a rule for the subscription, which looks for it. */
function onSubscription(type: string, when: readonly Condition[], leaves: readonly Said[]): Rule[] | string {
  if (leaves.some(({ child }) => child)) return 'It is kept on a part that a rule cannot see.';
  const [named, ...more] = when;
  const name = named && 'field' in named && named.field === 'name' ? named.equals : undefined;
  if (more.length || (named && typeof name !== 'string'))
    return 'A rule finds settings of a subscription by name only.';
  const lacks = {
    type,
    ...(typeof name === 'string' ? { name } : {}),
    existenceScope: 'subscription' as const,
    existenceCondition: allOf(...leaves.map((each) => each.passes)),
  };
  return [{ key: '', rule: { about: isType('Microsoft.Resources/subscriptions'), lacks } }];
}

/** The shortest way to say the opposite. */
export function opposite(condition: Condition): Condition {
  if ('anyOf' in condition) return allOf(...condition.anyOf.map(opposite));
  if ('allOf' in condition) return anyOf(...condition.allOf.map(opposite));
  if ('not' in condition) return condition.not;
  if ('field' in condition) {
    const { field, equals, exists, contains } = condition;
    if (equals !== undefined) return { field, notEquals: equals };
    if (exists !== undefined) return { field, exists: !exists };
    if (contains !== undefined) return { field, notContains: contains };
    if (condition.in) return { field, notIn: condition.in };
  }
  return { not: condition };
}

function saidAll(type: string, arm: string, all: readonly Wanted[], inDoubt: InDoubt): Said[] | string {
  const said: Said[] = [];
  for (const leaf of all) {
    const place = armType(type)!.attributes.get(leaf.dotted);
    if (!place) return `Where Azure keeps ${leaf.dotted} of an ${type} is not known here.`;
    const found = placed(arm, place.at, place.paths[0], leaf.dotted);
    if (!found)
      return `Azure Policy has no field for ${leaf.dotted} of an ${type}, as far as built-in definitions show.`;
    const condition = passes(type, leaf, { place, field: found.field }, inDoubt);
    if (!condition) return `Its language cannot say "${leaf.expected}" of ${leaf.dotted}.`;
    said.push({ passes: condition, ...(found.child ? { child: found.child } : {}) });
  }
  return said;
}

/** The field of a path, and the child of the resource that has it. */
function placed(arm: string, at: string | undefined, path: string, dotted: string) {
  if (path.startsWith(SITE_CONFIG)) {
    const [child, name] = [`${arm}/config`, path.slice(SITE_CONFIG.length).replaceAll('[]', '[*]')];
    const field = fieldNamed(`${child}/${name}`) ?? fieldNamed(`${child}/web.${name}`);
    return field && { field, child: { type: child, name: 'web' } };
  }
  const name = path.replace(/^properties\./, '').replaceAll('[]', '[*]');
  if (at === undefined) {
    const field = fieldNamed(name) ?? fieldNamed(`${arm}/${name}`);
    return field && { field };
  }
  const field = fieldNamed(`${at}/${name}`);
  const child = partOf(at, dotted)?.split('/')[1];
  return field && child ? { field, child: { type: at, name: child } } : undefined;
}
