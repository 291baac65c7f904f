/** The scanners whose reports are read. A SARIF file of any other tool is `other`. */
export type Scanner =
  | 'checkov'
  | 'trivy'
  | 'tfsec'
  | 'kics'
  | 'terrascan'
  | 'snyk'
  | 'wiz'
  | 'psrule'
  | 'prowler'
  | 'defender'
  | 'azure-policy'
  | 'advisor'
  | 'powerpipe'
  | 'scoutsuite'
  | 'cloud-custodian'
  | 'plumbline'
  | 'other';

export type Severity = 'low' | 'medium' | 'high' | 'critical';

/** First and last line, from 1, both included. */
export type Lines = readonly [number, number];

/** What a report says of the place: everything it says, so that one wrong statement does not lose the finding. */
export interface Subject {
  /** Terraform resource address, with instance key and module path as far as the report has them. */
  readonly address?: string;
  /** Id in Azure as `armId` writes it; that of the subscription where a scanner names no resource. */
  readonly armId?: string;
  /** The `name` argument of the resource. */
  readonly azureName?: string;
  /** Terraform resource type. */
  readonly type?: string;
  /** Terraform label (logical id) of a resource whose type the report does not say. */
  readonly label?: string;
  /** `module.a["x"].module.b`, where the report names the module and not the resource in it. */
  readonly module?: string;
  /** Path as reported, with forward slashes: relative to an unknown root, or absolute on another machine. */
  readonly file?: string;
  /** Every path the report has for this place, most trusted first; only when there is more than `file`. */
  readonly files?: readonly string[];
  readonly lines?: Lines;
  /** The `module` block through which the resource got its values. */
  readonly caller?: { readonly file: string; readonly lines?: Lines };
}

/** One failing, unsuppressed record of a report. */
export interface Finding {
  readonly scanner: Scanner;
  /** The scanner's own rule id. */
  readonly rule: string;
  readonly subject: Subject;
  readonly message: string;
  readonly severity?: Severity;
  /** By which the scanner itself knows this result, where it can be told to leave it out. */
  readonly key?: string;
  /** Attributes the scanner says it read, as dotted paths without indexes; `*` stands for any name or part of one. */
  readonly attributes?: readonly string[];
}

/** What one report held. received = findings + all `ignored`. */
export interface Report {
  /** Name of the file it came from. */
  readonly source: string;
  /** Name of the format it was read as. */
  readonly format: string;
  readonly findings: readonly Finding[];
  /**
   * Records that are no failure of Terraform code or of a resource in Azure, counted by reason: passed, skipped, unknown,
   * suppressed, not-terraform, duplicate, absent, none, unreadable, and the SARIF kinds other than `fail`; of clouds manual,
   * exempt, resolved, not-azure, not-security, other-kind and summary.
   */
  readonly ignored: Readonly<Record<string, number>>;
  /** What a reader should know: truncated lists, counts that disagree, an unexpected version. */
  readonly notes: readonly string[];
}
