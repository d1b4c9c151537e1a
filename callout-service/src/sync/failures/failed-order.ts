import type { JobHistory, NewJob } from '../../store/port/job.ts';
import { lanes } from '../lanes.ts';
import { failedWriteBack } from '../order-out/failed-write-back.ts';
import { orderRequestSchema } from '../order-request/order-request.ts';
import { meaningOfCode } from './meaning-of-code.ts';

/**
 * The job by which a record shows that its order failed for good; undefined for other lanes, and for a payload that names
 * no record. Once for each death.
 */
export function failedOrderWriteBack(job: JobHistory): NewJob | undefined {
  if (job.lane !== lanes.salesOrderOut) return undefined;
  const request = orderRequestSchema.safeParse(job.payload);
  if (!request.success) return undefined;
  const { code, message } = job.errors.at(-1) ?? {
    code: job.lastErrorCode ?? 'LB901',
    message: meaningOfCode(job.lastErrorCode).title
  };
  return {
    lane: lanes.orderWriteBack,
    key: request.data.orderKey,
    payload: failedWriteBack(request.data, { code, message }),
    idempotencyKey: `failed/${job.id}/${job.replays}`
  };
}
