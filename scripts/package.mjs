// The package as users get it: packed, put into an empty project beside its peers. The examples of README.md and every
// entry point are type-checked in it; the first example is synthesized, enforced and judged by the command.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(repository, 'node_modules');
const project = mkdtempSync(join(tmpdir(), 'plumbline-package-'));
const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });

/** Nothing that a user has no use for. */
const UNWANTED = /__tests__|\.map$|\.test\.|^scripts\/|^bench\/|^examples\/|\.tsbuildinfo$/;
const PRELUDE = `
import { AzurermProvider } from '@cdktf/provider-azurerm/lib/provider';
import { App, TerraformStack } from 'cdktf';
const app = new App();
const stack = new TerraformStack(app, 'shop');
new AzurermProvider(stack, 'azurerm', { features: [{}] });
const [resourceGroupName, location] = ['rg-shop', 'westeurope'];
const [keyVaultId, logAnalyticsWorkspaceId, privateEndpointSubnetId] = ['/vault', '/workspace', '/subnet'];
`;

/** The first is the whole of an app, the others are parts of one. */
function readmeExamples() {
  const readme = readFileSync(join(repository, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, block]) => block);
  if (!blocks[0]?.includes("from 'azure-plumbline'")) throw new Error('README.md has no example of azure-plumbline');
  return blocks;
}

try {
  const [{ filename, files, size, unpackedSize }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', project], repository).replace(/^[^[{]*(?=\[)/, ''),
  );
  const unwanted = files.map(({ path }) => path).filter((path) => UNWANTED.test(path));
  if (unwanted.length) throw new Error(`the package holds what nobody needs: ${unwanted.join(', ')}`);
  const own = join(project, 'node_modules', 'azure-plumbline');
  mkdirSync(own, { recursive: true });
  run('tar', ['-xzf', join(project, filename), '-C', own, '--strip-components', '1']);
  for (const peer of ['@cdktf', '@types', 'cdktf', 'constructs'])
    symlinkSync(join(modules, peer), join(project, 'node_modules', peer));
  const [first, ...others] = readmeExamples();
  writeFileSync(join(project, 'app.ts'), `${PRELUDE}${first}\napp.synth();\n`);
  for (const [i, example] of others.entries()) writeFileSync(join(project, `part${i}.ts`), `${PRELUDE}${example}`);
  const entries = files
    .map(({ path }) => /^dist\/lib\/((?:constructs|stacks)\/.+)\.d\.ts$/.exec(path)?.[1])
    .filter(Boolean);
  writeFileSync(
    join(project, 'all.ts'),
    entries.map((path, i) => `export * as entry${i} from 'azure-plumbline/${path}';\n`).join(''),
  );
  const compilerOptions = {
    target: 'ES2022',
    module: 'CommonJS',
    moduleResolution: 'node10',
    strict: true,
    skipLibCheck: true,
    // The peers are links: their own imports are looked up from here.
    preserveSymlinks: true,
    types: ['node'],
  };
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  run(process.execPath, [join(modules, 'typescript/bin/tsc'), '-p', '.']);
  run(process.execPath, ['--preserve-symlinks', 'app.js']);
  const json = join('cdktf.out', 'stacks', 'shop', 'cdk.tf.json');
  const judged = run(process.execPath, [join(own, 'dist/plumbline.js'), 'check', json])
    .trimEnd()
    .split('\n')
    .pop();
  if (!files.some(({ path }) => path === 'dist/azure.js')) throw new Error('the package lacks dist/azure.js');
  // Without a client to sign in as, the SDK is loaded and no request is sent.
  const scan = ['scan', '--subscription', '00000000-0000-0000-0000-000000000000', '--sign-in', 'service-principal'];
  const { AZURE_CLIENT_ID: _, ...env } = process.env;
  const refused = spawnSync(process.execPath, [join(own, 'dist/plumbline.js'), ...scan], { cwd: project, env });
  if (!String(refused.stderr).includes('AZURE_CLIENT_ID'))
    throw new Error(`plumbline scan does not load the SDK of Azure: ${refused.stderr}`);
  console.log(
    `${files.length} files, ${Math.round(size / 1024)} KiB packed, ${Math.round(unpackedSize / 1024)} KiB unpacked`,
  );
  console.log(`${entries.length} entry points and ${others.length + 1} examples of README.md type-check.`);
  console.log(`The first example synthesizes and is enforced. ${judged}`);
} catch (error) {
  console.error([error.message, error.stdout, error.stderr].filter(Boolean).join('\n'));
  process.exitCode = 1;
} finally {
  rmSync(project, { recursive: true, force: true });
}
