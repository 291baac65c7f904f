/**
 * Works through a queue with this many at a time; work may put more into the queue. What is put in last is taken first, so
 * that the queue stays short. The first error ends it.
 */
export async function inParallel<T>(
  queue: T[],
  most: number,
  work: (item: T, more: (item: T) => void) => Promise<void>,
): Promise<void> {
  let running = 0;
  await new Promise<void>((resolve, reject) => {
    let failed = false;
    const start = () => {
      while (!failed && running < most && queue.length) {
        running++;
        work(queue.pop()!, (item) => queue.push(item)).then(ended, (error) => {
          failed = true;
          reject(error);
        });
      }
      if (!failed && running === 0) resolve();
    };
    const ended = () => {
      running--;
      start();
    };
    start();
  });
}
