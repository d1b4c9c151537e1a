import type { SageOrderChecks } from '../port/sage-order-checks.ts';
import type { OrderRules } from '../../rules/order-faults/order-facts.ts';
import type { WriteQueue } from '../boi/write-queue.ts';
import type { ColumnReader } from './column-reader.ts';
import type { NumbersInDoubt } from './numbers-in-doubt.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { SageWriterOptions, WriterTiming } from './options.ts';

/** What every operation of the writer works with. */
export interface WritingParts extends SageWriterOptions {
  readonly timing: WriterTiming;
  readonly queue: WriteQueue;
  readonly checks: SageOrderChecks;
  readonly rules: OrderRules;
  readonly columns: ColumnReader;
  /** Requests of one key, and changes of one record, never overlap. */
  readonly alone: OneAtATime;
  readonly numbers: NumbersInDoubt;
}
