import { createHttpHeaders, createPipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import { armClient } from '../../remediations/azure/client';
import { cloudOf } from '../../remediations/azure/cloud';
import { pacing } from '../../remediations/azure/pacing';
import { inParallel } from '../../remediations/azure/pool';

const request = () => createPipelineRequest({ url: 'https://management.azure.com/x' });
const answer =
  (status: number, headers: Record<string, string> = {}) =>
  async () =>
    ({ status, headers: createHttpHeaders(headers), request: request() }) as PipelineResponse;
/** How long the next request waits, in milliseconds. */
async function waitAfter(next: () => Promise<PipelineResponse>): Promise<number> {
  const policy = pacing(10_000);
  await policy.sendRequest(request(), next);
  const started = Date.now();
  await policy.sendRequest(request(), answer(200));
  return Date.now() - started;
}

test('all wait when one is throttled', async () => {
  expect(await waitAfter(answer(429, { 'Retry-After': '1' }))).toBeGreaterThanOrEqual(900);
});

test('all slow down before Azure throttles', async () => {
  expect(await waitAfter(answer(200, { 'x-ms-ratelimit-remaining-subscription-reads': '12' }))).toBeGreaterThanOrEqual(
    900,
  );
});

test.each([
  [200, { 'x-ms-ratelimit-remaining-subscription-reads': '11999' }],
  [503, { 'Retry-After': '20' }],
  [429, {}],
])('%d with %j keeps nobody', async (status, headers) => {
  expect(await waitAfter(answer(status, headers as Record<string, string>))).toBeLessThan(300);
});

test('a wait of more than five minutes is a refusal', async () => {
  await expect(pacing(10_000).sendRequest(request(), answer(429, { 'Retry-After': '301' }))).rejects.toThrow(
    '429: Azure asks to come back in 301 seconds',
  );
});

test('each try has its own time', async () => {
  const policy = pacing(50);
  const sent = request();
  await expect(
    policy.sendRequest(
      sent,
      ({ abortSignal }) =>
        new Promise((_, reject) => abortSignal!.addEventListener('abort', () => reject(new Error('aborted')))),
    ),
  ).rejects.toThrow('aborted');
  expect(sent.abortSignal).toBeUndefined();
});

test('without a network the scan ends, and says how to go on', async () => {
  const cloud = cloudOf('custom', { armEndpoint: 'https://localhost:9', authorityHost: 'https://localhost:9' }, {});
  const token = async () => ({ token: 'canary-token', expiresOnTimestamp: Date.now() + 3_600_000 });
  const arm = armClient(cloud, { getToken: token }, { retries: 0 });
  const failures: string[] = [];
  for (let i = 0; i < 25; i++)
    await arm.get('/subscriptions/s', { 'api-version': '1' }).catch(({ message }) => failures.push(message));
  expect(new Set(failures.slice(0, 24))).toEqual(new Set(['no connection (ECONNREFUSED)']));
  expect(failures[24]).toBe(
    'Azure Resource Manager at https://localhost:9 does not answer: no connection (ECONNREFUSED)',
  );
});

test('a pool keeps its limit, takes what is added, and ends at the first error', async () => {
  let [running, most] = [0, 0];
  const done: number[] = [];
  const work = async (item: number, more: (item: number) => void) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running--;
    done.push(item);
    if (item < 10) more(item + 100);
  };
  await inParallel(
    Array.from({ length: 20 }, (_, i) => i),
    4,
    work,
  );
  expect(most).toBe(4);
  expect(done).toHaveLength(30);
  await inParallel<number>([], 4, work);
  await expect(inParallel([1, 2, 3], 2, () => Promise.reject(new Error('first')))).rejects.toThrow('first');
});
