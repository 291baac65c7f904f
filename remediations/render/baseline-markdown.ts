import { type BaselineDocument, type Block, type Cell, contentsOf, inlines } from '../baseline/blocks';
import { oneLine } from '../findings/json';
import { codeMarkdown, plainMarkdown } from './markdown';

/** baseline.md */
export function baselineMarkdown({ title, blocks }: BaselineDocument): string {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const parts = [...blocks.slice(0, first).map(blockText), contents(blocks), ...blocks.slice(first).map(blockText)];
  return `# ${plainMarkdown(oneLine(title))}\n\n${parts.join('\n\n')}\n`;
}

/** GitHub and Azure DevOps make anchors of headings. */
const anchor = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');

function contents(blocks: readonly Block[]): string {
  const link = ({ text }: { readonly text: string }) => `[${plainMarkdown(text)}](#${anchor(text)})`;
  return contentsOf(blocks)
    .flatMap(({ heading, inside }) => [`- ${link(heading)}`, ...inside.map((each) => `  - ${link(each)}`)])
    .join('\n');
}

const cellText = (cell: Cell): string =>
  inlines(cell)
    .map((each) => (typeof each === 'string' ? plainMarkdown(oneLine(each)) : codeMarkdown(oneLine(each.code))))
    .join('');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plainMarkdown(oneLine(block.text))}`;
    case 'text':
      return cellText(block.text);
    case 'list':
      return block.items.map((item) => `- ${cellText(item)}`).join('\n');
    case 'table': {
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      const rule = block.head.map((_, i) => (block.numbers?.includes(i) ? '--:' : '---'));
      return [
        line(block.head.map(plainMarkdown)),
        line(rule),
        ...block.rows.map((row) => line(row.map(cellText))),
      ].join('\n');
    }
  }
}
