import type { StoreState } from '../port/last-answers.ts';
import type { Logger } from '../../telemetry/logger.ts';

type Way = 'read' | 'written';

/** Troubles that the store makes: told when they begin and when they are over, and never to who asks for an answer. */
export class StoreTroubles {
  readonly #logger: Logger;
  readonly #reasons = new Map<Way, string>();

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  seen(way: Way, error: unknown): void {
    if (!this.#reasons.has(way)) this.#logger.warn({ err: error }, `last good answers cannot be ${way}`);
    this.#reasons.set(way, error instanceof Error ? error.message : String(error));
  }

  over(way: Way): void {
    if (this.#reasons.delete(way)) this.#logger.info(`last good answers can be ${way} again`);
  }

  state(): StoreState {
    const [reason] = this.#reasons.values();
    return { working: reason === undefined, reason };
  }
}
