import { cisNumbers } from '../benchmarks';
import { asksFor, type Control, type ControlId } from '../control';
import { controlById, controls } from '../index';
import { sectionOf } from '../sections';
import { guardrailOf } from './index';
import { type Effect, ruleJson } from './policy';

/** The rungs of the ladder: report first, refuse what is new when nothing deviates any more. */
export const LADDER = ['audit', 'deny'] as const;
export type Rung = (typeof LADDER)[number];

export interface GuardrailOptions {
  readonly level: 1 | 2;
  /** Controls on request that are asked for too. */
  readonly on?: ReadonlySet<ControlId>;
  readonly off?: { has(id: ControlId): boolean };
  /** @default 'audit' */
  readonly effect?: Rung;
  /** Controls that refuse already, whatever the others do. */
  readonly deny?: ReadonlySet<ControlId>;
}

/** A policy definition that has to be made. */
export interface Definition {
  /** `plumbline-storage-min-tls`; at most 64 characters. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly control: ControlId;
  readonly effects: readonly string[];
  /** Of Azure Policy, as JSON. */
  readonly rule: object;
}

/** One definition in an initiative. */
export interface DefinitionReference {
  /** Unique in the initiative; exemptions name it. */
  readonly id: string;
  readonly control: ControlId;
  /** The id of a built-in definition, or the name of one of ours. */
  readonly definition: { readonly builtIn: string; readonly name: string } | { readonly custom: string };
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly effect: Effect;
  /** What is said to whoever is refused or reported. */
  readonly message: string;
  /** Where it says more or less than the control. */
  readonly differs?: string;
  /** Why it reports although others refuse. */
  readonly neverDeny?: string;
}

export interface Initiative {
  /** `plumbline-level-1`; short enough for an assignment to a management group, which may have 24 characters. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly level: 1 | 2;
  readonly references: readonly DefinitionReference[];
}

/** A control that Azure Policy cannot hold. */
export interface Unguarded {
  readonly control: ControlId;
  readonly why: string;
}

export interface Guardrails {
  readonly definitions: readonly Definition[];
  /** One for each level: the second holds what it asks beyond the first, and both are assigned. */
  readonly initiatives: readonly Initiative[];
  readonly unguarded: readonly Unguarded[];
}

const PREFIX = 'plumbline';
const BENCHMARK = 'CIS Microsoft Azure Foundations Benchmark 3.0.0';

/** What Azure Policy holds of a baseline. */
export function guardrails(options: GuardrailOptions): Guardrails {
  const { level, on, off } = options;
  const asked = controls.filter((control) => (asksFor(level, control) || on?.has(control.id)) && !off?.has(control.id));
  const definitions: Definition[] = [];
  const unguarded: Unguarded[] = [];
  const byLevel = new Map<1 | 2, DefinitionReference[]>([
    [1, []],
    [2, []],
  ]);
  for (const control of asked) {
    const guardrail = guardrailOf(control);
    if (guardrail.kind === 'none') {
      unguarded.push({ control: control.id, why: guardrail.why });
      continue;
    }
    const references = byLevel.get(asksFor(1, control) ? 1 : 2)!;
    if (guardrail.kind === 'built-in')
      references.push(
        ...guardrail.definitions.map((each, i, all) =>
          builtInReference(control, each, all.length > 1 ? i : undefined, options),
        ),
      );
    else
      for (const each of guardrail.definitions) {
        definitions.push(definitionOf(control, each));
        references.push(customReference(control, each, guardrail.differs, options));
      }
  }
  return {
    definitions,
    initiatives: [...byLevel].flatMap(([each, references]) =>
      references.length ? [initiativeOf(each, references)] : [],
    ),
    unguarded,
  };
}

const initiativeOf = (level: 1 | 2, references: readonly DefinitionReference[]): Initiative => ({
  name: `${PREFIX}-level-${level}`,
  displayName: `${BENCHMARK}, level ${level} (plumbline)`,
  description: `What Azure Policy can hold of level ${level}${level === 2 ? ' beyond level 1' : ''}, control by control.`,
  level,
  references,
});

type Custom = Extract<ReturnType<typeof guardrailOf>, { kind: 'custom' }>['definitions'][number];
type BuiltIn = Extract<ReturnType<typeof guardrailOf>, { kind: 'built-in' }>['definitions'][number];

const nameOf = ({ name }: Custom) => `${PREFIX}-${name}`;

const definitionOf = (control: Control, custom: Custom): Definition => ({
  name: nameOf(custom),
  displayName: control.title,
  description: control.why,
  control: control.id,
  effects: [...custom.effects, 'Disabled'],
  rule: ruleJson(custom.rule),
});

const messageOf = (control: Control): string => {
  const numbers = cisNumbers(control).join(', ');
  return `${control.title} (${numbers ? `CIS ${numbers}, ` : ''}${control.id}).`;
};

const wantsDeny = ({ effect = 'audit', deny }: GuardrailOptions, { id }: Control): boolean =>
  effect === 'deny' || deny?.has(id) === true;

function customReference(
  control: Control,
  custom: Custom,
  differs: string | undefined,
  options: GuardrailOptions,
): DefinitionReference {
  const [mild, strict] = custom.effects;
  const effect: Effect = strict && wantsDeny(options, control) ? strict : mild;
  return {
    id: custom.name,
    control: control.id,
    definition: { custom: nameOf(custom) },
    parameters: { effect },
    effect,
    message: messageOf(control),
    ...(differs ? { differs } : {}),
    ...(strict ? {} : { neverDeny: LOOKS_AFTERWARDS }),
  };
}

const LOOKS_AFTERWARDS = 'It looks for another resource, which is made later.';

function builtInReference(
  control: Control,
  { id, facts, parameters = {}, differs, neverDeny }: BuiltIn,
  index: number | undefined,
  options: GuardrailOptions,
): DefinitionReference {
  const has = (effect: Effect) => facts.effects.includes(effect);
  const mild: Effect = has('Audit') ? 'Audit' : 'AuditIfNotExists';
  const effect: Effect = has('Deny') && wantsDeny(options, control) && !neverDeny ? 'Deny' : mild;
  const why =
    neverDeny ??
    (has('Deny') ? undefined : has('Audit') ? 'Microsoft offers no effect that refuses.' : LOOKS_AFTERWARDS);
  return {
    id: index === undefined ? control.id : `${control.id}-${index + 1}`,
    control: control.id,
    definition: { builtIn: id, name: facts.name },
    parameters: { ...(facts.fixed ? {} : { [facts.chosenBy ?? 'effect']: effect }), ...parameters },
    effect,
    message: messageOf(control),
    ...(differs ? { differs } : {}),
    ...(why ? { neverDeny: why } : {}),
  };
}

/** Groups of an initiative, by which Azure shows compliance: the sections of the benchmark. */
export const groupOf = ({ control }: DefinitionReference): { readonly name: string; readonly title: string } => {
  const { slug, title } = sectionOf(controlById(control)!);
  return { name: slug, title };
};
