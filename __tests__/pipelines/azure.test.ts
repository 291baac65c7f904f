// The template for Azure Pipelines as it is written, and its comment against a server that answers as Azure DevOps does.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { having, root, scriptsIn, template, textOf } from './yaml';

describe('as it is written', () => {
  const { parameters, steps } = template();

  test('no script holds an expression: parameters reach it by the environment alone', () => {
    const scripts = scriptsIn(steps);
    expect(scripts.length).toBe(5);
    for (const script of scripts) expect(script).not.toMatch(/\$\{\{|\$\((?!node)/);
    for (const { bash, env } of having(steps, 'bash'))
      if (String(bash).includes('$PLUMBLINE')) expect(env).toMatchObject({ PLUMBLINE: '${{ parameters.plumbline }}' });
  });

  test('every parameter is used, and what is used is one', () => {
    const used = [...textOf('pipelines/azure-pipelines.yml').matchAll(/parameters\.(\w+)/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(parameters.map(({ name }) => name).sort());
  });

  test('the gate is the last step, and tasks are those that are there', () => {
    expect(steps.at(-1)?.bash).toContain('gate.sh');
    const tasks = having(steps, 'task').map(({ task }) => task);
    expect([...new Set(tasks)].sort()).toEqual(['Cache@2', 'PublishBuildArtifacts@1', 'UseNode@1']);
  });
});

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly token: string | undefined;
  readonly body: unknown;
}

let folder: string;
let server: Server;
let asked: Asked[];
let answer: (method: string | undefined) => { status?: number; type?: string; body: unknown };

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'azure-'));
  writeFileSync(join(folder, 'comment.md'), '<!-- azure-plumbline -->\nnew “text”\n');
  asked = [];
  server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    const text = await read(request);
    asked.push({ method, url, token: headers.authorization, body: text ? JSON.parse(text) : undefined });
    const { status = 200, type = 'application/json; charset=utf-8', body } = answer(method);
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function read(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}

const variables = (): Record<string, string> => ({
  SYSTEM_COLLECTIONURI: `http://127.0.0.1:${(server.address() as AddressInfo).port}/org/`,
  SYSTEM_TEAMPROJECT: 'Web Shop',
  BUILD_REPOSITORY_ID: 'c0ffee00-0000-0000-0000-000000000000',
  SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
  SYSTEM_ACCESSTOKEN: 'token',
  COMMENT: join(folder, 'comment.md'),
});

const run = (env: Record<string, string> = variables()) =>
  new Promise<{ code: number | null; out: string }>((resolve) => {
    const child = spawn(process.execPath, [join(root, 'pipelines/comment-azure.mjs')], { env });
    let out = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        out += text;
      });
    child.on('close', (code) => resolve({ code, out }));
  });

const THREADS = '/org/Web%20Shop/_apis/git/repositories/c0ffee00-0000-0000-0000-000000000000/pullRequests/7/threads';
const content = '<!-- azure-plumbline -->\nnew “text”\n';

test('the first run adds a thread, which is closed', async () => {
  answer = () => ({
    body: {
      value: [
        { id: 1, comments: [] },
        { id: 2, comments: [{ id: 1, content: 'by a person' }] },
      ],
    },
  });
  expect(await run()).toEqual({ code: 0, out: '' });
  expect(asked).toEqual([
    { method: 'GET', url: `${THREADS}?api-version=7.1`, token: 'Bearer token', body: undefined },
    {
      method: 'POST',
      url: `${THREADS}?api-version=7.1`,
      token: 'Bearer token',
      body: { comments: [{ parentCommentId: 0, commentType: 'text', content }], status: 'closed' },
    },
  ]);
});

test('the next one writes over it, not over one that was deleted', async () => {
  const old = (id: number, more = {}) => ({
    id,
    comments: [{ id: 5, content: '<!-- azure-plumbline -->\nold' }],
    ...more,
  });
  answer = () => ({ body: { value: [old(3, { isDeleted: true }), old(4)] } });
  expect((await run()).code).toBe(0);
  expect(asked[1]).toMatchObject({
    method: 'PATCH',
    url: `${THREADS}/4/comments/5?api-version=7.1`,
    body: { content },
  });
});

test.each([
  ['a token that may not write', () => ({ status: 403, body: {} })],
  ['the page to sign in', () => ({ status: 203, type: 'text/html', body: '<html>' })],
])('%s is a warning', async (_, answered) => {
  answer = answered;
  const { code, out } = await run();
  expect(code).toBe(0);
  expect(out).toMatch(/^##vso\[task\.logissue type=warning\]The comment was not written \(GET: \d+\)/);
  expect(out).not.toContain('token\n');
});

test('no server is a warning too, and what is not set is said', async () => {
  expect(await run({ ...variables(), SYSTEM_COLLECTIONURI: 'http://127.0.0.1:1/' })).toMatchObject({
    code: 0,
    out: expect.stringContaining('The comment was not written'),
  });
  const { SYSTEM_ACCESSTOKEN: _, ...others } = variables();
  expect(await run(others)).toEqual({ code: 2, out: expect.stringContaining('SYSTEM_ACCESSTOKEN is not set') });
});
