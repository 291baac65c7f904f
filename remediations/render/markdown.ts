/** Reports are not ours: nothing in them may become markup. */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char]!)
    .replace(/[\\`*_[\]|#@!]/g, '\\$&');

export const codeMarkdown = (text: string): string => {
  const line = text.replace(/[\r\n]+/g, ' ').replaceAll('|', '\\|');
  const fence = line.includes('`') ? '``' : '`';
  return `${fence}${line}${fence}`;
};
