import type { Clock } from '../clock.ts';
import type { EventBus } from '../events/org-event.ts';
import type { Schema } from '../schema/schema.ts';
import type { ComputedReader } from './computed/computed-reader.ts';
import type { Database } from './database.ts';
import type { ObjectPlans } from './plan/object-plans.ts';
import type { StorageLimit } from './storage-limit.ts';
import type { TriggerRunner } from './save/trigger-runner.ts';

/** What saving and deleting records need, together. */
export interface DataServices {
  readonly schema: Schema;
  readonly database: Database;
  readonly clock: Clock;
  readonly plans: ObjectPlans;
  readonly reader: ComputedReader;
  readonly triggers: TriggerRunner;
  readonly storage: StorageLimit;
  readonly events: EventBus;
}
