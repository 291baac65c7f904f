// Small pieces of Markdown.
export const code = (text) => `\`${text}\``;
const cell = (text) => String(text).replaceAll('|', '\\|');
export const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;

/** Replaces what stands between the two comments that name a part. */
export function between(text, name, content) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`].map((mark) => text.indexOf(mark));
  if (start < 0 || end < start) throw new Error(`there is no part called ${name}`);
  return `${text.slice(0, start)}<!-- ${name} -->\n\n${content}\n\n${text.slice(end)}`;
}
