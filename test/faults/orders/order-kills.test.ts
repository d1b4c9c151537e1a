import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { killInTheStream } from './kills-in-the-stream.ts';

// Each kill costs a new process. The full number: npm run faults -- orders kills.
const KILLS = Number(process.env['LEDGER_BRIDGE_ORDER_KILLS'] ?? 3);
const ORDERS = Number(process.env['LEDGER_BRIDGE_ORDERS'] ?? 24);
const SEED = Number(process.env['LEDGER_BRIDGE_SEED'] ?? randomInt(1_000_000));

describe('a stream of orders in which everything is killed', () => {
  it(`when there are ${KILLS} kills in ${ORDERS} orders, then each order is in Sage once and both systems agree`, async () => {
    const { figures, violations } = await killInTheStream(
      { engine: 'sqlite', instances: 1, kills: KILLS, orders: ORDERS },
      { seed: SEED, say: () => undefined, stop: new AbortController().signal }
    );
    console.log(`seed ${SEED}, ${JSON.stringify(figures)}`);

    expect(violations).toEqual([]);
    expect(figures['submitted']).toBe(ORDERS);
  });
});
