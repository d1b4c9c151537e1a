import type { Clock } from '../clock.ts';
import type { EventBus } from '../events/org-event.ts';
import type { Schema } from '../schema/schema.ts';
import type { ComputedReader } from './computed/computed-reader.ts';
import type { Database } from './database.ts';
import type { ObjectPlans } from './plan/object-plans.ts';
import type { StorageLimit } from './storage-limit.ts';
import type { TriggerRunner } from './save/trigger-runner.ts';

/** Choices of an administrator that concern records. */
export interface DataSettings {
  /**
   * "Set Audit Fields upon Record Creation": who has that permission may say who made and changed a new record,
   * and when (Salesforce Help, "Enable the Create Audit Fields Permission").
   */
  setAuditFields: boolean;
}

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
  readonly settings: DataSettings;
}
