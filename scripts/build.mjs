// Bundles the command and the CDKTF app. `--library` also emits the constructs and stacks as modules with types.
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { azure } from './azure-bundle.mjs';

const shared = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning', legalComments: 'none' };
const peers = ['cdktf', 'cdktf/*', 'constructs', '@cdktf/provider-azurerm', '@cdktf/provider-azurerm/*'];
const mainFields = ['module', 'main'];

/** Facts are parsed as JSON when somebody asks first: as code they would be compiled at every start. */
const factsAsText = {
  name: 'facts-as-text',
  setup({ onLoad }) {
    onLoad(
      { filter: /((controls[\\/](provider|guardrails)|remote-modules)[\\/]\w+|policy-writers)\.json$/ },
      ({ path }) => {
        const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
        return { contents: `module.exports = JSON.parse(${JSON.stringify(text)});`, loader: 'js' };
      },
    );
  },
};

await Promise.all([
  build({
    ...shared,
    mainFields,
    entryPoints: ['remediations/cli/main.ts'],
    outfile: 'dist/plumbline.js',
    // Names stay as they are written, for the stack of a crash. Shorter ones that have to be told apart again, as
    // `keepNames` does, cost time for each function that is made while the command runs.
    minifyWhitespace: true,
    minifySyntax: true,
    plugins: [factsAsText],
    banner: { js: '#!/usr/bin/env node' },
  }),
  // The SDK of Azure, which `plumbline scan` alone loads.
  build({ ...shared, ...azure, outfile: 'dist/azure.js' }),
  build({ ...shared, entryPoints: ['main.ts'], outfile: 'dist/main.js', external: peers }),
  build({ ...shared, entryPoints: ['__tests__/stand-in/cli.ts'], outfile: 'dist/stand-in.mjs', format: 'esm' }),
]);
chmodSync('dist/plumbline.js', 0o755);

if (process.argv.includes('--library')) {
  // Nothing that was renamed or taken away may be left in a package.
  rmSync('dist/lib', { recursive: true, force: true });
  const sources = ['constructs', 'stacks', 'controls'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name))
      .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`),
  );
  await build({
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    entryPoints: sources,
    outdir: 'dist/lib',
    outbase: '.',
    // Modules ask for the facts by their own name.
    loader: { '.json': 'copy' },
    logLevel: 'warning',
  });
  execFileSync('npx', ['tsc', '-p', 'tsconfig.library.json'], { stdio: 'inherit' });
}
