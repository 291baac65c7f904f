import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Fixture {
  readonly name: string;
  readonly text: string;
}

const FOLDER = join(__dirname, 'fixtures');

/** Our own files, and each of them once more with Windows line endings. */
export function fixtures(): Fixture[] {
  const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
  return files.flatMap((file) => [file, { name: `${file.name} (CRLF)`, text: file.text.replace(/\r?\n/g, '\r\n') }]);
}

/** All Terraform files below a folder. */
export function* filesBelow(folder: string): Generator<Fixture> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(tf|tfvars)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    yield { name: path, text: readFileSync(path, 'utf8') };
  }
}
