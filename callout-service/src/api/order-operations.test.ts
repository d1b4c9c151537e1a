import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startCompanyService, type CompanyService } from '../../test-support/company-service.ts';
import type { FieldFault } from '../errors/ledger-bridge-error.ts';
import { flatOrderSchema } from '../inquiry/orders/flat-order.ts';
import { orderLinePageSchema } from '../inquiry/orders/order-line-page.ts';
import { orderPreviewSchema } from '../inquiry/orders/order-preview.ts';

const found: FieldFault[] = [];
let lb: CompanyService;
beforeAll(async () => {
  lb = await startCompanyService({ checks: { check: () => Promise.resolve([...found]) } });
});
afterAll(() => lb.stop());
afterEach(() => void found.splice(0));

const order = (salesOrderNo: string) => lb.answer(flatOrderSchema.strict(), `/v1/orders/${salesOrderNo}`);
const path = '/v1/orders/preview';
const preview = (draft: object) =>
  lb.answer(orderPreviewSchema, path, { body: { order: JSON.stringify({ requestKey: 'k', ...draft }) } });
const item = (itemCode: string, quantity: string, more: object = {}) => ({
  kind: 'item',
  itemCode,
  quantity,
  ...more
});

describe('getOrder', () => {
  it('when leading zeros are left out, then the order is found all the same', async () => {
    expect(await order('115')).toMatchObject({
      salesOrderNo: '0000115',
      customerNo: '01-ABF',
      total: 7856.1
    });
  });

  it.each([
    ['0000901', { status: 'open', isOpen: true, lineCount: 2, total: 180 }],
    ['0000902', { discountAmount: 100, salesTaxAmount: 49.5, freightAmount: 12.5, total: 962 }],
    ['0000903', { status: 'hold' }],
    ['0000904', { status: 'partlyShipped' }],
    ['0000906', { kind: 'quote', status: 'quote' }],
    ['0000907', { kind: 'quote', status: 'expiredQuote' }],
    ['0000918', { status: 'completed', isOpen: true }],
    ['0000932', { status: 'cancelled', isOpen: false }],
    ['0000934', { status: 'completed', isOpen: false, invoiceNo: '0100936' }]
  ])('when %s is asked for, then %j', async (salesOrderNo, expected) => {
    expect(await order(salesOrderNo)).toMatchObject(expected);
  });

  it('when it is wanted whole, then its lines come in their order', async () => {
    const { order: whole, lineCount } = await lb.answer(orderLinePageSchema, '/v1/orders/912/detail');
    expect(whole.lines.length).toBe(lineCount);
    expect(whole.lines.map(({ itemType }) => itemType)).toEqual(
      expect.arrayContaining(['comment', 'charge'])
    );
  });
});

describe('previewOrder', () => {
  it('when Sage does not price it, then the rules do, line by line, and tax is not known', async () => {
    const answer = await preview({
      customerNo: '01-PRICING',
      freightAmount: '12.50',
      lines: [
        item('PRC-CUST', '2'),
        { kind: 'comment', text: 'With care' },
        item('prc-breaks', '25', { discountPercent: '10' }),
        item('PRC-STD', '1', { unitPrice: '90' })
      ]
    });
    expect(answer.lines).toMatchObject([
      {
        lineNo: 1,
        unitPrice: '71.000000',
        extension: '142.00',
        pricedBy: 'rules',
        priceRule: 'customerItem'
      },
      { lineNo: 3, itemCode: 'PRC-BREAKS', unitPrice: '92.500000', extension: '2081.25' },
      { lineNo: 4, unitPrice: '90.000000', pricedBy: 'request', extension: '90.00' }
    ]);
    expect(answer.lines[2]?.warnings).toContain('PRICE_DIFFERS');
    expect(answer).toMatchObject({
      pricedBy: 'rules',
      subtotal: '2313.25',
      freight: '12.50',
      total: '2325.75'
    });
    expect(answer).not.toHaveProperty('salesTax');
    expect(answer.credit?.orderAmount).toBe('2325.75');
  });

  it('when the customer has a discount, then it counts for items that allow it, unless the order names another', async () => {
    await lb.company.control.set('CI_Item', 'PRC-STD', { AllowTradeDiscount: 'Y' });
    await lb.company.control.set('CI_Item', 'PRC-METH-P', { AllowTradeDiscount: 'N' });
    const lines = [item('PRC-STD', '10'), item('PRC-METH-P', '1')];
    expect(await preview({ customerNo: '01-DISC10', lines })).toMatchObject({
      discount: '100.00',
      total: '987.75'
    });
    expect(await preview({ customerNo: '01-DISC10', discountRate: '0', lines })).toMatchObject({
      discount: '0.00',
      total: '1087.75'
    });
  });

  it('when lines together take more than there is, then the line that does is short', async () => {
    const { lines } = await preview({
      customerNo: '01-PRICING',
      warehouseCode: '001',
      lines: [item('STK-ALL', '5'), item('STK-ALL', '4'), item('STK-A', '1', { warehouseCode: '002' })]
    });
    expect(lines.map(({ available, warnings }) => [available, warnings.includes('SHORT_STOCK')])).toEqual([
      ['8.000000', false],
      ['8.000000', true],
      ['-5.000000', true]
    ]);
  });

  it('when an item is sold by the box, then boxes are held against stock in pieces, and each unit has its price', async () => {
    const { lines } = await preview({
      customerNo: '01-ABF',
      lines: [item('STK-BOX', '19'), item('STK-BOX', '1'), item('STK-BOX', '12', { unitOfMeasure: 'EACH' })]
    });
    expect(lines.map(({ warnings }) => warnings.includes('SHORT_STOCK'))).toEqual([false, true, true]);
    expect(Number(lines[0]?.unitPrice)).toBeCloseTo(Number(lines[2]?.unitPrice) * 12, 2);
  });

  it('when an item has no stock of its own, then it is never short', async () => {
    const lines = [item('/LABOR', '99'), item('/FREIGHT', '1'), item('KIT-DESK', '999')];
    const answer = await preview({ customerNo: '01-ABF', lines });
    expect(answer.lines.flatMap(({ warnings }) => warnings)).not.toContain('SHORT_STOCK');
  });

  it('when items are inactive or discontinued, then their lines say so', async () => {
    const { lines } = await preview({
      customerNo: '01-ABF',
      lines: [item('INACTIVE-1', '1'), item('DISC-STOCK', '1')]
    });
    expect(lines[0]?.warnings).toContain('INACTIVE');
    expect(lines[1]?.warnings).toContain('DISCONTINUED');
  });

  it('when the checks find faults, then all come, and the lines that Sage knows are worked out', async () => {
    found.push(
      {
        code: 'LB401',
        field: 'customerNo',
        value: '01-GHOST',
        problem: 'It is not there.',
        fix: 'Correct it.'
      },
      {
        code: 'LB402',
        field: 'lines[0].itemCode',
        value: 'NOPE',
        problem: 'It is not there.',
        fix: 'Correct it.'
      }
    );
    const answer = await preview({
      customerNo: '01-GHOST',
      lines: [item('NOPE', '1'), item('PRC-STD', '1')]
    });
    expect(answer.faults).toEqual(found);
    expect(answer).not.toHaveProperty('credit');
    expect(answer.lines[0]).not.toHaveProperty('unitPrice');
    expect(answer.lines[1]).toMatchObject({ unitPrice: '100.000000' });
  });

  it('when many lines name few items, then each item is read once', async () => {
    const lines = Array.from({ length: 40 }, (_, no) => item(no % 2 === 0 ? 'PRC-STD' : 'STK-A', '1'));
    await preview({ customerNo: '01-ABF', lines });
    lb.reads();
    await preview({ customerNo: '01-ABF', lines });
    expect(lb.reads()).toBeLessThanOrEqual(12);
  });

  it.each([
    ['no JSON', '{', 'LB104'],
    ['no order', '{}', 'LB104'],
    [
      'a line without an item',
      JSON.stringify({ requestKey: 'k', customerNo: '01-ABF', lines: [{ kind: 'item' }] }),
      'LB104'
    ]
  ])('when the text holds %s, then it is refused', async (_what, text, code) => {
    expect(await lb.problem(path, { body: { order: text } })).toMatchObject({ code });
  });

  it('when Sage is stopped, then a preview is refused and no old figure is shown as new', async () => {
    await lb.company.control.stop();
    const body = {
      order: JSON.stringify({ requestKey: 'k', customerNo: '01-ABF', lines: [item('PRC-STD', '1')] })
    };
    expect((await lb.problem(path, { body })).code).toMatch(/^LB30/);
    await lb.company.control.start();
  });
});
