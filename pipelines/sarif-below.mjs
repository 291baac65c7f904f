// Paths of a SARIF file from the root of the repository: plumbline writes them from the code folder, GitHub wants them from there.
// node sarif-below.mjs FILE FOLDER, run at the root of the repository.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';

const [file, code] = process.argv.slice(2);
const folder = relative('.', statSync(code).isDirectory() ? code : dirname(code)).replaceAll('\\', '/');
const prefix = folder ? `${folder.split('/').map(encodeURIComponent).join('/')}/` : '';
const log = JSON.parse(readFileSync(file, 'utf8'));
for (const { results } of log.runs)
  for (const { locations = [] } of results)
    for (const { physicalLocation } of locations)
      if (physicalLocation) physicalLocation.artifactLocation.uri = prefix + physicalLocation.artifactLocation.uri;
writeFileSync(file, JSON.stringify(log, null, 2));
