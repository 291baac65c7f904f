import { type BaselineDocument, type Block, type Cell, inlines } from '../baseline/blocks';
import { htmlPage, scrolling, text } from './page';

const STYLE = `
nav ul{columns:16rem;padding-left:1.2rem}td.number,th.number{text-align:right}table.words td{min-width:5rem}
h2{scroll-margin-top:1rem;border-top:1px solid var(--line);padding-top:1rem}@media print{nav{display:none}h2{break-after:avoid}}
`;

/** baseline.html, piece by piece. */
export function baselineHtml({ title, blocks }: BaselineDocument): Generator<string> {
  return htmlPage({ title, style: STYLE, body: bodyOf(title, blocks) });
}

function* bodyOf(title: string, blocks: readonly Block[]): Generator<string> {
  yield `<h1>${text(title)}</h1>\n`;
  const sections = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 2 ? [block] : []));
  let isNavigated = false;
  for (const block of blocks) {
    if (!isNavigated && block.kind === 'heading') {
      isNavigated = true;
      yield `<nav aria-label="Contents"><ul>${sections.map((each) => `<li><a href="#${text(each.id)}">${text(each.text)}</a></li>`).join('')}</ul></nav>\n`;
    }
    yield `${blockHtml(block)}\n`;
  }
}

const cellHtml = (cell: Cell): string =>
  inlines(cell)
    .map((each) => (typeof each === 'string' ? text(each) : `<code>${text(each.code)}</code>`))
    .join('');

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${text(block.id)}">${text(block.text)}</h${block.level}>`;
    case 'text':
      return `<p>${cellHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${cellHtml(item)}</li>`).join('')}</ul>`;
    case 'table': {
      const mark = (i: number) => (block.numbers?.includes(i) ? ' class="number"' : '');
      const head = block.head.map((name, i) => `<th scope="col"${mark(i)}>${text(name)}</th>`).join('');
      const rows = block.rows.map(
        ([first, ...more]) =>
          `<tr><th scope="row">${cellHtml(first)}</th>${more.map((cell, i) => `<td${mark(i + 1)}>${cellHtml(cell)}</td>`).join('')}</tr>`,
      );
      return scrolling(
        block.label,
        `<table class="words"><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
      );
    }
  }
}
