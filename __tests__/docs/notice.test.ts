// NOTICE names every package that the published command is made of.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const { azure } = require('../../scripts/azure-bundle.mjs') as { readonly azure: BuildOptions };
const root = join(__dirname, '..', '..');
const notice = readFileSync(join(root, 'NOTICE'), 'utf8');

/** Name and version of each package that a bundle holds code of. */
function packagesIn(entry: string): string[] {
  const { metafile } = buildSync({
    ...azure,
    entryPoints: [entry],
    absWorkingDir: root,
    outdir: '.',
    write: false,
    metafile: true,
  }) as { metafile: { outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }> } };
  const folders = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []);
  return [...new Set(folders)].map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return `${name} ${version}`;
  });
}

test.each(['remediations/cli/main.ts', 'remediations/azure/index.ts'])('of %s', (entry) => {
  const packages = packagesIn(entry);
  expect(packages.length).toBeGreaterThan(4);
  const lines = notice.split('\n').map((line) => line.replace(/ \(.*\)$/, ''));
  expect(packages.filter((each) => !lines.includes(each))).toEqual([]);
});
