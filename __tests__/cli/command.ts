// The bundled command, as it is published, run in a folder of its own.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const { azure } = require('../../scripts/azure-bundle.mjs') as { readonly azure: BuildOptions };

let bundle: string;
let folder: string;

/** Bundles once for all tests of a file, and gives each test an empty folder. `withAzure` for what reads Azure. */
export function useCommand({ withAzure = false } = {}): void {
  beforeAll(() => {
    const made = mkdtempSync(join(tmpdir(), 'command-'));
    bundle = join(made, 'plumbline.js');
    buildSync({
      bundle: true,
      platform: 'node',
      target: 'node20',
      logLevel: 'error',
      mainFields: ['module', 'main'],
      entryPoints: [join(__dirname, '../../remediations/cli/main.ts')],
      outfile: bundle,
    });
    if (withAzure) buildSync({ ...azure, absWorkingDir: join(__dirname, '../..'), outfile: join(made, 'azure.js') });
  });
  afterAll(() => rmSync(dirname(bundle), { recursive: true, force: true }));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
}

export interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function plumbline(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

export interface Running {
  readonly ended: Promise<Run>;
  kill(): void;
}

/** The command while this process goes on, as a server for it has to. */
export function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running {
  const child = spawn(process.execPath, [bundle, ...args], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return {
    ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err }))),
    kill: () => child.kill('SIGKILL'),
  };
}

/** A line for a shell, with `plumbline` in it. */
export function shell(line: string, environment: Readonly<Record<string, string>> = {}): Run {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['-o', 'pipefail', '-c', line.replaceAll('plumbline', `"${process.execPath}" "${bundle}"`)],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, ...environment } },
  );
  return { code: status, out: stdout, err: stderr };
}

/** The file of the bundled command, for who runs it by a script. */
export const bundled = (): string => bundle;

export const pathOf = (name: string): string => join(folder, name);
export const exists = (name: string): boolean => existsSync(pathOf(name));
export const readText = (name: string): string => readFileSync(pathOf(name), 'utf8');

export function write(name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(pathOf(name)), { recursive: true });
  writeFileSync(pathOf(name), content);
  return name;
}

/** Every file and folder, links as they are. */
export const everything = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.git/'))
    .sort();

/** A Checkov report of failed checks: rule, address, file. */
export const checkov = (...failed: readonly (readonly [rule: string, address: string, file: string])[]): string =>
  JSON.stringify({
    check_type: 'terraform',
    results: {
      passed_checks: [],
      failed_checks: failed.map(([check_id, resource, file]) => ({
        check_id,
        check_name: check_id,
        check_result: { result: 'FAILED' },
        file_path: file,
        file_line_range: [1, 7],
        resource,
      })),
      skipped_checks: [],
      parsing_errors: [],
    },
    summary: { passed: 0, failed: failed.length, skipped: 0, parsing_errors: 0, checkov_version: '3.2.0' },
  });
