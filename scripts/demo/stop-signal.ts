/**
 * Aborted, with the signal's name as its reason, once somebody asks this process to stop: Ctrl-C, a service manager, or a
 * terminal that closes.
 */
export function stopRequested(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      controller.abort(new Error(`stopped by ${signal}`));
    });
  }
  return controller.signal;
}

/** Waits for the work, or rejects with the reason of the stop as soon as that is asked for. */
export async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  stop.throwIfAborted();
  const stopped = Promise.withResolvers<never>();
  const onAbort = (): void => {
    stopped.reject(stop.reason);
  };
  stop.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    stop.removeEventListener('abort', onAbort);
  }
}
