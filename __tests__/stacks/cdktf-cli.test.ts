import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { build } from 'esbuild';
import { offline } from '../constructs/terraform';
import { type Finished, withStandIn } from '../stand-in/run';

const root = join(__dirname, '..', '..');
const accountId =
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
  folder = mkdtempSync(join(tmpdir(), 'plumbline-cdktf-'));
  await build({
    entryPoints: [join(root, 'main.ts')],
    outfile: join(folder, 'main.cjs'),
    bundle: true,
    platform: 'node',
    logLevel: 'error',
  });
  const settings = JSON.parse(readFileSync(join(root, 'cdktf.json'), 'utf8')) as object;
  writeFileSync(join(folder, 'cdktf.json'), JSON.stringify({ ...settings, app: 'node main.cjs' }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}

offline('cdktf plan shows the remediation of a plan', async () => {
  await withStandIn({ seed: { [accountId]: live } }, async (env) => {
    const cdktf = join(root, 'node_modules', 'cdktf-cli', 'bundle', 'bin', 'cdktf');
    const { code, stdout, stderr } = await run(cdktf, ['plan', 'remediation', '--skip-provider-lock'], {
      ...env,
      CI: '1',
      CDKTF_HOME: folder,
      PLUMBLINE_PLAN: join(__dirname, 'plan.fixture.json'),
    });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const shown = stripVTControlCharacters(stdout);
    expect(shown).toContain('(azurerm_storage_account.logs) will be updated in-place');
    expect(shown).toMatch(/min_tls_version\s+= "TLS1_0" -> "TLS1_2"/);
    expect(shown).toContain('Plan: 1 to import, 1 to add, 1 to change, 0 to destroy.');
  });
});

test('a plan that is named and missing ends with its message, not with a stack trace', async () => {
  const env = { ...process.env, PLUMBLINE_PLAN: 'missing.json', CDKTF_OUTDIR: join(folder, 'out') };
  const { code, stderr } = await run(join(folder, 'main.cjs'), [], env);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^there is no plan at missing\.json: .*\n$/);
});
