// Small apps for tests, and their JSON without writing it anywhere.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, TerraformStack } from 'cdktf';
import { invokeAspects } from 'cdktf/lib/synthesize/synthesizer';
import { azurerm } from '../../stacks/provider';

export type Json = Record<string, unknown>;
export interface Synthesized {
  readonly resource: Record<string, Record<string, Json>>;
  readonly [block: string]: unknown;
}

/** What the stack would write; `Testing.synth` is quadratic in the number of resources. */
export function synthesized(stack: TerraformStack): Synthesized {
  stack.prepareStack();
  invokeAspects(stack);
  // The state of the default backend stands in the present folder, which is another one on every machine.
  return JSON.parse(JSON.stringify(stack.toTerraform()).replaceAll(`${process.cwd()}/`, '')) as Synthesized;
}

const outdir = mkdtempSync(join(tmpdir(), 'plumbline-synth-'));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

export const newApp = (): App => new App({ outdir });

/** A stack with a provider. */
export function newStack(app: App, id = 'test'): TerraformStack {
  const stack = new TerraformStack(app, id);
  azurerm(stack);
  return stack;
}

/** The message that fails the synth, '' when it succeeds. */
export function synthError(app: App): string {
  try {
    app.synth();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

export const place = { location: 'westeurope', resourceGroupName: 'rg' };
export const account = { ...place, name: 'logs', accountTier: 'Standard', accountReplicationType: 'LRS' };
export const vault = { ...place, name: 'kv', tenantId: '00000000-0000-0000-0000-000000000000', skuName: 'standard' };
export const key = {
  name: 'key',
  keyType: 'RSA',
  keySize: 3072,
  keyOpts: ['wrapKey', 'unwrapKey'],
  keyVaultId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv',
};
