/** Lets pieces of work of the same key wait for one another. */
export interface OneAtATime {
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** Each begins once the one before has ended, however that ended. */
export function createOneAtATime(): OneAtATime {
  const last = new Map<string, Promise<unknown>>();
  return {
    async run(key, work) {
      const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
      const settled = mine.catch(() => undefined);
      last.set(key, settled);
      try {
        return await mine;
      } finally {
        if (last.get(key) === settled) last.delete(key);
      }
    }
  };
}
