import type { Gate } from '../../jobs/gate.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type { SalesforceFields, SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { lanes } from '../lanes.ts';
import type { IntegrationSettingsSource } from '../settings/integration-settings.ts';
import { stockChangeSchema } from '../write-back/payloads.ts';
import { readPayload } from '../write-back/read-payload.ts';
import { throwFailures, writeRecords, type WriteFailure } from '../write-back/write-records.ts';
import { readItemStock, type ItemStock, type StockSource } from './item-stock.ts';
import { productsOfItem, type ItemProduct } from './products-of-item.ts';
import { createToldJobs } from './told-jobs.ts';

export interface StockRecordsParts extends StockSource {
  readonly records: Pick<SalesforceRecords, 'all' | 'update' | 'upsert'>;
  readonly settings: Pick<IntegrationSettingsSource, 'current'>;
  readonly logger: Logger;
  /** Open while both Sage and Salesforce can be reached. */
  readonly gate?: Gate;
}

const CONCURRENCY = 2;

/**
 * Writes the stock of an item as it is now: one Sage_Inventory__c for each warehouse, and what is available in all to its
 * products. An item without stock in Sage has nothing to write.
 */
export function createStockRecords(parts: StockRecordsParts): JobHandler {
  const told = createToldJobs();
  return {
    lane: lanes.stockRecords,
    concurrency: CONCURRENCY,
    ...(parts.gate !== undefined && { gate: parts.gate }),
    async run(job, context) {
      const { itemCode } = readPayload(stockChangeSchema, job);
      if (told.isTold(job)) return undefined;
      const done = await told.begin(job, context);
      const stock = await readItemStock(itemCode, parts);
      context.signal.throwIfAborted();
      if (stock !== undefined) await writeStock(itemCode, stock, parts);
      done();
      return undefined;
    }
  };
}

async function writeStock(itemCode: string, stock: ItemStock, parts: StockRecordsParts): Promise<void> {
  const products = await productsOfItem(itemCode, parts.records, await parts.settings.current());
  const inventory = await writeInventory(itemCode, stock, products, parts);
  const availability = await writeAvailability(stock, products, parts);
  throwFailures([...inventory, ...availability], `the stock of item ${itemCode}`);
}

async function writeInventory(
  itemCode: string,
  stock: ItemStock,
  products: readonly ItemProduct[],
  { records }: StockRecordsParts
): Promise<readonly WriteFailure[]> {
  // Several products may be one item; a record of its stock can name one only.
  const [product, ...others] = products;
  const lookup = product !== undefined && others.length === 0 ? { Product__c: product.id } : {};
  const rows = stock.warehouses.map(({ warehouseCode, fields, onBackOrder }): SalesforceFields => ({
    Sage_Key__c: `${itemCode}/${warehouseCode}`,
    ...fields,
    Quantity_On_Back_Order__c: onBackOrder,
    ...lookup
  }));
  const outcomes = await records.upsert('Sage_Inventory__c', 'Sage_Key__c', rows);
  return outcomes.flatMap((outcome, index) => {
    if (outcome.ok) return [];
    const id = String(rows[index]?.['Sage_Key__c'] ?? '');
    return [{ object: 'Sage_Inventory__c', id, error: outcome.error }];
  });
}

/** What is available in all, and when that was so: the figure's age counts even where it stayed the same. */
function writeAvailability(
  { available, asOf }: ItemStock,
  products: readonly ItemProduct[],
  parts: StockRecordsParts
): Promise<readonly WriteFailure[]> {
  const fields = { Sage_Quantity_Available__c: available, Sage_Stock_As_Of__c: asOf };
  return writeRecords(
    parts,
    'Product2',
    products.map(({ id }) => ({ id, fields }))
  );
}
