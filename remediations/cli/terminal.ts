import { createColors, isColorSupported } from 'picocolors';

/** Colours only where a person looks: not in a pipe, not with NO_COLOR. */
export const colors = createColors(isColorSupported && Boolean(process.stdout.isTTY));

/** A table with columns as wide as their content; the last one takes what is left of the line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === cells.length - 1 ? cell : cell.padEnd(widths[i])))
      .join('  ')
      .trimEnd();
  return [colors.dim(line(head)), ...rows.map(line)].join('\n');
}

/** Says what is going on, on a terminal only; the line is taken away again. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}

export const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

export { plural } from '../plural';
