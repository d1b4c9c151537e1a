import { pause } from './pause.ts';

/** Work that is done again and again until it is stopped. */
export interface Repetition {
  /** Does not begin again; resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** Begins at once. `work` says after how many milliseconds it is next; it must not reject. */
export function repeat(work: () => Promise<number>): Repetition {
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) await pause(await work(), stopping.signal);
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
    }
  };
}
