/** What `work` gives, or undefined when that takes longer; it goes on all the same. Rejects as `work` does. */
export async function settledWithin<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  const { promise: expiry, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), milliseconds);
  try {
    return await Promise.race([work, expiry]);
  } finally {
    clearTimeout(timer);
  }
}
