import type { PolicyRule } from './policy';

/** A policy definition of ours. */
export interface CustomDefinition {
  /** Its name in Azure, and that of its place in the initiative: the control, and which of several. */
  readonly name: string;
  readonly rule: PolicyRule;
  /** Effects that can be assigned, without `Disabled`. */
  readonly effects: readonly ['Audit', 'Deny'] | readonly ['AuditIfNotExists'];
}

/** Definitions, or why there is none. */
export type Derived = readonly CustomDefinition[] | string;
