import type { Control, ControlId, Impact } from '../controls/control';
import type { Address, Path, Value } from '../controls/value';
import type { Finding } from './findings/finding';
import type { Place } from './locate/hcl/trace';
import type { OverlayChange } from './overlay/overlay';

/** Why a finding led to no change. */
export type UnplannedReason =
  | 'no-control'
  | 'manual'
  | 'not-found'
  | 'ambiguous'
  | 'conflict'
  | 'already-compliant'
  | 'not-applicable'
  | 'excepted'
  | 'needs-answer'
  | 'computed-value'
  | 'dynamic-block'
  | 'json-syntax'
  | 'cdktf'
  | 'remote-module'
  | 'ignored-by-lifecycle'
  | 'incomplete-block'
  | 'incomplete-module'
  | 'replaces-resource'
  | 'irreversible'
  | 'level'
  | 'unsupported-provider-version'
  | 'unparsable'
  | 'later';

export interface Unplanned {
  readonly finding: Finding;
  readonly reason: UnplannedReason;
  readonly note: string;
  readonly control?: ControlId;
  readonly address?: Address;
  /** Path of the construct that the resource was synthesized from. */
  readonly construct?: string;
}

type Content = Readonly<Record<string, Value>>;

/** What is written at one place. */
export interface Edit {
  readonly place: Place;
  readonly what:
    | { readonly do: 'replace'; readonly to: Value }
    /** Attributes and nested blocks that the block at `place` lacks. `at`: its path in the schema of `type`. */
    | {
        readonly do: 'fill';
        readonly type: string;
        readonly at: string;
        readonly content: Content;
        readonly remove: readonly string[];
      }
    /** A new resource behind the block at `place`. */
    | {
        readonly do: 'add';
        readonly type: string;
        readonly name: string;
        readonly content: Content;
        readonly each?: 'for_each' | 'count';
      };
}

/** One wanted difference, wherever it has to be written; what closes it in a review. */
export interface Change {
  readonly controls: readonly Control[];
  readonly findings: readonly Finding[];
  readonly resources: readonly Address[];
  /** Root modules and environments these resources were seen in. */
  readonly roots: readonly string[];
  /** What the tag `owner` says of these resources; empty where none has one that can be read. */
  readonly owners: readonly string[];
  readonly path: Path;
  readonly from: Value | undefined;
  readonly to: Value;
  readonly impact: Impact;
  /** How urgent it is, from 1 to 100. */
  readonly priority: number;
  /** The value was right by the provider's default; a scanner wants to see it. */
  readonly explicit: boolean;
  readonly edit: Edit;
  readonly notes: readonly string[];
}

/** A question whose answer turns findings into changes. */
export interface Question {
  readonly parameter: string;
  readonly question: string;
  readonly type: 'string' | 'list' | 'id' | 'date';
  readonly resources: readonly Address[];
  readonly controls: readonly ControlId[];
}

/** Every finding is in exactly one place: received = planned + unplanned + ignored. */
export interface Plan {
  readonly changes: readonly Change[];
  /**
   * In JSON that CDK for Terraform wrote: nobody edits it, a person changes the program. Their findings are unplanned, with
   * the reason `cdktf`.
   */
  readonly told: readonly Change[];
  /** For resources that stand in no code: what remediation stacks are made of. */
  readonly overlays: readonly OverlayChange[];
  readonly unplanned: readonly Unplanned[];
  /** Records that are no failure, or were not asked for, by reason. */
  readonly ignored: Readonly<Record<string, number>>;
  readonly questions: readonly Question[];
}
