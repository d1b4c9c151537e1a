import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SalesOrder } from '../../canonical/sales-order.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceRow } from '../../salesforce/port/salesforce-records.ts';
import { startWritingCompany, type WritingCompany } from '../../sage/writing/test-support/writing-company.ts';
import { failedWriteBack } from './failed-write-back.ts';
import { account, activatedOrder, line, someId, wonDeal } from './test-support/deals.ts';
import { openOrderDesk, type Answered, type OrderDesk } from './test-support/order-desk.ts';
import { salesforceRows } from './test-support/salesforce-rows.ts';

const CABINET = '1001-HON-H252';
const PRICED = 'PRC-CUST';

const salesforce = salesforceRows({ severalCurrencies: true });
let sage: WritingCompany;
let desk: OrderDesk;
beforeAll(async () => {
  sage = await startWritingCompany();
  desk = await openOrderDesk({ sage, writer: sage.writer(), records: salesforce.records });
});
beforeEach(() => desk.settings({}));
afterEach(() => sage.company.control.boi({ do: 'reset' }));
afterAll(async () => {
  await desk.close();
  await sage.close();
});

function submit(deal: SalesforceRow & { readonly Id: string }, changes: object = {}): Promise<Answered> {
  salesforce.put(deal);
  return desk.ask({
    object: deal.Id.startsWith('801') ? 'Order' : 'Opportunity',
    recordId: deal.Id,
    ...changes
  });
}

async function orderOf(answered: Answered): Promise<SalesOrder> {
  const number = answered.writeBack?.salesOrderNo ?? '';
  const [order] = await sage.options.records.salesOrders.byKeys([number]);
  if (order === undefined) throw new Error(`there is no order "${number}": ${JSON.stringify(answered)}`);
  return order;
}

function refusal({ error }: Answered): LedgerBridgeError {
  if (error instanceof LedgerBridgeError) return error;
  throw new Error(`it was not refused: ${String(error)}`);
}

/** How many orders of Sage carry this request key, open or past. */
async function ordersWith(orderKey: string): Promise<number> {
  const rows = await sage.rows(
    `SELECT SalesOrderNo FROM SO_SalesOrderHistoryHeader WHERE UDF_SALESFORCE_ID = '${orderKey}'`
  );
  return rows.length;
}

describe('a deal that is won', () => {
  it('when it has comments, fields of its own and a mapped value, then the order holds them all, and record, log and stock are told', async () => {
    desk.settings({
      valueMappings: [{ kind: 'Ship Via', salesforceValue: 'Express', sageValue: 'UPS BLUE' }],
      fieldPairs: [
        { object: 'Opportunity', salesforceField: 'Gift_Wrap__c', sageField: 'UDF_GIFT_WRAP' },
        { object: 'Opportunity', salesforceField: 'Account.Site', sageField: 'confirmTo' },
        { object: 'OpportunityLineItem', salesforceField: 'Engraving__c', sageField: 'UDF_ENGRAVING' }
      ]
    });
    const lines = [
      line(CABINET, '2', { Sage_Line_Comment__c: 'Deliver to the back door.', Engraving__c: 'À toi' }),
      line('STK-A', '3', { Discount: '5.0', Engraving__c: null })
    ];
    const deal = wonDeal(lines, {
      Account: account('01-ABF', { Site: 'Milwaukee' }),
      Sage_Ship_Via__c: 'express',
      Sage_Customer_PO_No__c: 'PO-4711',
      Sage_Warehouse_Code__c: '000',
      Gift_Wrap__c: true
    });
    const answered = await submit(deal);
    const order = await orderOf(answered);
    expect(order).toMatchObject({
      orderDate: '2026-01-20',
      shipVia: 'UPS BLUE',
      customerPONo: 'PO-4711',
      warehouseCode: '000',
      confirmTo: 'Milwaukee',
      userDefinedFields: { UDF_GIFT_WRAP: 'Y', UDF_SALESFORCE_ID: deal.Id }
    });
    expect(order.lines).toMatchObject([
      { itemCode: CABINET, quantityOrdered: '2.000000', userDefinedFields: { UDF_ENGRAVING: 'À toi' } },
      { itemType: 'comment', comment: 'Deliver to the back door.' },
      { itemCode: 'STK-A', quantityOrdered: '3.000000', discountPercent: '5.000' }
    ]);
    expect(answered.writeBack).toMatchObject({
      records: [{ object: 'Opportunity', recordId: deal.Id }],
      state: 'Done',
      code: null,
      lineKeys: {
        [lines[0]?.Id ?? '']: order.lines[0]?.lineKey,
        [lines[1]?.Id ?? '']: order.lines[2]?.lineKey
      }
    });
    expect(answered.log).toMatchObject({ sageKey: order.salesOrderNo, counts: { created: 1 }, attempts: 1 });
    expect(answered.log?.story.join('\n')).toMatch(/Credit: nothing is against.*CreditLimit.*\(\d+ ms\)/su);
    const stock = await desk.jobsOf('test-stock');
    expect(stock.map(({ key }) => key)).toEqual(expect.arrayContaining([CABINET, 'STK-A']));
  });

  it('when item, warehouse and ship-to are all wrong, then one answer tells all of them in the words of Salesforce', async () => {
    const lines = [line('NO-SUCH', '1'), line('STK-A', '1', { Sage_Warehouse_Code__c: '999' })];
    const answered = await submit(wonDeal(lines, { Sage_Ship_To_Code__c: 'NOPE' }));
    expect(answered.job).toMatchObject({ state: 'dead', attempts: 1, lastErrorCode: 'LB523' });
    expect(
      refusal(answered)
        .faults.map(({ code, field }) => `${code} ${field}`)
        .sort()
    ).toEqual([
      'LB402 line 1 "NO-SUCH": Product2.ProductCode',
      'LB404 line 2 "STK-A": Sage_Warehouse_Code__c',
      'LB406 Sage_Ship_To_Code__c'
    ]);
  });

  it("when a product code is the customer's alias, or the product names its item, then that is the item", async () => {
    const own = { Name: 'Desk', ProductCode: 'ABF-77', Sage_Item_Code__c: CABINET };
    const answered = await submit(wonDeal([line('ABF-77', '1'), line('x', '1', { Product2: own })]));
    expect((await orderOf(answered)).lines).toMatchObject([{ itemCode: 'STK-A' }, { itemCode: CABINET }]);
  });

  it('when it has neither account nor products, then both are told', async () => {
    const answered = await submit(wonDeal([], { Account: null }));
    expect(refusal(answered).faults.map(({ code }) => code)).toEqual(['LB757', 'LB754']);
  });

  it('when it is not won any more, then nothing is written, and the record says so', async () => {
    const answered = await submit(wonDeal([line(CABINET, '1')], { IsWon: false }));
    expect(answered.writeBack).toMatchObject({
      salesOrderNo: null,
      state: 'Done',
      message: expect.stringMatching(/not won/u) as string
    });
  });

  it('when it was deleted since it asked, then the log says so, and nothing is written back', async () => {
    const answered = await desk.ask({ object: 'Opportunity', recordId: someId('006') });
    expect(answered.log?.story.join(' ')).toMatch(/not there any more/u);
    expect(answered).toMatchObject({ job: { state: 'done' }, writeBack: undefined });
  });

  it('when the customer number has leading zeros, then they stay', async () => {
    const order = await orderOf(
      await submit(wonDeal([line(CABINET, '1')], { Account: account('01-000123') }))
    );
    expect(order).toMatchObject({ arDivisionNo: '01', customerNo: '000123' });
  });

  it("when the number on the record is another's, then it is LB759", async () => {
    const first = await orderOf(await submit(wonDeal([line(CABINET, '1')])));
    const answered = await submit(
      wonDeal([line(CABINET, '1')], { Sage_Sales_Order_No__c: first.salesOrderNo })
    );
    expect(answered.job.lastErrorCode).toBe('LB759');
  });
});

describe('credit', () => {
  const onHold = () => account('01-SHEPARD');

  it('when the admin says block, then the order is refused and nothing is written', async () => {
    desk.settings({ creditReaction: 'block' });
    const deal = wonDeal([line(CABINET, '1')], { Account: onHold() });
    expect((await submit(deal)).job.lastErrorCode).toBe('LB509');
    expect(await ordersWith(deal.Id)).toBe(0);
  });

  it('when the admin says hold, then the order is on hold in Sage, and the record says why', async () => {
    desk.settings({ creditReaction: 'hold' });
    const answered = await submit(wonDeal([line(CABINET, '1')], { Account: onHold() }));
    expect((await orderOf(answered)).orderStatus).toBe('H');
    expect(answered.writeBack).toMatchObject({
      state: 'Done',
      code: 'LB509',
      message: expect.stringMatching(/on hold/u) as string
    });
  });

  it('when the admin says warn, then the order is written, the record is told, and the log has the numbers', async () => {
    const answered = await submit(wonDeal([line(CABINET, '1')], { Account: onHold() }));
    expect((await orderOf(answered)).orderStatus).not.toBe('H');
    expect(answered.writeBack?.message).toMatch(/taken all the same/u);
    expect(answered.log?.story.join(' ')).toMatch(/CurrentBalance .*Order -\d.*rule credit-2/u);
  });
});

describe('credit of a change', () => {
  it('when the admin says block, then what adds to the order is refused, and what takes from it is not', async () => {
    const kept = line(CABINET, '3');
    const deal = wonDeal([kept], { Account: account('01-SHEPARD') });
    const first = await orderOf(await submit(deal));
    desk.settings({ creditReaction: 'block' });
    const less = await submit({ ...deal, OpportunityLineItems: [{ ...kept, Quantity: '2' }] });
    expect((await orderOf(less)).lines[0]?.quantityOrdered).toBe('2.000000');
    const more = await submit({ ...deal, OpportunityLineItems: [{ ...kept, Quantity: '9' }] });
    expect(more.job.lastErrorCode).toBe('LB509');
    const [order] = await sage.options.records.salesOrders.byKeys([first.salesOrderNo]);
    expect(order?.lines[0]?.quantityOrdered).toBe('2.000000');
  });
});

describe('a deal that asks again', () => {
  it('when nothing changed, then nothing is written, and there is one order', async () => {
    const deal = wonDeal([line(CABINET, '1', { Sage_Line_Comment__c: 'Ring twice.' })]);
    const first = await orderOf(await submit(deal));
    const again = await submit(deal);
    expect(again.log).toMatchObject({ counts: { created: 0, unchanged: 1 } });
    expect(await orderOf(again)).toEqual(first);
    expect(await ordersWith(deal.Id)).toBe(1);
  });

  it('when quantity, lines and purchase order change, then only these change, and what Sage changed stays', async () => {
    const [kept, gone] = [line(CABINET, '1'), line('STK-A', '2')];
    const deal = wonDeal([kept, gone], { Sage_Customer_PO_No__c: 'A' });
    const first = await orderOf(await submit(deal));
    await sage
      .writer()
      .updateSalesOrder({ salesOrderNo: first.salesOrderNo, header: { comment: 'By hand' } });
    const lines = [{ ...kept, Quantity: '5' }, line('STK-ONE', '4')];
    const answered = await submit(
      { ...deal, OpportunityLineItems: lines, Sage_Customer_PO_No__c: 'B' },
      { action: 'amend' }
    );
    const order = await orderOf(answered);
    expect(order).toMatchObject({ salesOrderNo: first.salesOrderNo, customerPONo: 'B', comment: 'By hand' });
    expect(order.lines.map(({ itemCode, quantityOrdered }) => [itemCode, quantityOrdered])).toEqual([
      [CABINET, '5.000000'],
      ['STK-ONE', '4.000000']
    ]);
    expect(order.lines[0]?.lineKey).toBe(first.lines[0]?.lineKey);
    expect(answered.log?.story.join('\n')).toMatch(/quantity was 1 and is 5/u);
  });

  it('when the order is being invoiced, then a change is refused with its state, and the same again is not', async () => {
    const deal = wonDeal([line(CABINET, '2')]);
    const { salesOrderNo } = await orderOf(await submit(deal));
    await sage.company.control.set('SO_SalesOrderHeader', salesOrderNo, { CurrentInvoiceNo: '0199999' });
    expect((await submit(deal)).log).toMatchObject({ counts: { unchanged: 1 } });
    const answered = await submit({ ...deal, Sage_Customer_PO_No__c: 'LATE' }, { action: 'amend' });
    expect(refusal(answered)).toMatchObject({
      code: 'LB517',
      message: expect.stringMatching(/is being invoiced/u) as string
    });
  });

  it('when the account is another customer by now, then Sage moves no order, and it is LB517', async () => {
    const deal = wonDeal([line(CABINET, '1')]);
    await submit(deal);
    expect((await submit({ ...deal, Account: account('01-000123') })).job.lastErrorCode).toBe('LB517');
  });

  it('when its activated order asks too, then there is one order, both records show it, and the order decides from then on', async () => {
    const deal = wonDeal([line(CABINET, '1'), line('STK-A', '2')]);
    const first = await orderOf(await submit(deal));
    const items = [line(CABINET, '1', { Id: someId('802') }), line('STK-A', '3', { Id: someId('802') })];
    const answered = await submit(activatedOrder(items), { orderKey: deal.Id });
    const order = await orderOf(answered);
    expect(order.lines.map(({ lineKey }) => lineKey)).toEqual(first.lines.map(({ lineKey }) => lineKey));
    expect(order.lines[1]?.quantityOrdered).toBe('3.000000');
    expect(answered.writeBack?.records.map(({ object }) => object)).toEqual(['Opportunity', 'Order']);
    expect(await ordersWith(deal.Id)).toBe(1);
    const back = await submit(deal, { action: 'amend' });
    expect((await orderOf(back)).lines[1]?.quantityOrdered).toBe('3.000000');
  });
});

describe('a cancellation', () => {
  it('when the order stands, then it is cancelled, its stock is told, and a second one finds nothing to do', async () => {
    const deal = wonDeal([line('STK-ONE', '1')]);
    const { salesOrderNo } = await orderOf(await submit(deal));
    const ticked = { ...deal, Sage_Cancel_Requested__c: true };
    const answered = await submit(ticked, { action: 'cancel' });
    expect(answered.writeBack).toMatchObject({
      salesOrderNo,
      state: 'Done',
      message: expect.stringMatching(/is cancelled/u) as string
    });
    expect(await sage.options.records.salesOrders.byKeys([salesOrderNo])).toEqual([]);
    expect((await submit(ticked, { action: 'cancel' })).log).toMatchObject({ counts: { unchanged: 1 } });
    expect((await submit(deal)).job.lastErrorCode ?? 'dead').toBe('LB517');
  });

  it('when older requests come after it, as after a gap in the stream, then they write nothing', async () => {
    const deal = wonDeal([line(CABINET, '1')], { Sage_Cancel_Requested__c: true });
    await submit(deal, { action: 'cancel' });
    for (const action of ['submit', 'amend'] as const) {
      const { writeBack, log } = await submit(deal, { action });
      expect(writeBack?.salesOrderNo).toBeNull();
      expect(log).toMatchObject({ state: 'Succeeded', counts: { skipped: 1 } });
    }
    expect(await ordersWith(deal.Id)).toBe(0);
  });

  it('when it comes late, after the tick was taken away again, then the order stays', async () => {
    const deal = wonDeal([line(CABINET, '1')]);
    const { salesOrderNo } = await orderOf(await submit(deal));
    const { log } = await submit(deal, { action: 'cancel' });

    expect(log).toMatchObject({ state: 'Succeeded', counts: { skipped: 1 } });
    expect(await sage.options.records.salesOrders.byKeys([salesOrderNo])).toHaveLength(1);
  });

  it('when nothing was ever written, then it is done, and the record says so', async () => {
    const deal = wonDeal([line(CABINET, '1')]);
    const answered = await submit(deal, { action: 'cancel' });
    expect(answered.writeBack).toMatchObject({
      salesOrderNo: null,
      message: expect.stringMatching(/no order was ever made/u) as string
    });
  });
});

describe("prices of Salesforce, in the customer's currency", () => {
  const exchangeRates = [{ from: 'EUR', to: 'USD', rate: '1.0842', validFrom: '2026-01-01' }];

  it('when they may be converted, then lines and total are equal to the cent, and the log has the rate', async () => {
    desk.settings({ priceSource: 'salesforce', currencyRule: 'convert', exchangeRates });
    const lines = [
      line(CABINET, '3', { UnitPrice: '33.33' }),
      line('STK-A', '7', { UnitPrice: '0.99', Discount: '10' })
    ];
    const answered = await submit(wonDeal(lines, { CurrencyIsoCode: 'EUR' }));
    const order = await orderOf(answered);
    // 99.99 EUR and 6.24 EUR at 1.0842: 108.409158 and 6.765408.
    expect(order.lines.map(({ extensionAmount }) => extensionAmount)).toEqual(['108.41', '6.77']);
    expect(answered.log?.story.join(' ')).toMatch(/106\.23 EUR are 115\.18 USD .*1\.0842/u);
  });

  it('when conversion is off, or there is no rate for the day, then it is LB755', async () => {
    const deal = wonDeal([line(CABINET, '1')], { CurrencyIsoCode: 'EUR' });
    expect((await submit(deal)).job.lastErrorCode).toBe('LB755');
    desk.settings({ priceSource: 'salesforce', currencyRule: 'convert' });
    expect((await submit(wonDeal([line(CABINET, '1')], { CurrencyIsoCode: 'EUR' }))).job.lastErrorCode).toBe(
      'LB755'
    );
  });

  it('when Sage prices, then nothing is converted, and the log says so', async () => {
    desk.settings({ currencyRule: 'convert' });
    const answered = await submit(wonDeal([line(PRICED, '1')], { CurrencyIsoCode: 'EUR' }));
    expect((await orderOf(answered)).lines[0]?.priceOverridden).toBe(false);
    expect(answered.log?.story.join(' ')).toMatch(/The order is in EUR; nothing of it is converted/u);
  });
});

describe('an attempt whose end is not known', () => {
  it('when the bridge dies between write and receipt, then there is one order', async () => {
    const deal = wonDeal([line(CABINET, '1')]);
    await sage.company.control.boi({ do: 'die', when: 'after-write' });
    const order = await orderOf(await submit(deal));
    expect(order.userDefinedFields['UDF_SALESFORCE_ID']).toBe(deal.Id);
    expect(await ordersWith(deal.Id)).toBe(1);
  });

  it('when the order was written and the job never acknowledged, then its stock is told all the same', async () => {
    const deal = wonDeal([line(CABINET, '1')]);
    await submit(deal);
    await desk.store.links.remove('sales-order', deal.Id);
    const told = async () => (await desk.jobsOf('test-stock')).filter(({ key }) => key === CABINET).length;
    const before = await told();
    expect((await submit(deal)).log).toMatchObject({ counts: { created: 0, unchanged: 1 } });
    expect(await told()).toBe(before + 1);
  });

  it('when the order was written and the job never acknowledged, and the deal changed since, then the order is changed', async () => {
    const deal = wonDeal([line(CABINET, '1'), line('STK-A', '1')]);
    await submit(deal);
    await desk.store.links.remove('sales-order', deal.Id);
    const lines = [{ ...line(CABINET, '4') }, line('STK-A', '1')];
    const order = await orderOf(await submit({ ...deal, OpportunityLineItems: lines }));
    expect(order.lines.map(({ itemCode, quantityOrdered }) => [itemCode, quantityOrdered])).toEqual([
      [CABINET, '4.000000'],
      ['STK-A', '1.000000']
    ]);
    expect(await ordersWith(deal.Id)).toBe(1);
  });
});

describe('failedWriteBack', () => {
  it('when a request is dead, then its record is told the code and a message that fits the field', () => {
    const request = {
      orderKey: 'k',
      object: 'Order',
      recordId: 'r',
      requestedAt: '2026-01-31T12:00:00.000Z'
    } as const;
    const payload = failedWriteBack(request, { code: 'LB523', message: 'x'.repeat(300) });
    expect(payload).toMatchObject({ state: 'Failed', code: 'LB523', salesOrderNo: null });
    expect(payload.message).toHaveLength(255);
  });
});
