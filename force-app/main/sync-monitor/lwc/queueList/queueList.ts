import { LightningElement, api } from 'lwc';
import { labels, laneName } from './queueWords';

export { laneName } from './queueWords';

/** How one line of work stands. */
export interface Queue {
  readonly lane: string;
  readonly ready: number;
  readonly later: number;
  readonly waiting: number;
  readonly active: number;
  readonly dead: number;
  /** ISO 8601 in UTC. */
  readonly oldestSince: string | undefined;
}

interface QueueRow {
  readonly lane: string;
  readonly name: string;
  readonly depth: number;
  readonly active: number;
  readonly later: number;
  readonly dead: number;
  /** In milliseconds: `lightning-relative-date-time` takes no text. */
  readonly oldest: number | undefined;
}

/** What waits in each line of work, as a table; those where nothing waits are left out. */
export default class QueueList extends LightningElement {
  @api queues: readonly Queue[] = [];

  readonly labels = labels;

  get isEmpty(): boolean {
    return this.rows.length === 0;
  }

  get rows(): readonly QueueRow[] {
    return this.queues
      .map(({ lane, ready, waiting, active, later, dead, oldestSince }) => ({
        ...{ lane, name: laneName(lane), depth: ready + waiting, active, later, dead },
        oldest: ready > 0 && oldestSince !== undefined ? Date.parse(oldestSince) : undefined
      }))
      .filter(({ depth, active, later, dead }) => depth + active + later + dead > 0)
      .sort((one, other) => other.dead - one.dead || other.depth - one.depth);
  }
}
