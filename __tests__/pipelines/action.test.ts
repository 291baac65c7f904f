// action.yml as GitHub runs it: its scripts for real, in their order, with gh and npm put in by us.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { bundled, exists, pathOf, readText, useCommand, write } from '../cli/command';
import { account, versions } from '../plan/code';
import { action, root, type Step, scriptsIn, textOf } from './yaml';

useCommand();

const { inputs, runs } = action();

describe('as it is written', () => {
  test('no script holds an expression: inputs reach it by the environment alone', () => {
    expect(runs.using).toBe('composite');
    for (const script of scriptsIn(runs)) expect(script).not.toContain('${{');
    for (const { run, shell } of runs.steps) expect([run === undefined, shell]).toEqual([!run, run && 'bash']);
  });

  test('every input is used, and each expression names one that is there', () => {
    const text = textOf('action.yml');
    const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(inputs).sort());
    const ids = runs.steps.flatMap(({ id }) => id ?? []);
    for (const [, id] of text.matchAll(/steps\.(\w+)\./g)) expect(ids).toContain(id);
  });

  test('the gate is the last step, and other actions are pinned to a major release', () => {
    expect(runs.steps.at(-1)?.run).toContain('gate.sh');
    for (const { uses } of runs.steps) if (uses) expect(uses).toMatch(/^(actions|github)\/[\w/-]+@v\d+$/);
  });
});

const EVENT = {
  'github.event.pull_request.number': '7',
  'github.token': 'secret',
  'github.server_url': 'https://github.com',
  'github.repository': 'shop/infra',
  'github.run_id': '42',
};

/** What a step would be given: its expressions with their values. */
function filled(
  text: string,
  given: Readonly<Record<string, string>>,
  outputs: Readonly<Record<string, string>>,
): string {
  return text.replace(/\$\{\{ (.*?) \}\}/g, (_, name: string) => {
    const input = /^inputs\.(.*)/.exec(name)?.[1];
    if (input !== undefined) return given[input] ?? String(inputs[input].default);
    const output = /^steps\.\w+\.outputs\.(.*)/.exec(name)?.[1];
    const value = output === undefined ? { ...EVENT, 'runner.temp': pathOf('temp') }[name] : outputs[output];
    if (value === undefined) throw new Error(`${name} is not known`);
    return value;
  });
}

/** Runs the steps with scripts, as far as one fails. */
function runAction(given: Readonly<Record<string, string>> = {}, environment: Readonly<Record<string, string>> = {}) {
  mkdirSync(pathOf('temp'), { recursive: true });
  for (const name of ['output', 'path', 'summary', 'calls']) write(name, '');
  let log = '';
  for (const step of runs.steps.filter(({ run }) => run !== undefined)) {
    const outputs = Object.fromEntries(
      readText('output')
        .split('\n')
        .filter(Boolean)
        .map((line) => /^(.*?)=(.*)$/.exec(line)!.slice(1)),
    );
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', step.run!], {
      cwd: pathOf('.'),
      encoding: 'utf8',
      env: {
        PATH: `${pathOf('bin')}:${process.env.PATH}`,
        HOME: pathOf('.'),
        GITHUB_ACTION_PATH: pathOf('action'),
        GITHUB_OUTPUT: pathOf('output'),
        GITHUB_PATH: pathOf('path'),
        GITHUB_STEP_SUMMARY: pathOf('summary'),
        GITHUB_REPOSITORY: EVENT['github.repository'],
        ...environment,
        ...Object.fromEntries(
          Object.entries(step.env ?? {}).map(([name, text]) => [name, filled(text, given, outputs)]),
        ),
      },
    });
    log += stdout + stderr;
    if (status !== 0) return { code: status, log, at: step };
  }
  return { code: 0, log, at: undefined as Step | undefined };
}

/** A program of a folder that is first on PATH. */
function stub(name: string, script: string): void {
  write(`bin/${name}`, `#!/usr/bin/env bash\n${script}\n`);
  chmodSync(pathOf(`bin/${name}`), 0o755);
}
const calls = () => readText('calls').split('\n').filter(Boolean);
const LOGGED = 'printf "%s " "$@" >>"$HOME/calls"; echo >>"$HOME/calls"';

beforeEach(() => {
  cpSync(join(root, 'pipelines'), pathOf('action/pipelines'), { recursive: true });
  for (const folder of ['controls', 'remediations', 'scripts']) write(`action/${folder}/a.ts`, folder);
  for (const name of ['package.json', 'package-lock.json']) write(`action/${name}`, '{}');
  cpSync(bundled(), pathOf('action/dist/plumbline.js'));
  write('infra/main.tf', account('a', 'min_tls_version = "TLS1_0"'));
  write('infra/versions.tf', versions());
  write('infra/plumbline.yaml', 'level: 1\n');
  stub('gh', `${LOGGED}; case "$*" in *--jq*) echo "$FOUND" ;; esac; exit "\${REFUSED:-0}"`);
  stub('npm', LOGGED);
});

test('plans, comments, and fails at last', () => {
  const { code, log, at } = runAction({ code: 'infra' });
  expect([code, at]).toEqual([1, runs.steps.at(-1)]);
  expect(log).toContain('storage-min-tls');
  expect(exists('plumbline-out/changes.patch')).toBe(true);
  const comment = readText('temp/plumbline-comment.md');
  expect(comment).toMatch(/^<!-- azure-plumbline -->\n/);
  expect(comment).toContain('[plan.md](https://github.com/shop/infra/actions/runs/42)');
  expect(readText('summary')).toBe(comment);
  expect(calls()).toEqual([
    expect.stringMatching(/^api --paginate repos\/shop\/infra\/issues\/7\/comments\?per_page=100 --jq /),
    `api --silent --method POST repos/shop/infra/issues/7/comments --field body=@${pathOf('temp/plumbline-comment.md')} `,
  ]);
  expect(readText('path')).toBe(`${pathOf('action/dist/bin')}\n`);
  const { stdout } = spawnSync(pathOf('action/dist/bin/plumbline'), ['--version'], { encoding: 'utf8' });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('deviations have paths from the root of the repository', () => {
  write('with blank/infra/main.tf', account('a', 'min_tls_version = "TLS1_0"') + versions());
  runAction({ code: 'with blank/infra', 'fail-on': 'none' });
  const uris = new Set(readText('temp/plumbline.sarif').match(/"uri": "[^"]*main\.tf"/g));
  expect([...uris]).toEqual(['"uri": "with%20blank/infra/main.tf"']);
  runAction({ code: '.', 'fail-on': 'none' });
  expect(readText('temp/plumbline.sarif')).toContain('"uri": "infra/main.tf"');
});

test('a comment of its own is written over; a token that may not write is no reason to fail', () => {
  expect(runAction({ code: 'infra', 'fail-on': 'none' }, { FOUND: '11\n12' }).code).toBe(0);
  expect(calls()[1]).toMatch(/^api --silent --method PATCH repos\/shop\/infra\/issues\/comments\/11 /);
  const { code, log } = runAction({ code: 'infra', 'fail-on': 'none' }, { REFUSED: '1' });
  expect(code).toBe(0);
  expect(log).toContain('::warning::The comment was not written.');
  expect(calls().length).toBe(1);
});

test('reports of scanners, level and profile go to the command; nothing that is given is read by a shell', () => {
  const hostile = '$(touch hacked) `touch hacked`; "touch" hacked #.tf';
  write(`${hostile}/main.tf`, account('a', 'min_tls_version = "TLS1_2"') + versions());
  write(`${hostile}.json`, textOf('examples/checkov-report.json'));
  write('it.yaml', 'level: 1\n');
  const { code, log } = runAction({
    code: hostile,
    findings: `${hostile}.json\n\n  \n`,
    level: '2',
    profile: 'it.yaml',
    out: `${hostile} out`,
    'fail-on': 'critical',
  });
  expect([code, log.includes('error')]).toEqual([0, false]);
  expect(exists('hacked')).toBe(false);
  const plan = JSON.parse(readText(`${hostile} out/plan.json`));
  expect([plan.level, plan.reports]).toEqual([2, [`${hostile}.json (checkov)`]]);
});

test('bad input ends it where it is found', () => {
  expect(runAction({ code: 'none' })).toMatchObject({ code: 2, log: expect.stringContaining('none: no such file') });
  expect(runAction({ code: 'infra', findings: '--write' }).code).toBe(2);
  expect(readText('infra/main.tf')).toContain('TLS1_0');
  expect(runAction({ code: 'infra', 'fail-on': 'most' })).toMatchObject({ code: 2 });
  expect(runAction({ code: 'infra', level: '3' })).toMatchObject({
    code: 2,
    log: expect.stringContaining('Allowed: 1, 2.'),
  });
});

test('it is built where no cache had it, without install scripts', () => {
  const build = (...before: string[]) => {
    write('calls', '');
    spawnSync('bash', ['-c', [...before, './action/pipelines/build.sh'].join('\n')], {
      cwd: pathOf('.'),
      env: { PATH: `${pathOf('bin')}:${process.env.PATH}`, HOME: pathOf('.') },
    });
    return calls();
  };
  expect(build()).toEqual([]);
  expect(build('rm action/dist/plumbline.js')).toEqual(['ci --ignore-scripts --no-audit --no-fund ', 'run -s build ']);
});

test('the key of the cache is that of the sources', () => {
  const key = () => spawnSync('node', [pathOf('action/pipelines/build-key.mjs')], { encoding: 'utf8' }).stdout;
  const first = key();
  expect(first).toMatch(/^[0-9a-f]{32}\n$/);
  expect(key()).toBe(first);
  write('action/remediations/deep/b.ts', '1');
  const second = key();
  expect(second).not.toBe(first);
  write('action/remediations/deep/b.ts', '2');
  expect(key()).not.toBe(second);
  write('action/remediations/deep/b.ts', '1');
  write('action/docs/x.md', '1');
  expect(key()).toBe(second);
});

test('the script of the comment says what it lacks', () => {
  const { status, stdout } = spawnSync('bash', [pathOf('action/pipelines/comment-github.sh')], {
    env: { PATH: process.env.PATH, PULL_REQUEST: '7; id' },
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([2, expect.stringContaining('not the number of a pull request')]);
});
