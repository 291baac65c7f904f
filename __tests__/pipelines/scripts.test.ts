// The scripts of the action and of the steps for Azure Pipelines, run as they are on a repository.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { checkov, commandFile, pathOf, readText, useCommand, write } from '../cli/command';
import { account, versions } from '../plan/code';

useCommand();

const pipelines = join(__dirname, '../../pipelines');

beforeEach(() => {
  cpSync(pipelines, pathOf('.plumbline/pipelines'), { recursive: true });
  mkdirSync(pathOf('.plumbline/dist'));
  copyFileSync(commandFile(), pathOf('.plumbline/dist/plumbline.js'));
  write('my infra/main.tf', account('a', 'min_tls_version = "TLS1_0"'));
  write('my infra/versions.tf', versions());
});

function run(script: string, environment: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(pathOf(`.plumbline/pipelines/${script}`), {
    cwd: pathOf('.'),
    encoding: 'utf8',
    env: { PATH: process.env.PATH, CODE: 'my infra', OUT: 'plumbline-out', ...environment },
  });
  return { code: status, out: stdout, err: stderr };
}

test('plan.sh: deviations, plan and comment; a folder with a blank stays one word', () => {
  const { code, err } = run('plan.sh', {
    SARIF: 'x.sarif',
    COMMENT: 'comment.md',
    RUN_URL: 'https://example.com/run/1',
  });
  expect([code, err]).toEqual([0, '']);
  const { results } = JSON.parse(readText('x.sarif')).runs[0];
  expect(results.length).toBeGreaterThan(0);
  for (const { locations } of results)
    expect(locations[0].physicalLocation.artifactLocation.uri).toBe('my%20infra/main.tf');
  expect(existsSync(pathOf('plumbline-out/plan.html'))).toBe(true);
  expect(readText('comment.md')).toMatch(/^<!-- azure-plumbline -->\n### azure-plumbline: /);
  expect(readText('comment.md')).toContain('https://example.com/run/1');
});

test('plan.sh: from the reports that are named, one on each line', () => {
  write('one report.json', checkov(['CKV_AZURE_44', 'azurerm_storage_account.a', '/main.tf']));
  const { code } = run('plan.sh', { FINDINGS: '\none report.json\n  \n', SARIF: '', COMMENT: '' });
  expect(code).toBe(0);
  const { counts } = JSON.parse(readText('plumbline-out/plan.json'));
  expect(counts).toMatchObject({ received: 1, planned: 1 });
});

test.each([
  ['what nothing of a script is', { CODE: '$(touch hacked); `touch hacked`', SARIF: '', COMMENT: '' }],
  ['what looks like an option', { CODE: '--format=json', SARIF: '', COMMENT: '' }],
  ['a level that there is not', { LEVEL: '3; touch hacked', SARIF: '', COMMENT: '' }],
])('plan.sh: %s ends the step, and nothing else runs', (_, environment) => {
  const { code, err } = run('plan.sh', environment);
  expect([code, err]).toEqual([2, expect.stringContaining('error')]);
  expect(existsSync(pathOf('hacked'))).toBe(false);
});

test('gate.sh: fails from a severity on, and shows all the same', () => {
  expect(run('gate.sh', { FAIL_ON: 'critical' }).code).toBe(0);
  const { code, out } = run('gate.sh', { FAIL_ON: 'high' });
  expect(code).toBe(1);
  expect(out).toContain('storage-min-tls');
  expect(run('gate.sh', { FAIL_ON: 'none' }).code).toBe(0);
  expect(run('gate.sh', {}).code).toBe(1);
  expect(run('gate.sh', { FAIL_ON: 'fatal' }).code).toBe(2);
});

test('pre-commit.sh: judges what it is told, from where it is run', () => {
  const hook = (...args: string[]) =>
    spawnSync(pathOf('.plumbline/pipelines/pre-commit.sh'), args, { cwd: pathOf('.'), encoding: 'utf8' });
  expect(hook('my infra').status).toBe(1);
  expect(hook('--fail-on', 'critical', 'my infra').status).toBe(0);
});

test('build.sh: builds where nothing is built, without install scripts, and makes a command for steps of one’s own', () => {
  write('bin/npm', `#!/usr/bin/env bash\necho "$*" >>"${pathOf('calls')}"\n`);
  chmodSync(pathOf('bin/npm'), 0o755);
  const build = () => run('build.sh', { PATH: `${pathOf('bin')}:${process.env.PATH}` });
  expect(build()).toEqual({ code: 0, out: '', err: '' });
  expect(existsSync(pathOf('calls'))).toBe(false);
  const { stdout } = spawnSync(pathOf('.plumbline/dist/bin/plumbline'), ['--version'], { encoding: 'utf8' });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  rmSync(pathOf('.plumbline/dist/plumbline.js'));
  build();
  expect(readText('calls')).toBe('ci --ignore-scripts --no-audit --no-fund\nrun -s build\n');
});

describe('comment-github.sh', () => {
  /** A gh that notes what it is told, and knows one comment where it is given. */
  function gh(found: string, code = 0): void {
    write(
      'bin/gh',
      `#!/usr/bin/env bash\nprintf '%s\\n' "$*" >>"${pathOf('calls')}"\n[[ "$*" == *--paginate* ]] && printf '%s' '${found}'\nexit ${code}\n`,
    );
    chmodSync(pathOf('bin/gh'), 0o755);
    write('comment.md', '<!-- azure-plumbline -->\nhello');
  }
  const environment = () => ({
    PATH: `${pathOf('bin')}:${process.env.PATH}`,
    GITHUB_REPOSITORY: 'o/r',
    PULL_REQUEST: '7',
    COMMENT: 'comment.md',
  });
  const calls = () => readText('calls').trim().split('\n');

  test('makes one', () => {
    gh('');
    expect(run('comment-github.sh', environment()).code).toBe(0);
    expect(calls()[1]).toBe('api --silent --method POST repos/o/r/issues/7/comments --field body=@comment.md');
  });

  test('replaces its own', () => {
    gh('41\n42\n');
    run('comment-github.sh', environment());
    expect(calls()[1]).toBe('api --silent --method PATCH repos/o/r/issues/comments/41 --field body=@comment.md');
  });

  test('a token that may not write is a warning; what is no number is refused', () => {
    gh('', 1);
    const { code, out } = run('comment-github.sh', environment());
    expect([code, out]).toEqual([0, expect.stringContaining('::warning::The comment was not written.')]);
    expect(run('comment-github.sh', { ...environment(), PULL_REQUEST: '7/../8' }).code).toBe(2);
  });
});

describe('comment-azure.mjs', () => {
  interface Asked {
    readonly method?: string;
    readonly url?: string;
    readonly body: string;
  }

  /** What Azure DevOps would answer: the threads of a pull request, or no. */
  async function withServer(
    threads: readonly object[] | undefined,
    work: (address: string, asked: Asked[]) => Promise<void>,
  ) {
    const asked: Asked[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => {
        body += piece.toString();
      });
      request.on('end', () => {
        asked.push({ method: request.method, url: request.url, body });
        response.writeHead(threads ? 200 : 401, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ value: threads ?? [] }));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/org`, asked);
    } finally {
      server.close();
    }
  }

  const comment = (address: string): Promise<{ code: number | null; out: string }> => {
    write('comment.md', '<!-- azure-plumbline -->\nhello');
    const child = spawn(process.execPath, [pathOf('.plumbline/pipelines/comment-azure.mjs')], {
      cwd: pathOf('.'),
      env: {
        SYSTEM_COLLECTIONURI: address,
        SYSTEM_TEAMPROJECT: 'a b',
        BUILD_REPOSITORY_ID: 'r',
        SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
        SYSTEM_ACCESSTOKEN: 'secret',
        COMMENT: 'comment.md',
      },
    });
    let out = '';
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
    });
    return new Promise((done) => child.on('close', (code) => done({ code, out })));
  };

  test('makes a thread that is closed, or writes over its own', async () => {
    await withServer([], async (address, asked) => {
      expect((await comment(address)).code).toBe(0);
      expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'GET /org/a%20b/_apis/git/repositories/r/pullRequests/7/threads?api-version=7.1',
        'POST /org/a%20b/_apis/git/repositories/r/pullRequests/7/threads?api-version=7.1',
      ]);
      expect(JSON.parse(asked[1].body)).toMatchObject({ status: 'closed' });
    });
    const own = { id: 3, comments: [{ id: 1, content: '<!-- azure-plumbline -->\nold' }] };
    await withServer([{ id: 2, comments: [{ id: 1, content: 'hi' }] }, own], async (address, asked) => {
      await comment(address);
      expect(asked[1].method).toBe('PATCH');
      expect(asked[1].url).toContain('/threads/3/comments/1?');
    });
  });

  test('without the right it warns, and tells no token', async () => {
    await withServer(undefined, async (address) => {
      const { code, out } = await comment(address);
      expect(code).toBe(0);
      expect(out).toContain('type=warning]The comment was not written (GET: 401)');
      expect(out).not.toContain('secret');
    });
  });
});
