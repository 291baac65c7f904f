// docs/plumbline.schema.json: what may stand in plumbline.yaml, from the questions that the controls ask.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const target = join(dirname(fileURLToPath(import.meta.url)), '../docs/plumbline.schema.json');

/** Writes the schema, or compares it. @returns the exit code */
export function generateSchema({ profileSchema }, check) {
  const text = `${JSON.stringify(profileSchema(), null, 2)}\n`;
  if (!check) {
    writeFileSync(target, text);
    return 0;
  }
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return 0;
  console.error('docs/plumbline.schema.json differs from its source: npm run generate');
  return 1;
}
