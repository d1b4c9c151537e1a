import type { OrderRun } from '../../../test/faults/orders/order-run.ts';
import { until } from '../../../test/faults/orders/world/until.ts';

const LIMIT_MS = 900_000;
/** Ids in one query: its text has a limit. */
const PORTION = 200;

/** Waits until each of the opportunities shows the number of its sales order. */
export async function untilNumbered(
  { world }: OrderRun,
  ids: readonly string[],
  everyMs: number
): Promise<void> {
  for (let at = 0; at < ids.length; at += PORTION) {
    const portion = ids.slice(at, at + PORTION);
    const names = portion.map((id) => `'${id}'`).join(', ');
    const soql = `SELECT Id FROM Opportunity WHERE Sage_Sales_Order_No__c != null AND Id IN (${names})`;
    const all = await until(
      async () => (await world.client.query(soql)).length === portion.length,
      LIMIT_MS,
      everyMs
    );
    if (!all) throw new Error('Not every deal got the number of an order');
  }
}
