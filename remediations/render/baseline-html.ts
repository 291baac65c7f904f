import { type BaselineDocument, type Block, type Cell, contentsOf, inlines } from '../baseline/blocks';
import { htmlPage, scrolling, text, wholeText } from './page';

/** On a phone the rows of wide tables become cards, each cell with the name of its column. */
const STYLE = `
nav ul{columns:16rem;padding-left:1.2rem}nav ul ul{columns:auto}nav li{break-inside:avoid}td.number,th.number{text-align:right}table.words td{min-width:5rem}
h2,h3{scroll-margin-top:1rem}h2{border-top:1px solid var(--line);padding-top:1rem}
@media screen and (max-width:40rem){body{padding:1rem}table.wide,.wide tbody,.wide tr,.wide th,.wide td{display:block}.wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.wide tr{border:1px solid var(--line);border-radius:.4rem;margin:.5rem 0;padding:.3rem .6rem}.wide th,.wide td{border:0;padding:.15rem 0}.wide th.number,.wide td.number{text-align:left}.wide td:empty{display:none}.wide td[data-name]::before{content:attr(data-name);display:block;color:var(--quiet);font-size:.85rem}}
@media print{nav{display:none}h2,h3{break-after:avoid}tr{break-inside:avoid}.scroll{overflow:visible}th,td{padding:.2rem .3rem;font-size:.75rem}table.words td{min-width:3.5rem;overflow-wrap:anywhere}}
`;
/** Columns that a phone has room for beside each other. */
const NARROW = 3;

/** baseline.html, piece by piece. */
export function baselineHtml({ title, blocks }: BaselineDocument): Generator<string> {
  return htmlPage({ title, style: STYLE, body: bodyOf(title, blocks) });
}

function* bodyOf(title: string, blocks: readonly Block[]): Generator<string> {
  yield `<h1>${text(title)}</h1>\n`;
  let isNavigated = false;
  for (const block of blocks) {
    if (!isNavigated && block.kind === 'heading') {
      isNavigated = true;
      yield navigation(blocks);
    }
    yield `${blockHtml(block)}\n`;
  }
}

function navigation(blocks: readonly Block[]): string {
  const link = ({ id, text: name }: { id: string; text: string }) => `<a href="#${text(id)}">${text(name)}</a>`;
  const items = contentsOf(blocks).map(
    ({ heading, inside }) =>
      `<li>${link(heading)}${inside.length ? `<ul>${inside.map((each) => `<li>${link(each)}</li>`).join('')}</ul>` : ''}</li>`,
  );
  return `<nav aria-label="Contents"><ul>${items.join('')}</ul></nav>\n`;
}

const cellHtml = (cell: Cell): string =>
  inlines(cell)
    .map((each) => (typeof each === 'string' ? wholeText(each) : `<code>${wholeText(each.code)}</code>`))
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
      const isWide = block.head.length > NARROW;
      const mark = (i: number) => (block.numbers?.includes(i) ? ' class="number"' : '');
      const named = (i: number) => (isWide ? ` data-name="${text(block.head[i])}"` : '');
      const head = block.head.map((name, i) => `<th scope="col"${mark(i)}>${text(name)}</th>`).join('');
      const rows = block.rows.map(
        ([first, ...more]) =>
          `<tr><th scope="row">${cellHtml(first)}</th>${more.map((cell, i) => `<td${mark(i + 1)}${named(i + 1)}>${cellHtml(cell)}</td>`).join('')}</tr>`,
      );
      return scrolling(
        block.label,
        `<table class="words${isWide ? ' wide' : ''}"><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`,
      );
    }
  }
}
