// The least that any planner must do: read the same files, parse the same report.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
let bytes = 0;
for (const entry of readdirSync(join(folder, 'code'), { recursive: true, withFileTypes: true }))
  if (entry.isFile()) bytes += readFileSync(join(entry.parentPath ?? entry.path, entry.name)).length;
const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
console.log(bytes, report.results.failed_checks.length);
