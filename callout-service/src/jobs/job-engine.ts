import type { RetentionPolicy } from '../store/port/upkeep.ts';
import { startClockwork } from './clockwork.ts';
import type { JobHandler } from './handler.ts';
import { startWorker, type WorkerParts } from './worker.ts';

export interface JobEngineParts extends WorkerParts {
  /** One for each lane. */
  readonly handlers: readonly JobHandler[];
  readonly retention: RetentionPolicy;
}

/** All that works the store beside the requests. */
export interface JobEngine {
  /** Workers and clockwork at once; what cannot finish in its grace time is left to its lease. */
  stop(): Promise<void>;
}

/** Starts a worker for each handler, and the clockwork. */
export function startJobEngine(parts: JobEngineParts): JobEngine {
  const begun = [startClockwork(parts), ...parts.handlers.map((handler) => startWorker(handler, parts))];
  return {
    async stop() {
      await Promise.all(begun.map((each) => each.stop()));
    }
  };
}
