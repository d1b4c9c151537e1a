import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSageCompany } from '../../index.ts';
import type { SageCompany } from '../../index.ts';
import { call, out, startBridge } from '../test-bridge.ts';
import type { TestBridge } from '../test-bridge.ts';
import { nextOrderNo, openKeySteps, openOrderSteps, setSteps } from '../test-order.ts';

let directory: string;
let company: SageCompany;
let bridge: TestBridge;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-boi-'));
  company = await startSageCompany({ directory });
  bridge = startBridge(company.boi);
  await bridge.results(openOrderSteps(company.boi));
});
afterAll(async () => {
  await bridge.end();
  await company.close();
  await rm(directory, { recursive: true });
});

async function unitPrice(customerNo: string, itemCode: string, quantity: number): Promise<unknown> {
  const { today } = await company.control.status();
  const header = { OrderDate$: today.replaceAll('-', ''), ARDivisionNo$: '01', CustomerNo$: customerNo };
  const results = await bridge.results([
    ...openKeySteps(await nextOrderNo(bridge)),
    ...setSteps('object', header),
    call('lines', 'nAddLine'),
    ...setSteps('lines', { ItemCode$: itemCode, QuantityOrdered: quantity }),
    call('lines', 'nGetValue', 'UnitPrice', out('number')),
    call('object', 'nClear')
  ]);
  return results.at(-2)?.out?.[0];
}

/** The prices that the company's records for cases state, item by item, with the record that each comes from. */
describe('prices of the records for cases', () => {
  it.each([
    ['PRICING', 'PRC-STD', 1, 100],
    ['PRICING', 'PRC-CUST', 1, 71],
    ['PRICING', 'PRC-LEVEL', 1, 88],
    ['PRICING', 'PRC-BLANK', 1, 95],
    ['PRICING', 'PRC-CODE', 1, 90],
    ['PRICING', 'PRC-CODESTD', 1, 92.5],
    ['PRICING', 'PRC-PROMO', 1, 80],
    ['PRICING', 'PRC-PROMODSC', 1, 75],
    ['PRICING', 'PRC-PROMOEXP', 1, 100],
    ['PRICING', 'PRC-PROMOFUT', 1, 100],
    ['PRICING', 'PRC-PROMOHI', 1, 100],
    ['PRICING', 'PRC-PROMOCST', 1, 80],
    ['PRICING', 'PRC-BREAKS', 9, 100],
    ['PRICING', 'PRC-BREAKS', 10, 95],
    ['PRICING', 'PRC-BREAKS', 49, 92.5],
    ['PRICING', 'PRC-BREAKS', 99, 90],
    ['PRICING', 'PRC-BREAKS', 100, 87.5],
    ['PRICING', 'PRC-METH-C', 10, 95],
    ['PRICING', 'PRC-METH-C', 11, 90],
    ['PRICING', 'PRC-METH-D', 1, 66.667],
    ['PRICING', 'PRC-METH-M', 1, 97.5],
    ['PRICING', 'PRC-METH-O', 1, 88.123456],
    ['PRICING', 'PRC-METH-P', 1, 87.75],
    ['PRODLINE', 'PRC-LINE', 1, 77],
    ['PRICING', 'PRC-LINE', 1, 82],
    ['PRICING', 'PRC-SIXDIG', 1, 0.4125]
  ])('when 01-%s buys %s, %d units, then one costs %d', async (customerNo, itemCode, quantity, expected) => {
    expect(await unitPrice(customerNo, itemCode, quantity)).toBe(expected);
  });
});
