import { setFlagsFromString } from 'node:v8';

/** Heap in use from which on memory is worth more than time, bytes. */
const LARGE = 400 * 2 ** 20;
/** By how much the heap grows between two collections, percent; V8 itself doubles a heap of this size. */
const GROWTH = 20;

/**
 * Keeps the memory of a large estate near what it needs: half of it would be garbage. Asked when the code is read, which is
 * when it shows how large the rest will be.
 */
export function boundHeap(): void {
  if (process.memoryUsage().heapUsed > LARGE) setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
