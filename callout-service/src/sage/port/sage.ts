import type { SageCatalogue } from './sage-catalogue.ts';
import type { SageOrderChecks } from './sage-order-checks.ts';
import type { SageProjections } from './sage-projections.ts';
import type { SageReader } from './sage-reader.ts';
import type { SageRecords } from './sage-records.ts';
import type { SageWriter } from './sage-writer.ts';

/** One Sage company, with every way in which this service deals with it. */
export interface Sage {
  readonly reader: SageReader;
  readonly records: SageRecords;
  readonly projections: SageProjections;
  readonly catalogue: SageCatalogue;
  readonly checks: SageOrderChecks;
  /** Undefined where the service reads only. */
  readonly writer: SageWriter | undefined;
  /** Lets reads and the write under way finish, then ends the processes that hold them. */
  close(): Promise<void>;
}
