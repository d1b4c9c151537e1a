import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Decimal } from 'decimal.js';
import odbc from 'odbc';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Random } from '../generator/random.ts';
import { startSageCompany } from '../index.ts';
import type { SageCompany } from '../index.ts';
import { call, startBridge } from './test-bridge.ts';
import type { TestBridge } from './test-bridge.ts';
import { enterOrder, openOrderSteps } from './test-order.ts';

const KILLS = Number(process.env['KILLS'] ?? 24);
const LANES = 3;
/** A process starts in a quarter of a second; on a machine that is busy with other things, in several. */
const STARTS_LIMIT_MS = 120_000;
const SEED = process.env['SEED'] ?? Date.now().toString();

let directory: string;
let company: SageCompany;
let connection: odbc.Connection;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-boi-'));
  company = await startSageCompany({ directory });
  process.env['ODBCINI'] = company.odbcIniFile;
  connection = await odbc.connect(company.connectionString);
});
afterAll(async () => {
  await connection.close();
  await company.close();
  await rm(directory, { recursive: true });
});

const LINES = [
  { ItemCode$: '1001-HON-H252', QuantityOrdered: 2 },
  { ItemCode$: '1001-HON-H254', QuantityOrdered: 3 }
];
const NEW_ORDERS = "CustomerPONo LIKE 'KILL-%'";

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return [...(await connection.query<Record<string, unknown>>(sql))];
}

async function standing() {
  const stock = await company.control.show('IM_ItemWarehouse', '1001-HON-H252/000');
  const customer = await company.control.show('AR_Customer', '01-ABF');
  return {
    onSalesOrder: new Decimal(stock['QuantityOnSalesOrder'] ?? 0),
    open: new Decimal(customer['OpenOrderAmt'] ?? 0)
  };
}

/** Enters and writes an order of two lines. Gives its number, or undefined when the bridge did not answer. */
async function writeOne(bridge: TestBridge, customerPONo: string): Promise<string | undefined> {
  const salesOrderNo = await enterOrder(bridge, { CustomerPONo$: customerPONo }, ...LINES).catch(
    () => undefined
  );
  const answer = await bridge.run([call('object', 'nWrite')]);
  return answer?.type === 'done' ? salesOrderNo : undefined;
}

/**
 * Writes one order and sees how long it takes; goes on with more, and kills the bridge up to twice that time later, so
 * that kills fall into every part of an order on machines of any speed. Gives the orders that were acknowledged.
 */
async function killOne(number: number, share: number): Promise<string[]> {
  const bridge = startBridge(company.boi);
  await bridge.results(openOrderSteps(company.boi));
  const started = performance.now();
  const acknowledged = [await writeOne(bridge, `KILL-${number}-0`)];
  const life = (performance.now() - started) * 2 * share;
  const writing = (async () => {
    for (let count = 1; acknowledged.at(-1) !== undefined; count += 1)
      acknowledged.push(await writeOne(bridge, `KILL-${number}-${count}`));
  })();
  await delay(life);
  await bridge.kill();
  await writing;
  return acknowledged.filter((salesOrderNo) => salesOrderNo !== undefined);
}

it(
  `when bridges are killed at any moment (seed ${SEED}), then every order is there whole or not at all`,
  async () => {
    const before = await standing();
    const random = new Random(`kills ${SEED}`);
    const lives = Array.from({ length: KILLS }, (_, number) => ({
      number,
      share: random.integer(0, 1000) / 1000
    }));
    const acknowledged: string[] = [];
    const lane = async () => {
      for (let next = lives.pop(); next !== undefined; next = lives.pop())
        acknowledged.push(...(await killOne(next.number, next.share)));
    };
    await Promise.all(Array.from({ length: LANES }, lane));

    const headers = await rows(`SELECT SalesOrderNo FROM SO_SalesOrderHeader WHERE ${NEW_ORDERS}`);
    const written = headers.map((row) => String(row['SalesOrderNo']));
    expect(acknowledged.length).toBeGreaterThanOrEqual(KILLS);
    expect(written).toEqual(expect.arrayContaining(acknowledged));
    for (const salesOrderNo of written) {
      const of = `WHERE SalesOrderNo = '${salesOrderNo}'`;
      expect(await rows(`SELECT LineKey FROM SO_SalesOrderDetail ${of}`)).toHaveLength(2);
      expect(await rows(`SELECT LineKey FROM SO_SalesOrderHistoryDetail ${of}`)).toHaveLength(2);
      expect(await rows(`SELECT OrderStatus FROM SO_SalesOrderHistoryHeader ${of}`)).toEqual([
        { OrderStatus: 'A' }
      ]);
    }
    const orphans = await rows(`SELECT SalesOrderNo FROM SO_SalesOrderHistoryHeader WHERE ${NEW_ORDERS}`);
    expect(orphans).toHaveLength(written.length);
    const after = await standing();
    // 2 x 84.00 and 3 x 131.00, and 1.5 % tax of 561.00.
    expect(after.open.minus(before.open).toFixed(2)).toBe(
      new Decimal('569.42').times(written.length).toFixed(2)
    );
    expect(after.onSalesOrder.minus(before.onSalesOrder).toNumber()).toBe(2 * written.length);
  },
  STARTS_LIMIT_MS
);
