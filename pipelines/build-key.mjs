// Prints what the bundled command is made from, as one number: the key of a cache. Nothing has to be installed for it.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const below = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
const files = [
  ...['package.json', 'package-lock.json'].map((name) => join(root, name)),
  ...['controls', 'remediations', 'scripts'].flatMap(below).sort(),
];
const hash = createHash('sha256');
for (const file of files) {
  const bytes = readFileSync(file);
  hash.update(`${file.slice(root.length)} ${bytes.length}\n`).update(bytes);
}
console.log(hash.digest('hex').slice(0, 32));
