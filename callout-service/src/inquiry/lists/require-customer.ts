import { formatCustomerKey, type CustomerKey } from '../../canonical/customer-key.ts';
import type { SageRecords } from '../../sage/port/sage-records.ts';
import { unknownCustomer } from '../read-customer-key.ts';

/** An empty list and an unknown customer look alike in every table but the customer's own. Rejects with LB401. */
export async function requireCustomer(
  key: CustomerKey,
  records: Pick<SageRecords, 'customers'>
): Promise<void> {
  const [customer] = await records.customers.byKeys([key]);
  if (customer === undefined) throw unknownCustomer(formatCustomerKey(key));
}
