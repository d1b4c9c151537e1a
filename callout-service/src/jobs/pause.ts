import { setTimeout as wait } from 'node:timers/promises';

/** Waits, at most until the signal is aborted; it never rejects, and leaves no timer and no listener. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // An aborted wait rejects: that is its end, not a failure.
  await wait(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** Whether `work` settles in time; it goes on all the same. */
export async function settlesWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const ended = new AbortController();
  const settled = work.then(
    () => true,
    () => true
  );
  const expired = pause(milliseconds, ended.signal).then(() => false);
  const inTime = await Promise.race([settled, expired]);
  ended.abort();
  return inTime;
}
