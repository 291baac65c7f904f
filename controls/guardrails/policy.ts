// The part of Azure Policy's rule language that guardrails are written in.

type Operand = string | number | boolean;

/** One comparison. What a field is compared with ignores case; of a field that is not there only `notEquals`, `notIn`, `notContains` and `exists: false` are true. */
export interface Comparison {
  readonly equals?: Operand;
  readonly notEquals?: Operand;
  readonly in?: readonly Operand[];
  readonly notIn?: readonly Operand[];
  readonly contains?: string;
  /** With `*` for any text. */
  readonly like?: string;
  readonly notContains?: string;
  readonly exists?: boolean;
  readonly greater?: number;
  readonly greaterOrEquals?: number;
  readonly lessOrEquals?: number;
}

export type Condition =
  | ({ readonly field: string } & Comparison)
  | ({ readonly value: string } & Comparison)
  | ({ readonly count: { readonly field: string; readonly where?: Condition } } & Comparison)
  | { readonly allOf: readonly Condition[] }
  | { readonly anyOf: readonly Condition[] }
  | { readonly not: Condition };

/** Which other resource has to exist, and what has to be true of it. */
export interface Existence {
  readonly type: string;
  readonly name?: string;
  readonly existenceScope?: 'subscription';
  readonly existenceCondition?: Condition;
}

/** What is reported or refused: everything that `about` is true of, or of these, what lacks the other resource. */
export interface PolicyRule {
  readonly about: Condition;
  readonly lacks?: Existence;
}

/** As Azure reads it; which effect it has is chosen where the definition is assigned. */
export const ruleJson = ({ about, lacks }: PolicyRule): object => ({
  if: about,
  // biome-ignore lint/suspicious/noThenProperty: the name that Azure gives it
  then: { effect: "[parameters('effect')]", ...(lacks ? { details: lacks } : {}) },
});

/** Effects from the mildest to the strictest, as they are written in assignments. */
export type Effect = 'Disabled' | 'Audit' | 'AuditIfNotExists' | 'Deny';

/** A single condition needs no list around it. */
export const allOf = (...all: readonly Condition[]): Condition => (all.length === 1 ? all[0] : { allOf: all });
export const anyOf = (...all: readonly Condition[]): Condition => (all.length === 1 ? all[0] : { anyOf: all });

export const isType = (type: string): Condition => ({ field: 'type', equals: type });

/** All fields of a rule, `type` and others that every resource has included. */
export function fieldsOf(condition: Condition): readonly string[] {
  if ('allOf' in condition) return condition.allOf.flatMap(fieldsOf);
  if ('anyOf' in condition) return condition.anyOf.flatMap(fieldsOf);
  if ('not' in condition) return fieldsOf(condition.not);
  if ('count' in condition)
    return [condition.count.field, ...(condition.count.where ? fieldsOf(condition.count.where) : [])];
  if ('value' in condition)
    return [...condition.value.matchAll(/(?:field|current)\('([^']+)'\)/g)].map(([, field]) => field);
  return [condition.field];
}
