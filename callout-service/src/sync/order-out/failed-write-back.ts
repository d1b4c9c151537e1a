import type { OrderRequest } from '../order-request/order-request.ts';
import type { OrderWriteBack } from '../write-back/payloads.ts';

/** What `Sage_Sync_Message__c` holds. */
const MOST_CHARACTERS = 255;

/**
 * The payload of the job that shows on the record that its request failed for good: made of the dead job's payload and its
 * last error. `salesOrderNo` is the order that stands in Sage all the same, of an amendment or cancellation that was
 * refused.
 */
export function failedWriteBack(
  request: Pick<OrderRequest, 'orderKey' | 'object' | 'recordId' | 'requestedAt'>,
  error: { readonly code: string; readonly message: string },
  salesOrderNo: string | null = null
): OrderWriteBack {
  return {
    orderKey: request.orderKey,
    records: [{ object: request.object, recordId: request.recordId }],
    salesOrderNo,
    state: 'Failed',
    code: error.code,
    message: shortened(error.message),
    requestedAt: request.requestedAt
  };
}

function shortened(message: string): string {
  return message.length <= MOST_CHARACTERS ? message : `${message.slice(0, MOST_CHARACTERS - 1)}…`;
}
