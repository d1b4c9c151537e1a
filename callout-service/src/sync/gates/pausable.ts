import { setTimeout as wait } from 'node:timers/promises';
import type { Circuit } from './circuit.ts';
import { createListeners } from './listeners.ts';

/** How soon it is noticed that a pause has ended; the question costs nothing. */
const LOOK_MS = 250;

/** A circuit that is closed as well while somebody paused what is behind it; `pausedSince` is asked from memory. */
export function pausable(
  circuit: Circuit,
  pausedSince: () => string | undefined,
  lookMs: number = LOOK_MS
): Circuit {
  const listeners = createListeners();
  const ending = new AbortController();
  let looking = false;

  async function waitForEnd(): Promise<void> {
    looking = true;
    while (pausedSince() !== undefined && !ending.signal.aborted) {
      await wait(lookMs, undefined, { signal: ending.signal, ref: false }).catch(() => undefined);
    }
    looking = false;
    if (!ending.signal.aborted && circuit.isOpen()) listeners.call();
  }

  function isPaused(): boolean {
    if (pausedSince() === undefined) return false;
    if (!looking) void waitForEnd();
    return true;
  }

  circuit.onOpened(() => {
    if (!isPaused()) listeners.call();
  });
  return {
    ...circuit,
    isOpen: () => !isPaused() && circuit.isOpen(),
    onOpened: (listener) => listeners.add(listener),
    state() {
      const since = pausedSince();
      if (since === undefined) return circuit.state();
      return { name: circuit.name, open: false, closedSince: since, because: 'LB516' };
    },
    close() {
      ending.abort();
      circuit.close();
    }
  };
}
