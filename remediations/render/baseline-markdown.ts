import { type BaselineDocument, type Block, type Cell, inlines } from '../baseline/blocks';
import { codeMarkdown, plainMarkdown } from './markdown';

/** baseline.md */
export const baselineMarkdown = ({ title, blocks }: BaselineDocument): string =>
  `# ${plainMarkdown(title)}\n\n${blocks.map(blockText).join('\n\n')}\n`;

const cellText = (cell: Cell): string =>
  inlines(cell)
    .map((each) => (typeof each === 'string' ? plainMarkdown(each) : codeMarkdown(each.code)))
    .join('');

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${plainMarkdown(block.text)}`;
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
