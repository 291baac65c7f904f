// Terraform with the stand-in on what a stack writes.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformStack } from 'cdktf';
import { needsTerraform } from '../stand-in/needs-terraform';
import { type StandInOptions, terraform, withStandIn } from '../stand-in/run';
import type { Change } from '../stand-in/workspace';
import { synthesized } from './synth';

export const offline = needsTerraform('tests that plan a stack');

export interface Folder {
  write(stack: TerraformStack): void;
  writeText(name: string, text: string): void;
  apply(): Promise<void>;
  /** `shown`: what terraform show -json prints of it. */
  plan(): Promise<{ changes: readonly Change[]; stdout: string; shown: object }>;
}

/** A folder that holds one stack at a time, and Terraform in it; a failing command fails the test with its words. */
export async function inFolder(options: StandInOptions, use: (folder: Folder) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-stack-'));
  try {
    await withStandIn(options, async (env) => {
      const run = async (...args: string[]) => {
        const { code, stdout, stderr } = await terraform(folder, [...args, '-no-color'], env);
        if (code === 1) throw new Error(stdout + stderr);
        return stdout;
      };
      await use({
        write(stack) {
          const json = synthesized(stack) as { terraform?: { backend?: unknown } };
          // The state stays in this folder.
          delete json.terraform?.backend;
          writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(json));
        },
        writeText: (name, text) => writeFileSync(join(folder, name), text),
        apply: async () => void (await run('apply', '-auto-approve', '-input=false')),
        async plan() {
          const stdout = await run('plan', '-out=tfplan', '-input=false');
          const shown = JSON.parse(await run('show', '-json', 'tfplan')) as { resource_changes?: Change[] };
          return { stdout, shown, changes: shown.resource_changes ?? [] };
        },
      });
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
