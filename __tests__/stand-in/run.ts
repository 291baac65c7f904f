// Runs Terraform against the stand-in: offline, without credentials, without a provider on disk.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StandInOptions, standIn } from './provider';
import { serve } from './server';

export type { StandInOptions } from './provider';

const PROVIDERS = [
  { name: 'azurerm', source: 'registry.terraform.io/hashicorp/azurerm' },
  { name: 'azuread', source: 'registry.terraform.io/hashicorp/azuread' },
  { name: 'azapi', source: 'registry.terraform.io/azure/azapi' },
] as const;

/**
 * Starts a stand-in, runs, and stops it.
 * @param run gets the environment for Terraform: the present one, the stand-in, no other configuration, no telemetry
 */
export async function withStandIn<T>(options: StandInOptions, run: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-config-'));
  const configuration = join(folder, 'terraform.rc');
  writeFileSync(configuration, '');
  const servers = await Promise.all(PROVIDERS.map(({ name }) => serve(standIn(options, name))));
  const addresses = Object.fromEntries(PROVIDERS.map(({ source }, i) => [source, servers[i].address]));
  try {
    return await run({
      ...process.env,
      TF_REATTACH_PROVIDERS: JSON.stringify(addresses),
      TF_CLI_CONFIG_FILE: configuration,
      TF_IN_AUTOMATION: '1',
      CHECKPOINT_DISABLE: '1',
    });
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Finished {
  /** Exit code; `terraform plan -detailed-exitcode` gives 2 when there are changes. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `terraform <args>` in a folder. The stand-in lives in this process, so this must not block. */
export function terraform(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn('terraform', args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}

/** Whether the tests that need Terraform can run. */
export function terraformOnPath(): boolean {
  return (
    spawnSync('terraform', ['version'], { stdio: 'ignore', env: { ...process.env, CHECKPOINT_DISABLE: '1' } })
      .status === 0
  );
}
