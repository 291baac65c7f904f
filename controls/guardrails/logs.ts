import type { Companion, Control } from '../control';
import { isExpectation } from '../control';
import { armType } from '../provider/arm';
import type { CustomDefinition } from './definition';
import { allOf, anyOf, type Condition, type Existence, isType } from './policy';

const SETTINGS = 'Microsoft.Insights/diagnosticSettings';
const LOGS = `${SETTINGS}/logs[*]`;

type Group = readonly Readonly<Record<string, unknown>>[];

/** One log of each group is on, by its category or by a group of categories that holds it. */
export const logsOn = (groups: readonly Group[]): Condition =>
  allOf(
    ...groups.map((alternatives): Condition => {
      const named = alternatives.flatMap((each): Condition[] => [
        ...(typeof each.category === 'string' ? [{ field: `${LOGS}.category`, equals: each.category }] : []),
        ...(typeof each.category_group === 'string'
          ? [{ field: `${LOGS}.categoryGroup`, equals: each.category_group }]
          : []),
      ]);
      const where = allOf({ field: `${LOGS}.enabled`, equals: true }, anyOf(...named));
      return { count: { field: LOGS, where }, greater: 0 };
    }),
  );

export const settingWith = (existenceCondition: Condition, more: Partial<Existence> = {}): Existence => ({
  type: SETTINGS,
  ...more,
  existenceCondition,
});

/** A rule for each diagnostic setting that a control asks for beside a resource. */
export function logRules(control: Control): readonly CustomDefinition[] | undefined {
  const settings = (control.companions ?? []).filter(
    ({ resource }) => resource === 'azurerm_monitor_diagnostic_setting',
  );
  if (settings.length !== 1) return undefined;
  const groups = groupsOf(settings[0]);
  const types = [...new Set(control.resources.map((type) => armType(type)?.arm))];
  if (!groups || control.about || types.length !== 1 || types[0] === undefined) return undefined;
  const suffix = settings[0].suffix?.replace(/\/default$/, '') ?? '';
  // What is logged stands below only where the resource has it: no other condition is needed there.
  if (control.when && suffix === '') return undefined;
  return [
    {
      name: control.id,
      rule: { about: isType(`${types[0]}${suffix}`), lacks: settingWith(logsOn(groups)) },
      effects: ['AuditIfNotExists'],
    },
  ];
}

function groupsOf({ want }: Companion): readonly Group[] | undefined {
  const logs = (want as { enabledLog?: unknown }).enabledLog;
  if (Object.keys(want).length !== 1 || !isExpectation(logs)) return undefined;
  return 'blocks' in logs.accept ? logs.accept.blocks : undefined;
}
