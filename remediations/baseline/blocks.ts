// A document as blocks, so that Markdown and HTML say the same.

/** Text as it is, or a name that is set as code. */
export type Inline = string | { readonly code: string };
export type Cell = Inline | readonly Inline[];

export type Block =
  /** Level 2, or 3 inside of one. */
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly id: string; readonly text: string }
  | { readonly kind: 'text'; readonly text: Cell }
  | { readonly kind: 'list'; readonly items: readonly Cell[] }
  | {
      readonly kind: 'table';
      /** What it is, for those who do not see it. */
      readonly label: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
      /** Columns of numbers. */
      readonly numbers?: readonly number[];
    };

export interface BaselineDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const code = (text: string): Inline => ({ code: text });
export const heading = (id: string, text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, id, text });
export const paragraph = (...text: readonly Inline[]): Block => ({ kind: 'text', text });
export const listed = (items: readonly Cell[]): Block => ({ kind: 'list', items });
export const tabled = (
  label: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  numbers?: readonly number[],
): Block => ({ kind: 'table', label, head, rows, ...(numbers ? { numbers } : {}) });
export const inlines = (cell: Cell): readonly Inline[] => (Array.isArray(cell) ? cell : [cell as Inline]);
