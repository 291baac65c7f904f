import type { Attributes, Resource, Value } from '../../../controls/value';

/** Text by what it is about; each entry is the reason why a rule of the tests does not hold there. */
type Reasons = Readonly<Record<string, string>>;

/** Attributes of a resource of `type`, by what a control that is code must say of them. */
export interface Coded {
  readonly type: string;
  readonly yes: readonly Attributes[];
  readonly no: readonly Attributes[];
  readonly unknown?: readonly Attributes[];
  /** What stands around each of them. */
  readonly around?: readonly Resource[];
}

/** What somebody looked at and found right although a general rule of the tests says otherwise; one file a service. */
export interface Review {
  /** `<fixture> <address>`: the catalogue, read literally, says something else. */
  readonly differences?: Reasons;
  /** `<number> <scanner> <rule>`: the catalogue has it under this number, and it is no alias of the control. */
  readonly notAliases?: Reasons;
  /** `<scanner> <rule>`: an extra check about one attribute of our types that is no control, and why. */
  readonly notControls?: Reasons;
  /** `<number>`: the catalogue says yes or partial, and the control is manual all the same. */
  readonly manual?: Reasons;
  /** `<type> <path>`: azurerm 5.x does not have it. */
  readonly notIn5?: Reasons;
  /** `<fixture> <address>: <answer>`, before or after the fix: what the fixture gets in azurerm 3.x, by its names there. */
  readonly inThree?: Reasons;
  /** `<type> <path>`: a fix writes it, and it replaces a resource under a condition that is not met. */
  readonly conditions?: Reasons;
  /** `<type> <path>`: replaces the companion, though the fix of its control stays in place. */
  readonly replacedCompanions?: Reasons;
  /** `<scanner> <rule>`: stands for several controls. */
  readonly shared?: Reasons;
  /** `<fixture> <address>`, the beginning of it: fails, and a fix rightly leaves it. */
  readonly left?: Reasons;
  /** `<path>` or `<control> <path>`: values that a condition which is code must not accept; nobody can derive them. */
  readonly bad?: Readonly<Record<string, readonly Value[]>>;
  /** `<control>`, or `<control> <what differs>`: small steps on both sides of what a condition that is code accepts. */
  readonly coded?: Readonly<Record<string, Coded>>;
  /** Answers to the questions that the controls of the service ask. */
  readonly answers?: Readonly<Record<string, Value>>;
  /** Fixtures whose fix is worth reading without answers too. */
  readonly unanswered?: readonly string[];
}
