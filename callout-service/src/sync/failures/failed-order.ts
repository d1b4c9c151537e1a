import type { JobHistory, NewJob } from '../../store/port/job.ts';
import { lanes } from '../lanes.ts';
import { orderRequestSchema } from '../order-request/order-request.ts';
import type { OrderWriteBack } from '../write-back/payloads.ts';
import { meaningOfCode } from './meaning-of-code.ts';

/** The record's field for a message. */
const MESSAGE = 255;

/**
 * The job by which a record shows that its order failed for good; undefined for other lanes, and for a payload that names
 * no record.
 */
export function failedOrderWriteBack(job: JobHistory): NewJob | undefined {
  if (job.lane !== lanes.salesOrderOut) return undefined;
  const read = orderRequestSchema.safeParse(job.payload);
  if (!read.success) return undefined;
  const { object, recordId, orderKey, requestedAt } = read.data;
  const { title } = meaningOfCode(job.lastErrorCode);
  const payload: OrderWriteBack = {
    orderKey,
    records: [{ object, recordId }],
    salesOrderNo: null,
    state: 'Failed',
    code: job.lastErrorCode ?? null,
    message: (job.errors.at(-1)?.message ?? title).slice(0, MESSAGE),
    requestedAt
  };
  return {
    lane: lanes.orderWriteBack,
    key: orderKey,
    payload,
    idempotencyKey: `failed/${job.id}/${job.replays}`
  };
}
