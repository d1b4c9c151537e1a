import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CustomerKey } from '../../../callout-service/src/canonical/customer-key.ts';
import { createRandom, draw } from '../load/random.ts';
import type { SingleQuestion } from './singles.ts';

const customerSchema = z.object({ ARDivisionNo: z.string(), CustomerNo: z.string() });
const itemSchema = z.object({ ItemCode: z.string() });
const orderSchema = z.object({ SalesOrderNo: z.string() });

// Codes with other characters are tested elsewhere.
const PLAIN_ITEMS = "SELECT ItemCode FROM CI_Item WHERE ItemType = '1' AND ItemCode NOT GLOB '*[^A-Z0-9-]*'";

interface Keys {
  readonly customers: readonly CustomerKey[];
  readonly itemCodes: readonly string[];
  readonly salesOrderNos: readonly string[];
}

/** Draws `count` questions from a company's keys, and gives the keys of its customers. */
export function drawQuestions(
  databaseFile: string,
  count: number,
  seed: number
): { readonly questions: readonly SingleQuestion[]; readonly customers: readonly CustomerKey[] } {
  const keys = readKeys(databaseFile);
  const random = createRandom(seed);
  const itemCodes = draw(keys.itemCodes, count, random);
  const salesOrderNos = draw(keys.salesOrderNos, count, random);
  const questions = draw(keys.customers, count, random).map((customer, index) => ({
    customer,
    itemCode: itemCodes[index] ?? '',
    salesOrderNo: salesOrderNos[index] ?? ''
  }));
  return { questions, customers: keys.customers };
}

/** Read from the company's file, not over ODBC; so a process that calls it must not read over ODBC. */
function readKeys(databaseFile: string): Keys {
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    const rows = <T>(schema: z.ZodType<T>, sql: string): T[] =>
      z.array(schema).parse(database.prepare(sql).all());
    const customers = rows(customerSchema, 'SELECT ARDivisionNo, CustomerNo FROM AR_Customer');
    return {
      customers: customers.map((row) => ({ arDivisionNo: row.ARDivisionNo, customerNo: row.CustomerNo })),
      itemCodes: rows(itemSchema, PLAIN_ITEMS).map(({ ItemCode }) => ItemCode),
      salesOrderNos: rows(orderSchema, 'SELECT SalesOrderNo FROM SO_SalesOrderHeader').map(
        ({ SalesOrderNo }) => SalesOrderNo
      )
    };
  } finally {
    database.close();
  }
}
