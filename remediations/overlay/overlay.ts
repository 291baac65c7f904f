import type { Control, ControlId, Impact } from '../../controls/control';
import type { Finding } from '../findings/finding';

/**
 * How what is live is changed: by a small resource of its own (`separate`), by importing the resource with everything but the
 * target ignored (`import`), or by writing properties that azurerm cannot (`azapi`).
 */
export type Strategy = 'separate' | 'import' | 'azapi';

/** One setting that an overlay changes. */
export interface Setting {
  readonly control: ControlId;
  /** Under Terraform's names, or Azure's for `azapi`. */
  readonly path: string;
  /** As it was read; null where nothing was. */
  readonly from: unknown;
  readonly to: unknown;
}

/** A resource that stands in no code: the smallest Terraform that changes it, for a remediation stack. */
export interface Overlay {
  /** The id of the Azure resource that is changed. */
  readonly armId: string;
  readonly strategy: Strategy;
  /** The stack that holds it: one for each subscription and wave. */
  readonly stack?: string;
  readonly type: string;
  /** The logical id, unique for its type. */
  readonly name: string;
  /** Under Terraform's names. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** For `import`: the id to import. */
  readonly importId?: string;
  /** For `import`: top-level arguments that stay as they are in Azure. */
  readonly ignore: readonly string[];
  readonly settings: readonly Setting[];
  /** What `terraform plan`, `apply` and `destroy` do, for the reviewer. */
  readonly onPlan: string;
  readonly onApply: string;
  readonly onDestroy: string;
}

export interface OverlayChange {
  /** The address in its stack; with the impact where another wave has the same resource. */
  readonly id: string;
  readonly title: string;
  readonly controls: readonly Control[];
  readonly findings: readonly Finding[];
  readonly impact: Impact;
  /** What a reviewer should see first. */
  readonly notes: readonly string[];
  /** What the tag `owner` says of the resource, its group or its subscription. */
  readonly owners: readonly string[];
  readonly overlay: Overlay;
}
