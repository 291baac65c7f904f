// npm run plan:remediation, in a folder of its own, with the stand-in in the place of the providers.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { offline } from '../constructs/terraform';
import { type Finished, withStandIn } from '../stand-in/run';

const root = join(__dirname, '../..');
const ACCOUNT =
  '/subscriptions/00000000-0000-0000-0000-00000000000A/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/logs';
const live = {
  name: 'logs',
  resource_group_name: 'rg',
  location: 'westeurope',
  account_tier: 'Standard',
  account_replication_type: 'LRS',
  min_tls_version: 'TLS1_0',
};

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-plans-'));
  const all = {
    bundle: true,
    platform: 'node',
    logLevel: 'error',
    mainFields: ['module', 'main'],
  } satisfies BuildOptions;
  await build({ ...all, entryPoints: [join(root, 'main.ts')], outfile: join(folder, 'dist/main.js') });
  await build({
    ...all,
    entryPoints: [join(root, 'remediations/cli/main.ts')],
    outfile: join(folder, 'dist/plumbline.js'),
  });
  const { changes } = JSON.parse(readFileSync(join(__dirname, 'plan.fixture.json'), 'utf8')) as {
    changes: { overlay?: object }[];
  };
  const ledger = changes.filter(({ overlay }) => overlay);
  writeFileSync(join(folder, 'plan.json'), JSON.stringify({ schema: 'azure-plumbline/plan-1', changes: [], ledger }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const script = join(root, 'scripts/plan-remediation.mjs');
    const child = spawn(process.execPath, [script, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

offline('every stack is planned and proven, and nothing is applied', async () => {
  await withStandIn({ seed: { [ACCOUNT]: live } }, async (env) => {
    const { code, stdout, stderr } = await run(['plan.json'], env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('Proven. 2 of 2 wanted changes are in Terraform’s plan.');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe(
      'remediation  proven      1 to import, 1 to add, 1 to change, 0 to destroy',
    );
    expect(existsSync(join(folder, 'terraform.remediation.tfstate'))).toBe(false);
  });
});

offline('a stack that Terraform cannot plan fails the run', async () => {
  await withStandIn({}, async (env) => {
    const { code, stdout } = await run(['plan.json'], env);
    expect(code).toBe(2);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('remediation  FAILED      terraform plan failed');
  });
});

test('without a plan it says how to make one', async () => {
  const { code, stderr } = await run(['missing.json'], process.env);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^missing\.json: no such file\nMake it with plumbline plan --live/);
});
