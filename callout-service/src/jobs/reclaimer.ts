import type { Logger } from '../telemetry/logger.ts';
import type { Jobs } from '../store/port/jobs.ts';
import type { JobObserver } from './job-observer.ts';
import { repeat, type Repetition } from './repetition.ts';
import type { StoreTrouble } from './store-trouble.ts';

export interface ReclaimerParts {
  readonly jobs: Pick<Jobs, 'reclaim'>;
  readonly lane: string;
  readonly leaseMs: number;
  readonly logger: Logger;
  readonly trouble: StoreTrouble;
  readonly observer: Pick<JobObserver, 'reclaimed'>;
  /** Told when jobs came back that can be claimed. */
  readonly onReady: () => void;
}

/** Takes back the jobs of workers that fell silent, at once and then twice a lease; instances do so at different moments. */
export function startReclaimer(parts: ReclaimerParts): Repetition {
  const { jobs, lane, leaseMs, logger, trouble, observer, onReady } = parts;
  return repeat(async () => {
    try {
      const reclaimed = await jobs.reclaim(lane);
      trouble.worked('reclaim');
      if (reclaimed.ready + reclaimed.dead > 0) {
        observer.reclaimed({ lane, ...reclaimed });
        logger.warn({ lane, ...reclaimed }, 'jobs were taken back from workers that fell silent');
      }
      if (reclaimed.ready > 0) onReady();
    } catch (error) {
      trouble.failed('reclaim', error);
    }
    return leaseMs * (0.4 + Math.random() * 0.2);
  });
}
