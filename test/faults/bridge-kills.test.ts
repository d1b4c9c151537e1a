import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  salesOrderDraftSchema,
  type SalesOrderDraft
} from '../../callout-service/src/canonical/drafts/sales-order-draft.ts';
import { LedgerBridgeError } from '../../callout-service/src/errors/ledger-bridge-error.ts';
import type { BoiOptions } from '../../callout-service/src/sage/boi/options.ts';
import type { SageWriter } from '../../callout-service/src/sage/port/sage-writer.ts';
import {
  startWritingCompany,
  type WritingCompany
} from '../../callout-service/src/sage/writing/test-support/writing-company.ts';
import { BridgeKiller } from './bridge-killer.ts';
import { seededRandom } from './seeded-random.ts';

// Each kill costs a new process and a new session: 500 of them take many minutes where two cores are shared.
const KILLS = Number(process.env['LEDGER_BRIDGE_KILLS'] ?? 25);
// A new process and session for each, and some room for a machine with other work.
const LIMIT_MS = 180_000 + KILLS * 4_000;
const SEED = Number(process.env['LEDGER_BRIDGE_SEED'] ?? randomInt(1_000_000));
const CUSTOMERS = ['01-ABF', '01-AVNET', '01-000123', '01-OBRIEN'];
const ITEM = '1001-HON-H252';
/** Owners that send orders at the same time. */
const OWNERS = 4;

let sage: WritingCompany;
beforeAll(async () => {
  sage = await startWritingCompany();
});
afterAll(() => sage.close());

interface Receipt {
  readonly draft: SalesOrderDraft;
  readonly salesOrderNo: string;
}

describe('a bridge that is killed again and again', () => {
  it(
    `when it is killed ${KILLS} times while orders are written, then every order is in Sage exactly once`,
    async () => {
      console.log(`seed ${SEED}, ${KILLS} kills`);
      const random = seededRandom(SEED);
      const before = await figures();
      // The stand-in dies with its transaction, so nothing lands later than its end.
      const timing = { settleMs: 40, lookUpTimeoutMs: 10_000, inUseTimeoutMs: 5_000 };
      const killer = new BridgeKiller(random, KILLS, () =>
        sage.company.control.boi({ do: 'die', when: 'after-write' })
      );
      const boi = await quickStarting(sage.options.boi);
      const writer = sage.writer({ timing, boi: { ...boi, observer: killer } });
      const startedAt = performance.now();
      const outcomes = new Map<string, number>();
      const owners = Array.from({ length: OWNERS }, (_, owner) =>
        sendOrders(writer, owner, random, killer, outcomes)
      );
      const receipts = (await Promise.all(owners)).flat();
      killer.stop();
      const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
      console.log(
        `${receipts.length} orders in ${seconds} s; killed ${JSON.stringify(killer.points)}; answers ${JSON.stringify(Object.fromEntries(outcomes))}`
      );

      expect(killer.kills).toBe(KILLS);
      expect(outcomes.get('LB512') ?? 0).toBe(0);
      await expectEachOnce(receipts);
      expect(await figures()).toEqual(await expectedFigures(before, receipts));
      expect(
        killer.points.beforeWrite + killer.points.duringWrite + killer.points.afterWrite
      ).toBeGreaterThan(0);
    },
    LIMIT_MS
  );
});

/** Lets Node.js keep what it compiled: the bridge is started anew after each kill, and one that is killed keeps nothing. */
async function quickStarting(boi: BoiOptions): Promise<BoiOptions> {
  const options = { ...boi, environment: { NODE_COMPILE_CACHE: join(sage.directory, 'compiled') } };
  const writer = sage.writer({ boi: options });
  await writer.quoteSalesOrder(someOrder('warm-up', () => 0));
  await writer.close();
  return options;
}

/** One owner: an order after the other, each sent again until it has a receipt, until all kills are done. */
async function sendOrders(
  writer: SageWriter,
  owner: number,
  random: () => number,
  killer: BridgeKiller,
  outcomes: Map<string, number>
): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  for (let number = 1; killer.isAtWork; number += 1) {
    const draft = someOrder(`kill-${SEED}-${owner}-${number}`, random);
    receipts.push({ draft, salesOrderNo: await sendUntilReceipt(writer, draft, outcomes) });
  }
  return receipts;
}

async function sendUntilReceipt(
  writer: SageWriter,
  draft: SalesOrderDraft,
  outcomes: Map<string, number>
): Promise<string> {
  const count = (name: string) => outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
  for (;;) {
    try {
      const { key, outcome } = await writer.createSalesOrder(draft);
      count(outcome);
      return key;
    } catch (error) {
      if (!(error instanceof LedgerBridgeError) || error.entry.kind === 'permanent') throw error;
      count(error.code);
      // A bridge that was killed while it started is not started again for a moment.
      if (writer.state().bridge === 'failed') await delay(50);
    }
  }
}

function someOrder(requestKey: string, random: () => number): SalesOrderDraft {
  const pick = (limit: number) => Math.floor(random() * limit);
  return salesOrderDraftSchema.parse({
    requestKey,
    customerNo: CUSTOMERS[pick(CUSTOMERS.length)],
    warehouseCode: '000',
    lines: Array.from({ length: 1 + pick(3) }, () => ({
      kind: 'item',
      itemCode: ITEM,
      quantity: String(1 + pick(9)),
      unitPrice: '10'
    }))
  });
}

/** Each key stands in one order, which is that of its receipt, with all its lines; no other order was made. */
async function expectEachOnce(receipts: readonly Receipt[]): Promise<void> {
  const rows = await sage.rows('SELECT SalesOrderNo, UDF_SALESFORCE_ID FROM SO_SalesOrderHeader');
  const written = rows
    .map(([number, key]) => [String(key), String(number)] as const)
    .filter(([key]) => key.startsWith(`kill-${SEED}-`));
  const expected = receipts.map(({ draft, salesOrderNo }) => [draft.requestKey, salesOrderNo] as const);
  expect(written.toSorted(byKey)).toEqual(expected.toSorted(byKey));
  const orders = await sage.options.records.salesOrders.byKeys(receipts.map((each) => each.salesOrderNo));
  orders.forEach((order, index) => {
    const wanted = receipts[index]?.draft.lines.map((line) =>
      line.kind === 'item' ? Number(line.quantity) : 0
    );
    expect(order.lines.map((line) => Number(line.quantityOrdered))).toEqual(wanted);
  });
}

function byKey([left]: readonly [string, string], [right]: readonly [string, string]): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Pieces on order, and the open orders of each customer in cents. */
async function figures() {
  const [stock] = await sage.options.records.inventoryLevels.byKeys([
    { itemCode: ITEM, warehouseCode: '000' }
  ]);
  const customers = await sage.options.records.customers.byKeys(
    CUSTOMERS.map((display) => ({ arDivisionNo: display.slice(0, 2), customerNo: display.slice(3) }))
  );
  return {
    onSalesOrder: Number(stock?.quantityOnSalesOrder),
    openOrders: customers.map(({ openOrderAmount }) => Math.round(Number(openOrderAmount) * 100))
  };
}

async function expectedFigures(
  before: Awaited<ReturnType<typeof figures>>,
  receipts: readonly Receipt[]
): Promise<typeof before> {
  const orders = await sage.options.records.salesOrders.byKeys(receipts.map((each) => each.salesOrderNo));
  const pieces = orders.flatMap(({ lines }) => lines.map((line) => Number(line.quantityOrdered)));
  return {
    onSalesOrder: pieces.reduce((sum, each) => sum + each, before.onSalesOrder),
    openOrders: CUSTOMERS.map((display, index) =>
      orders
        .filter(({ arDivisionNo, customerNo }) => `${arDivisionNo}-${customerNo}` === display)
        .reduce((sum, { total }) => sum + Math.round(Number(total) * 100), before.openOrders[index] ?? 0)
    )
  };
}
