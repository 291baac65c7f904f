// Checkov, the scanner that judges our fixes: found on PATH, else installed into .venv/checkov.
//
//   node scripts/checkov.mjs folder [framework] > report.json
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What is installed when there is no Checkov on PATH. Pinned: another version may judge the same code otherwise. */
export const pinned = '3.3.30';

const environment = join(dirname(fileURLToPath(import.meta.url)), '..', '.venv', 'checkov');
const python =
  process.platform === 'win32' ? join(environment, 'Scripts', 'python.exe') : join(environment, 'bin', 'python');

// No account, no download of rules, no look for updates: only the rules that ship with the package.
const { BC_API_KEY, PRISMA_API_URL, ...inherited } = process.env;
const env = { ...inherited, CKV_SKIP_PACKAGE_UPDATE_CHECK: 'true', PYTHONIOENCODING: 'utf-8', LOG_LEVEL: 'ERROR' };

/** The version that `command` prints, undefined when it cannot be started. */
function version(command) {
  const { status, stdout } = spawnSync(command[0], [...command.slice(1), '--version'], {
    encoding: 'utf8',
    env,
    timeout: 120_000,
  });
  return status === 0 ? /^\d+\.\d+\.\d+\S*/m.exec(stdout)?.[0] : undefined;
}

/** Runs a command to its end; throws with the last lines it printed. */
function run(what, command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  if (status === 0) return;
  const said = error?.message ?? `${stdout}\n${stderr}`.trim().split('\n').slice(-5).join('\n');
  throw new Error(`${what} failed: ${command} ${args.join(' ')}\n${said}`);
}

let found;

/**
 * The Checkov to use, looked for once per process: `checkov` on PATH, else `.venv/checkov` in this repository, which is
 * made when it is missing (Python 3.9 to 3.12 and PyPI, about a minute).
 *
 * @returns {Promise<{ command: string[], version: string }>} `command` is what to start, arguments follow it.
 * @throws {Error} when there is neither Checkov nor Python, or the installation fails.
 */
export async function findCheckov() {
  found ??= locate();
  return found;
}

function locate() {
  const onPath = version(['checkov']);
  if (onPath) return { command: ['checkov'], version: onPath };

  const command = [python, '-m', 'checkov.main'];
  const installed = existsSync(python) ? version(command) : undefined;
  if (installed === pinned) return { command, version: installed };

  const interpreter = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!interpreter) {
    throw new Error(
      'Checkov is not on PATH and cannot be installed: there is no python3. Install Python 3.9 to 3.12, or Checkov.',
    );
  }
  if (!existsSync(python)) run('Making a Python environment', interpreter, ['-m', 'venv', environment]);
  run('Installing Checkov', python, [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    `checkov==${pinned}`,
  ]);

  const now = version(command);
  if (!now)
    throw new Error(
      `Checkov ${pinned} is installed in ${environment} but does not start. Delete that folder and try again.`,
    );
  return { command, version: now };
}

/**
 * Scans a folder. Passed checks are part of the report: an empty list of failures also comes from a folder that could
 * not be parsed, and only the passed ones tell these apart.
 *
 * @param {string} dir Folder with the code; `cdktf.out` for `terraform_json`.
 * @param {{ framework?: string, timeout?: number }} [options] `timeout` in milliseconds, ten minutes when not given.
 * @returns {Promise<object>} Checkov's JSON: one object, a flat summary when it found nothing to scan.
 * @throws {Error} when the folder is missing, Checkov fails, takes too long or prints no JSON.
 */
export async function runCheckov(dir, { framework = 'terraform', timeout = 600_000 } = {}) {
  const folder = resolve(dir);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`There is no folder ${folder} to scan.`);
  const { command } = await findCheckov();
  const args = ['--directory', folder, '--framework', framework, '--output', 'json', '--compact', '--soft-fail'];
  args.push('--skip-download', '--download-external-modules', 'false');

  // A pipe would hold the whole report in this process twice; reports of 50 MB are usual.
  const scratch = mkdtempSync(join(tmpdir(), 'checkov-'));
  try {
    const report = join(scratch, 'report.json');
    const messages = await finish(command, args, { cwd: folder, report, timeout });
    const text = readFileSync(report, 'utf8');
    const start = text.search(/[[{]/);
    if (start < 0) throw new Error(`Checkov printed no JSON for ${folder}.\n${messages}`);
    return JSON.parse(text.slice(start));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Resolves with the end of what was written to standard error once the command has exited with 0. */
function finish([command, ...before], args, { cwd, report, timeout }) {
  return new Promise((fulfil, reject) => {
    const output = openSync(report, 'w');
    const child = spawn(command, [...before, ...args], { cwd, env, timeout, stdio: ['ignore', output, 'pipe'] });
    closeSync(output);
    let messages = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      messages = (messages + chunk).slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) fulfil(messages);
      else if (signal)
        reject(new Error(`Checkov was stopped (${signal}), after ${timeout / 1000} s at most.\n${messages}`));
      else reject(new Error(`Checkov ended with exit code ${code}.\n${messages}`));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [dir, framework] = process.argv.slice(2);
  if (!dir) {
    console.error('usage: node scripts/checkov.mjs folder [framework]');
    process.exitCode = 2;
  } else {
    process.stdout.write(`${JSON.stringify(await runCheckov(dir, { framework }), undefined, 2)}\n`);
  }
}
