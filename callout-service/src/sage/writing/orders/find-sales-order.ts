import { parseCustomerKey } from '../../../canonical/customer-key.ts';
import type { WritingParts } from '../writing-parts.ts';
import { findOrderOfRequest, orderRequestKeyColumn } from './order-request-keys.ts';

/**
 * The number of the order that this request has made, undefined when it has made none. Waits for a write of the same
 * request that is under way, so that its answer is not out of date when it comes.
 */
export function findSalesOrder(
  { requestKey, customerNo }: { readonly requestKey: string; readonly customerNo: string },
  parts: WritingParts
): Promise<string | undefined> {
  return parts.alone.run(`order request ${requestKey}`, async () => {
    const column = await orderRequestKeyColumn(requestKey, parts);
    const customer = parseCustomerKey(customerNo);
    if (customer === undefined) return undefined;
    return (await findOrderOfRequest(requestKey, customer, column, parts))?.salesOrderNo;
  });
}
