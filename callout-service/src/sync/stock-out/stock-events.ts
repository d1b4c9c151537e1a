import type { Gate } from '../../jobs/gate.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type { SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import { lanes } from '../lanes.ts';
import { stockChangeSchema } from '../write-back/payloads.ts';
import { readPayload } from '../write-back/read-payload.ts';
import { throwFailures } from '../write-back/write-records.ts';
import { readItemStock, type ItemStock, type StockSource } from './item-stock.ts';
import { createToldJobs } from './told-jobs.ts';

export interface StockEventsParts extends StockSource {
  readonly records: Pick<SalesforceRecords, 'publish'>;
  /** Open while both Sage and Salesforce can be reached. */
  readonly gate?: Gate;
}

const CONCURRENCY = 2;

/**
 * Publishes the stock of an item as it is now: one event for each warehouse. An event may come twice with the same
 * figures, when its answer was lost; it tells what is, not what changed, so that does no harm.
 */
export function createStockEvents(parts: StockEventsParts): JobHandler {
  const told = createToldJobs();
  return {
    lane: lanes.stockEvents,
    concurrency: CONCURRENCY,
    ...(parts.gate !== undefined && { gate: parts.gate }),
    async run(job, context) {
      const { itemCode } = readPayload(stockChangeSchema, job);
      if (told.isTold(job)) return undefined;
      const done = await told.begin(job, context);
      const stock = await readItemStock(itemCode, parts);
      context.signal.throwIfAborted();
      if (stock !== undefined) await publishStock(itemCode, stock, parts);
      done();
      return undefined;
    }
  };
}

async function publishStock(
  itemCode: string,
  stock: ItemStock,
  { records }: StockEventsParts
): Promise<void> {
  const events = stock.warehouses.map(({ fields }) => fields);
  const outcomes = await records.publish('Sage_Inventory_Changed__e', events);
  const failures = outcomes.flatMap((outcome, index) => {
    if (outcome.ok) return [];
    const id = stock.warehouses[index]?.warehouseCode ?? '';
    return [{ object: 'Sage_Inventory_Changed__e', id, error: outcome.error }];
  });
  throwFailures(failures, `the stock of item ${itemCode}`);
}
