// A temporary folder with one configuration, Terraform and a stand-in, for tests.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Values } from './msgpack';
import { type Finished, type StandInOptions, terraform, withStandIn } from './run';

const provider = `
terraform {
  required_providers {
    azurerm = { source = "hashicorp/azurerm" }
  }
}

provider "azurerm" {
  features {
    key_vault { purge_soft_delete_on_destroy = false }
  }
}
`;

/** One resource of Terraform's plan JSON, as far as the tests read it. */
export interface Change {
  readonly address: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Values;
    readonly after: Values;
    readonly importing?: { readonly id: string };
    readonly replace_paths?: readonly unknown[];
  };
}

/** A folder with one configuration, and Terraform in it. */
export interface Workspace {
  write(configuration: string): void;
  run(...args: string[]): Promise<Finished>;
  /** Plans and reads the plan back. `code` is 2 when there are changes. */
  plan(): Promise<Finished & { changes: readonly Change[] }>;
}

/** Makes the folder, starts a stand-in for it, and removes both. */
export async function inWorkspace(
  options: StandInOptions,
  use: (workspace: Workspace) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-test-'));
  try {
    await withStandIn(options, (env) => {
      const run = (...args: string[]) => terraform(folder, [...args, '-no-color'], env);
      return use({
        write: (configuration) => writeFileSync(join(folder, 'main.tf'), provider + configuration),
        run,
        plan: async () => {
          const planned = await run('plan', '-out=tfplan', '-detailed-exitcode', '-input=false');
          if (planned.code === 1) return { ...planned, changes: [] };
          const shown = JSON.parse((await run('show', '-json', 'tfplan')).stdout) as { resource_changes?: Change[] };
          return { ...planned, changes: shown.resource_changes ?? [] };
        },
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names whose values differ between before and after. */
export function changed({ change }: Change): string[] {
  const names = Object.keys({ ...change.before, ...change.after });
  return names.filter((name) => JSON.stringify(change.before[name]) !== JSON.stringify(change.after[name]));
}
