import { renameSync, writeFileSync } from 'node:fs';

/** One file, in one step: what is cut off half-way would be lost. */
export function writeWhole(file: string, text: string): void {
  const made = `${file}.new`;
  writeFileSync(made, text);
  renameSync(made, file);
}
