import { setTimeout as wait } from 'node:timers/promises';
import type { PipelinePolicy, PipelineResponse } from '@azure/core-rest-pipeline';
import { Unreadable } from './arm';

/** The longest wait that Azure may ask for, in seconds: nobody sits through an hour without a word. */
const LONGEST_WAIT = 300;
/** Reads that Azure still grants, below which all slow down. It adds about 25 in a second, for each subscription. */
const FEW_READS = 32;
const SLOW_DOWN_MS = 1000;
const REMAINING = 'x-ms-ratelimit-remaining-subscription-reads';

/**
 * For each try of a request: a limit of time, and a pause that all requests keep when Azure asks one of them to. The limit
 * of the SDK keeps the process from ending after a connection that broke, this one does not.
 */
export function pacing(timeoutMs: number): PipelinePolicy {
  let pauseUntil = 0;
  return {
    name: 'pacingPolicy',
    async sendRequest(request, next) {
      for (let pause = pauseUntil - Date.now(); pause > 0; pause = pauseUntil - Date.now()) await wait(pause);
      request.abortSignal = AbortSignal.timeout(timeoutMs);
      const response = await next(request).finally(() => {
        // It is for this try alone, not for the wait before the next.
        request.abortSignal = undefined;
      });
      pauseUntil = Math.max(pauseUntil, Date.now() + pauseAfter(response));
      return response;
    },
  };
}

/** Milliseconds that nobody should ask for more. */
function pauseAfter({ status, headers }: PipelineResponse): number {
  const seconds = Number(headers.get('Retry-After'));
  if (status === 429 || status === 503) {
    if (seconds > LONGEST_WAIT)
      throw new Unreadable(`${status}: Azure asks to come back in ${seconds} seconds`, status);
    // A service that is out of order is no reason for the others to wait.
    return status === 429 && seconds > 0 ? seconds * 1000 : 0;
  }
  const remaining = headers.get(REMAINING);
  return remaining !== undefined && Number(remaining) < FEW_READS ? SLOW_DOWN_MS : 0;
}
