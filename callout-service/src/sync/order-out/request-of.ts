import { z } from 'zod';
import { LedgerBridgeError, type FieldFault } from '../../errors/ledger-bridge-error.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import { orderRequestSchema, type OrderRequest } from '../order-request/order-request.ts';

/** What was wrong with an event that could not be read, as `action: Invalid option`. */
const unreadableSchema = z.object({ unreadableEvent: z.object({ faults: z.array(z.string()).min(1) }) });

/** The request of a job. @throws LB758 with every fault: those of its event, where it came by one that nobody could read. */
export function requestOf({ payload }: Pick<ClaimedJob, 'payload'>): OrderRequest {
  const request = orderRequestSchema.safeParse(payload);
  if (request.success) return request.data;
  const event = unreadableSchema.safeParse(payload);
  const faults = event.success
    ? event.data.unreadableEvent.faults.map(ofEvent)
    : request.error.issues.map(({ path, message }) => faultAt(path.join('.'), message));
  const fields = faults.map(({ field }) => field).join(', ');
  throw new LedgerBridgeError('LB758', {
    detail: `The request cannot be used, because of: ${fields}.`,
    faults
  });
}

function ofEvent(fault: string): FieldFault {
  const [, field = '', problem = fault] = /^([\w.]+): (.*)$/s.exec(fault) ?? [];
  return faultAt(field, problem);
}

function faultAt(field: string, problem: string): FieldFault {
  return { code: 'LB758', field, value: '', problem: `${problem}.`, fix: 'Correct it, then replay.' };
}
