import type { IResolvable, TerraformMetaArguments } from 'cdktf';
import type { Surroundings } from './surroundings';
import { type Path, Reference, type Resource, type Scalar, type Unknown, type Value } from './value';

export type ControlId = string;
export type Level = 1 | 2;
/** What a control is about: one resource, or a setting that a subscription or the directory has once. */
export type Scope = 'resource' | 'subscription' | 'tenant';
/** A resource type of one of the providers whose facts are known here. */
export type ResourceType = `azurerm_${string}` | `azuread_${string}` | `azapi_${string}`;
/** From the least to the worst. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
/** From harmless to worst. */
export const IMPACTS = ['in-place', 'disruptive', 'irreversible', 'replaces'] as const;
export type Impact = (typeof IMPACTS)[number];
export type AliasScanner = 'checkov' | 'trivy' | 'kics' | 'prowler' | 'defender' | 'azure-policy' | 'powerpipe';

/** A question only the owner can answer; asked once for all resources, answered as a parameter of the profile. */
export interface Ask {
  /** Name in `parameters:` of plumbline.yaml. */
  readonly parameter: string;
  readonly question: string;
  readonly type: 'string' | 'list' | 'id' | 'date';
  /** What the text is, or each text of the list. A list without it holds addresses or CIDR ranges. */
  readonly format?: 'mail' | 'guid';
  /** The only resource of this type in the same module answers the question. */
  readonly resource?: string;
}

export const isAsk = (value: unknown): value is Ask =>
  typeof value === 'object' && value !== null && 'parameter' in value && 'question' in value;

/** What passes. A `block` list says: for each group, at least one block that matches one of its alternatives. */
export type Accept =
  | { readonly in: readonly Scalar[] }
  | { readonly min?: number; readonly max?: number; readonly or?: number }
  | { readonly includes: readonly Scalar[] }
  | { readonly present: boolean }
  | { readonly refersTo: string }
  | { readonly blocks: readonly (readonly Readonly<Record<string, Scalar>>[])[] }
  | {
      readonly that: string;
      readonly test: (value: Value) => boolean;
      /** Where it can be told from where a reference points. */
      readonly refers?: (reference: Reference) => boolean;
    };

/** `accept` passes; `set` is what a fix writes; `ask` has no safe value and needs the owner. Accept is not set. */
export interface Expectation<T = unknown> {
  readonly accept: Accept;
  readonly set?: T;
  readonly ask?: Ask;
  /** The answer belongs into this attribute of a new block at the path. */
  readonly inside?: string;
  /** Azure's own default passes, though the provider's schema names none. */
  readonly orAbsent?: true;
  /** What a fix makes of a text that is there: of a list in one string, it changes the entries that are wrong. */
  readonly amend?: (found: string) => T;
  /** `set` is written only into a block that is new: beside what is there it could contradict. */
  readonly fresh?: true;
  /** The names inside `set` are Azure's own, not those of a CDKTF config: a body of azapi. */
  readonly verbatim?: true;
}

/** A provider config type: each leaf a literal or an expectation, each block nested. */
export type Desired<C> = {
  readonly [K in Exclude<keyof C, keyof TerraformMetaArguments>]?: Want<Exclude<C[K], undefined | IResolvable>>;
};
type Want<V> = [V] extends [boolean]
  ? boolean | Expectation<boolean>
  : [V] extends [string | number]
    ? V | Expectation<V>
    : [V] extends [readonly unknown[] | { [k: string]: string }]
      ? Expectation<V>
      : Desired<V> | Expectation<V>;

/** The first value is written where none passes; the others are left alone. */
export const oneOf = <T extends Scalar>(set: T, ...also: T[]): Expectation<T> => ({
  accept: { in: [set, ...also] },
  set,
});
/** `or` is a value outside the range that passes all the same: 0 for "unlimited". */
export const atLeast = (min: number, { or, set = min }: { or?: number; set?: number } = {}): Expectation<number> => ({
  accept: or === undefined ? { min } : { min, or },
  set,
});
export const atMost = (max: number): Expectation<number> => ({ accept: { max }, set: max });
/** A fix adds what is missing and keeps what is there. */
export const includes = <T extends Scalar>(...items: T[]): Expectation<T[]> => ({
  accept: { includes: items },
  set: items,
});
export const present = <T = string>(ask?: Ask): Expectation<T> => ({ accept: { present: true }, ask });
export const absent = <T = unknown>(): Expectation<T> => ({ accept: { present: false } });
export const refersTo = <T = string>(type: string, ask?: Ask): Expectation<T> => ({ accept: { refersTo: type }, ask });
/** One block for each group; the first alternative of a group is written where none of them is there. */
export const blocks = <T = unknown>(...groups: Readonly<Record<string, Scalar>>[][]): Expectation<T> => ({
  accept: { blocks: groups },
  set: groups.map(([first]) => first) as T,
});
/** For a condition no other word can say; `that` completes the sentence "expected …". */
export const such = <T>(that: string, test: (value: Value) => boolean, set?: T): Expectation<T> => ({
  accept: { that, test },
  set,
});

/** Beside a text that is there `set` would say too little. */
export const amending = <T>(expectation: Expectation<T>, amend: (found: string) => T): Expectation<T> => ({
  ...expectation,
  amend,
});

/** Like `such`, for an id: code mostly says it as a reference, a plan as text. */
export const pointing = (
  that: string,
  test: (value: Value) => boolean,
  refers: (reference: Reference) => boolean,
): Expectation<string> => ({ accept: { that, test, refers } });
/** A block whose one required attribute only the owner knows. */
export const blockWith = <T = unknown>(attribute: string, ask: Ask): Expectation<T> => ({
  accept: { present: true },
  ask,
  inside: attribute,
});

/** Not set passes too. */
export const orAbsent = <T>(expectation: Expectation<T>): Expectation<T> => ({ ...expectation, orAbsent: true });
/** Only written together with the whole block it stands in. */
export const fresh = <T>(expectation: Expectation<T>): Expectation<T> => ({ ...expectation, fresh: true });
/** Written under the names it has here. */
export const verbatim = <T>(expectation: Expectation<T>): Expectation<T> => ({ ...expectation, verbatim: true });

export const isExpectation = (want: unknown): want is Expectation =>
  typeof want === 'object' && want !== null && 'accept' in want;

/** A foreign rule that means the same, or one that does not quite, and how it differs. */
export interface AliasFacts {
  readonly rule: string;
  readonly differs?: string;
  /** Attributes, Terraform names, that the rule passes only when they are written; a fix writes them at their default. */
  readonly explicit?: readonly string[];
}
export type Alias = string | AliasFacts;
export const ruleOf = (alias: Alias): string => (typeof alias === 'string' ? alias : alias.rule);

export interface Fix {
  /** For an existing resource. Where the provider's schema says ForceNew it must be `replaces`. */
  readonly impact: Impact | ((from: Value | undefined, to: Value) => Impact);
  /** What a reviewer must know before approving, written to the owner of the resource. Never empty. */
  readonly consequences: readonly [string, ...string[]];
  readonly cost?: string;
  /** Controls whose fix must come along, because this one makes them matter. */
  readonly with?: readonly ControlId[];
  /** No change is written because a safe one needs more than this resource: what the owner has to do instead. */
  readonly advice?: string;
  /** Whether applying the old text brings Azure back to where it was. */
  readonly restores: 'yes' | 'no' | 'partly';
}

/** Another resource that refers to this one and carries the setting: a diagnostic setting, network rules, a lock. */
export interface Companion<C = unknown> {
  readonly resource: ResourceType;
  /** Attribute of the companion that points here, dotted Terraform names. */
  readonly refersBy: string;
  /** Attribute of this resource that it points at. @default 'id' */
  readonly via?: string;
  /** What stands behind the id of this resource in that attribute. */
  readonly suffix?: string;
  /** Which of several that refer here carries the setting: the parameter of this name. */
  readonly where?: Desired<C>;
  /** Azure's own default passes: where none is there, nothing is wrong. */
  readonly optional?: true;
  /** azurerm does not know the setting: where none is there, Azure may have it all the same, and code cannot tell. */
  readonly unmanaged?: true;
  readonly want: Desired<C>;
  /** How to add one where none is there; without it a companion is recognised but never added. */
  readonly add?: {
    /** Appended to the name of the resource it belongs to. */
    readonly label: string;
    readonly attributes: Readonly<Record<string, Value | Ask>>;
    /** Only beside resources like this. */
    readonly when?: object;
    /** Without these the new one would have no effect: they are added with it where they are missing. */
    readonly beside?: readonly Companion[];
  };
}
/** A companion whose `want` is checked against the provider's config type. */
export const companion = <C>(resource: ResourceType, rest: Omit<Companion<C>, 'resource'>): Companion => ({
  resource,
  ...rest,
});

/** Companions, and what is added beside them. */
export const withBeside = (companions: readonly Companion[] = []): readonly Companion[] =>
  companions.flatMap((each) => [each, ...withBeside(each.add?.beside)]);

/** In `add`: an attribute of the resource that the companion belongs to. */
export const self = (attribute: string, suffix = ''): Reference => new Reference('', [attribute], suffix);

/** One difference between a resource and what a control wants. */
export interface Deviation {
  /** On the resource judged, or on the companion named by `address`. */
  readonly path: Path;
  readonly found: Value | undefined;
  /** In words: `"TLS1_2" or "TLS1_3"`. */
  readonly expected: string;
  readonly set?: Value;
  readonly ask?: Ask;
  /** The sibling attribute that takes an answer of several values; the attribute at `path` is then removed. */
  readonly plural?: string;
  /** Values of the list that stay beside the answer. */
  readonly keep?: readonly Value[];
  /** Set when the difference is on a companion that exists. */
  readonly address?: string;
  /** Set when a companion must be added. */
  readonly add?: NewResource;
}
export interface NewResource {
  readonly type: string;
  readonly label: string;
  readonly attributes: Readonly<Record<string, Value | Ask>>;
}

/** What a person does where no tool can: our words, to be attested with evidence. */
export interface Manual {
  /** Why no tool of ours does it. */
  readonly why: string;
  /** What to do, and where. */
  readonly steps: string;
  /** What to keep as proof. */
  readonly evidence: string;
  /** How often it is looked at again: `quarter`. */
  readonly every: string;
  /** Where a program could read the setting: a property of Microsoft Graph or of Azure Resource Manager. */
  readonly property?: string;
}

export interface Base {
  /** `<service>-<what>`. Ours, and permanent: benchmarks renumber, this does not. */
  readonly id: ControlId;
  /** What is true when it passes. */
  readonly title: string;
  readonly why: string;
  readonly severity: Severity;
  readonly level: Level;
  /** @default 'resource' */
  readonly scope?: Scope;
  /** A subscription, or a directory, that has none does not meet it. */
  readonly required?: true;
  /** Why Azure no longer offers what it asks for: only what is there already is judged. */
  readonly retired?: string;
  /**
   * Why it is part of no level: a choice of SKU, region or cost, or one that clients must be ready for. Judged and fixed only
   * where a scanner reports it or `--only` names it; hardened constructs leave it alone.
   */
  readonly onRequest?: string;
  /** Of CIS 3.0.0; the numbers in other versions follow from them. Empty for what the benchmark does not ask. */
  readonly cis: Readonly<Record<`v${number}.${number}.${number}`, string | readonly string[]>>;
  readonly aliases: Partial<Record<AliasScanner, readonly Alias[]>>;
}
interface Checked extends Base {
  readonly fix: Fix;
  /** Whether it is about this resource, where `when` cannot say: what stands around it decides. */
  readonly about?: About;
}
export type About = (resource: Resource, around: Surroundings) => boolean | Unknown;
/** With both `want` and companions, either satisfies; a fix edits the companion where one exists. */
export interface AttributeControl<C> extends Checked {
  readonly when?: Desired<C>;
  readonly want: Desired<C>;
  readonly companions?: readonly Companion[];
}
export interface CompanionControl<C> extends Checked {
  readonly when?: Desired<C>;
  readonly companions: readonly [Companion, ...Companion[]];
}
/** The tenth control, which data cannot say. It still returns data. */
export interface CodedControl<C> extends Checked {
  readonly when?: Desired<C>;
  /** What its deviations may ask. */
  readonly asks?: readonly Ask[];
  readonly inspect: Inspect;
}
/** Looks at a resource and at what stands around it. */
export type Inspect = (resource: Resource, around: Surroundings) => readonly Deviation[] | Unknown;
export interface ManualControl extends Base {
  readonly manual: Manual;
}

/** A control as everything downstream sees it. */
export interface Control extends Base {
  readonly resources: readonly string[];
  readonly when?: Desired<unknown>;
  readonly about?: About;
  readonly want?: Desired<unknown>;
  readonly companions?: readonly Companion[];
  readonly asks?: readonly Ask[];
  readonly inspect?: Inspect;
  readonly manual?: Manual;
  readonly fix?: Fix;
}

/** Twins share one control: `controlsFor<LinuxWebAppConfig | WindowsWebAppConfig>(…)` admits only what both have. */
export const controlsFor =
  <C>(...resources: readonly ResourceType[]) =>
  (control: AttributeControl<C> | CompanionControl<C> | CodedControl<C> | ManualControl): Control => ({
    ...control,
    resources,
  });

/** Whether a baseline of this level asks for it. */
export const asksFor = (level: number, control: Control): boolean => !control.onRequest && control.level <= level;

/** A control that no resource of Terraform carries: a person sees to it. */
export const manual = (control: ManualControl): Control => ({ ...control, resources: [] });
