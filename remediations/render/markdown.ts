/**
 * Reports are not ours: nothing in them may become markup. GitHub and Azure DevOps look for people and issues in what Markdown
 * leaves, so a backslash does not keep `@somebody` from being told; a blank of no width does.
 */
export const plainMarkdown = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char]!)
    .replace(/[\\`*_[\]|#!]/g, '\\$&')
    .replace(/@|[#!](?=\d)|\bGH-(?=\d)/gi, '$&&#8203;');

/** As code, whatever the text: the fence is longer than any in it. */
export function codeMarkdown(text: string): string {
  const line = text.replace(/[\r\n]+/g, ' ').replaceAll('|', '\\|');
  const runs = line.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const blank = /^`|`$/.test(line) ? ' ' : '';
  return fence + blank + line + blank + fence;
}
