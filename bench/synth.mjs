// What hardening costs: building and synthesizing accounts, and loading the construct, against the provider's class.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
// Inside the repository, so that cdktf and the provider are found: one copy for both sides.
const library = join(repository, 'dist', 'bench');
const scratch = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'plumbline-synth-bench-'));
const modules = ['constructs', 'controls'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)),
);
rmSync(library, { recursive: true, force: true });
await build({
  entryPoints: modules,
  outdir: library,
  outbase: repository,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  loader: { '.json': 'copy' },
  logLevel: 'error',
});

const hardened = join(library, 'constructs', 'storage-account.js');
const provider = createRequire(import.meta.url).resolve('@cdktf/provider-azurerm/lib/storage-account');
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

/** A process that makes 1,000 accounts and prints what that took. Traces are off: they would hide the difference. */
const worker = `
const require = (await import('node:module')).createRequire(${JSON.stringify(join(repository, 'package.json'))});
require('./scripts/no-stack-traces.cjs');
const { App, TerraformStack } = require('cdktf');
const { invokeAspects } = require('cdktf/lib/synthesize/synthesizer');
const { AzurermProvider } = require('@cdktf/provider-azurerm/lib/provider');
const [kind, given, count] = [process.argv[2], JSON.parse(process.argv[3]), Number(process.argv[4])];
const { StorageAccount } = require(kind === 'hardened' ? ${JSON.stringify(hardened)} : ${JSON.stringify(provider)});
const run = (accounts) => {
  const app = new App({ outdir: ${JSON.stringify(join(scratch, 'cdktf.out'))} });
  const stack = new TerraformStack(app, 'bench');
  new AzurermProvider(stack, 'azurerm', { features: [{}] });
  for (let i = 0; i < accounts; i++) new StorageAccount(stack, 'account' + i, { ...structuredClone(given), name: 'st' + i });
  stack.prepareStack();
  invokeAspects(stack);
  return JSON.stringify(stack.toTerraform());
};
run(100); // compiled before it is timed
const start = process.cpuUsage();
const json = run(count);
const { user, system } = process.cpuUsage(start);
const accounts = Object.values(JSON.parse(json).resource.azurerm_storage_account);
const { '//': _, name, ...last } = accounts.at(-1);
console.log(JSON.stringify({ microseconds: user + system, accounts: accounts.length, last }));
`;
const file = join(scratch, 'synth-worker.mjs');
writeFileSync(file, worker);

const required = {
  location: 'westeurope',
  resourceGroupName: 'rg',
  accountTier: 'Standard',
  accountReplicationType: 'LRS',
};
const synth = (kind, config, count) =>
  JSON.parse(execFileSync(process.execPath, [file, kind, JSON.stringify(config), String(count)], { encoding: 'utf8' }));

// The plain accounts say everything that the hardened ones are filled in with, so both write the same.
const camel = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const inConfig = (value) => {
  if (Array.isArray(value)) return value.map(inConfig);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [camel(name), inConfig(inner)]));
};
const { last } = synth('hardened', required, 1);
const written = inConfig(last);
if (JSON.stringify(synth('plain', written, 1).last) !== JSON.stringify(last))
  throw new Error('the plain account is not what the hardened one is');

const ROUNDS = 7;
const times = { hardened: [], plain: [] };
const loads = { hardened: [], plain: [] };
for (let round = 0; round < ROUNDS; round++)
  for (const [kind, config, path] of [
    ['hardened', required, hardened],
    ['plain', written, provider],
  ]) {
    times[kind].push(synth(kind, config, 1000).microseconds);
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, ['-e', `require(${JSON.stringify(path)})`]);
    if (status !== 0) throw new Error(`cannot load ${path}`);
    loads[kind].push(Number(process.hrtime.bigint() - start));
  }
rmSync(library, { recursive: true, force: true });
if (!process.argv[2]) rmSync(scratch, { recursive: true, force: true });

const ratio = ({ hardened, plain }) => median(hardened) / median(plain);
console.log(
  JSON.stringify([
    { what: 'synth, 1,000 hardened accounts / plain ones that say the same', value: ratio(times), most: 1.3 },
    { what: "start: import the hardened account / the provider's", value: ratio(loads), most: 1.3 },
  ]),
);
