// Small pieces of Markdown.
export const code = (text) => `\`${text}\``;
const cell = (text) => String(text).replaceAll('|', '\\|');
export const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
