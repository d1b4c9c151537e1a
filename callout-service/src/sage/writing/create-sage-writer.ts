import { WriteQueue } from '../boi/write-queue.ts';
import type { SageWriter } from '../port/sage-writer.ts';
import { ColumnReader } from './column-reader.ts';
import { NumbersInDoubt } from './numbers-in-doubt.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { defaultTiming, type SageWriterOptions } from './options.ts';
import { createOrderChecks, orderRules } from './order-checks.ts';
import { createSalesOrder } from './orders/create-sales-order.ts';
import type { WritingParts } from './writing-parts.ts';

/** Writes into one Sage company. No bridge is started before the first write. */
export function createSageWriter(
  options: SageWriterOptions
): Pick<SageWriter, 'createSalesOrder' | 'pause' | 'resume' | 'state' | 'close'> {
  const queue = new WriteQueue(options.boi);
  const parts: WritingParts = {
    ...options,
    queue,
    timing: { ...defaultTiming, ...options.timing },
    checks: createOrderChecks(options),
    rules: orderRules(options),
    columns: new ColumnReader(options),
    alone: new OneAtATime(),
    numbers: new NumbersInDoubt()
  };
  return {
    createSalesOrder: (draft) => createSalesOrder(draft, parts),
    pause: () => queue.pause(),
    resume: () => queue.resume(),
    state: () => queue.state(),
    close: () => queue.close()
  };
}
