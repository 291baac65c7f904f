import { placed, spansLines, width } from './layout';

/** The inside of a block: attributes with the text of their value, and nested blocks. */
export type Content = readonly { readonly name: string; readonly value: string | Content }[];

/** How the text around is written. */
export interface Style {
  readonly indent: string;
  /** One level of indentation. */
  readonly unit: string;
  readonly lineEnding: string;
}

const REPEATING = new Set(['for_each', 'count']);

/** A block without a newline at its end; its first line is not indented. `header` is what stands before the brace. */
function renderBlock(header: string, content: Content, style: Style): string {
  if (content.length === 0) return `${header} {}`;
  const inner = { ...style, indent: style.indent + style.unit };
  return `${header} {${style.lineEnding}${renderContent(content, inner)}${style.lineEnding}${style.indent}}`;
}

/**
 * Attributes and nested blocks as `terraform fmt` leaves them: every line indented, blank lines around nested blocks, no
 * newline at the end. The name of a block may include labels.
 */
export function renderContent(content: Content, style: Style): string {
  const { indent, lineEnding } = style;
  const groups: string[] = [];
  let run: { name: string; value: string }[] = [];
  const endRun = () => {
    if (run.length > 0) groups.push(renderAttributes(run, style));
    run = [];
  };
  for (const { name, value } of content) {
    if (typeof value === 'string') {
      run.push({ name, value });
      // What repeats a block stands apart from what is in it.
      if (run.length === 1 && REPEATING.has(name)) endRun();
    } else {
      endRun();
      groups.push(indent + renderBlock(name, value, style));
    }
  }
  endRun();
  return groups.join(lineEnding + lineEnding);
}

/** Lines of attributes with their `=` in one column; a value of several lines starts a new column. */
function renderAttributes(run: readonly { name: string; value: string }[], { indent, lineEnding }: Style): string {
  const lines: string[] = [];
  let column: { name: string; value: string }[] = [];
  const endColumn = () => {
    const widest = Math.max(0, ...column.map(({ name }) => width(name)));
    for (const { name, value } of column) {
      lines.push(`${indent}${name}${' '.repeat(widest - width(name))} = ${value}`);
    }
    column = [];
  };
  for (const { name, value } of run) {
    const text = placed(value, indent, lineEnding);
    if (!spansLines(text, 0, text.length) || text.startsWith('<<')) {
      column.push({ name, value: text });
      continue;
    }
    endColumn();
    lines.push(`${indent}${name} = ${text}`);
  }
  endColumn();
  return lines.join(lineEnding);
}
