import type { ColumnMap } from './columns';
import type { Draft } from './draft';

/** What a file holds: a JSON document, or a text that is none. */
export interface Document {
  readonly json?: unknown;
  /** Only where the text is no JSON: a large report is not kept twice. */
  readonly text?: string;
  /** Name of the folder that the file lies in, where somebody knows it. */
  readonly folder?: string;
  /** What the columns of a table hold, where the user says so. */
  readonly columns?: ColumnMap;
}

/** One kind of report, in a file of its own. Neither function throws, whatever the document holds. */
export interface Format {
  /** What `--format` calls it, and what a plan says where a finding came from. */
  readonly name: string;
  /** Tool and command, in Markdown. */
  readonly title: string;
  /** What it is told apart by, in Markdown. */
  readonly shape: string;
  /** Whether a document is of this format. No two formats say so of one document, unless the user names its columns. */
  readonly recognises: (document: Document) => boolean;
  /** Puts every record of a document that it recognises into the draft, once. */
  readonly read: (document: Document, into: Draft) => void;
}
