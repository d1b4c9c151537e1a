import { setTimeout as wait } from 'node:timers/promises';

/** A busy worker would have one for each of its jobs, and every message wakes every instance. */
const PAUSE_MS = 5;

/** Tells others which lanes have something due, at most one message at a time, and the next a moment later. */
export interface Announcer {
  announce(lanes: readonly string[]): void;
  /** Fulfilled when nothing is on its way. */
  settled(): Promise<void>;
}

/** What comes while a message is on its way, or just after it, goes with the next; what could not be sent, too. */
export function createAnnouncer(send: (lanes: readonly string[]) => Promise<void>): Announcer {
  const waiting = new Set<string>();
  let sending: Promise<void> | undefined;

  const sendWaiting = async (): Promise<void> => {
    while (waiting.size > 0) {
      const lanes = [...waiting];
      waiting.clear();
      try {
        await send(lanes);
        await wait(PAUSE_MS);
      } catch {
        // The connection tells of its loss itself; these go out when there is another.
        for (const lane of lanes) waiting.add(lane);
        return;
      }
    }
  };
  return {
    announce(lanes) {
      for (const lane of lanes) waiting.add(lane);
      sending ??= sendWaiting().finally(() => (sending = undefined));
    },
    settled: async () => sending
  };
}
