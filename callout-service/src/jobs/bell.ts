/** Wakes one who waits. A ring while nobody waits is kept until the next wait. */
export interface Bell {
  ring(): void;
  /** Forgets rings of before: what they told of is about to be looked at. */
  silence(): void;
  /** Waits for a ring, at most so long. */
  wait(milliseconds: number): Promise<void>;
}

/** Makes a bell that has not rung. */
export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      wake?.();
    },
    silence() {
      rung = false;
    },
    async wait(milliseconds) {
      if (rung) {
        rung = false;
        return;
      }
      const { promise, resolve } = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => resolve(undefined), milliseconds);
      wake = () => resolve(undefined);
      await promise;
      clearTimeout(timer);
      wake = undefined;
      rung = false;
    }
  };
}
