import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { salesOrderDraftSchema } from '../../../canonical/drafts/sales-order-draft.ts';
import type { SageWriter } from '../../port/sage-writer.ts';
import { itemLine, refusalOf, someOrder, traces } from '../test-support/drafts.ts';
import { startWritingCompany, type WritingCompany } from '../test-support/writing-company.ts';

let sage: WritingCompany;
let writer: SageWriter;
let untouched: unknown;
beforeAll(async () => {
  sage = await startWritingCompany();
  untouched = await traces(sage);
  writer = sage.writer();
});
afterAll(() => sage.close());

const line = (changes: Readonly<Record<string, unknown>>) => ({ lines: [itemLine(), itemLine(changes)] });
const field = (name: string, value: string | null) => ({ userDefinedFields: { [name]: value } });

describe('an order that Sage would refuse', () => {
  it.each([
    ['an unknown customer', { customerNo: '01-NOBODY' }, 'LB401', 'customerNo', '01-NOBODY'],
    ['a malformed customer', { customerNo: 'ABF' }, 'LB101', 'customerNo', 'ABF'],
    ['an inactive customer', { customerNo: '01-DORMANT' }, 'LB501', 'customerNo', '01-DORMANT'],
    ['an unknown item', line({ itemCode: 'NOTHING' }), 'LB402', 'lines[1].itemCode', 'NOTHING'],
    ['an inactive item', line({ itemCode: 'INACTIVE-1' }), 'LB502', 'lines[1].itemCode', 'INACTIVE-1'],
    [
      'a discontinued item without stock',
      line({ itemCode: 'DISC-EMPTY' }),
      'LB503',
      'lines[1].itemCode',
      'DISC-EMPTY'
    ],
    [
      'more of a discontinued item than is left',
      line({ itemCode: 'DISC-STOCK', quantity: '8' }),
      'LB503',
      'lines[1].itemCode',
      'DISC-STOCK'
    ],
    ['an unknown warehouse', { warehouseCode: '999' }, 'LB404', 'warehouseCode', '999'],
    [
      'an unknown warehouse of a line',
      line({ warehouseCode: '999' }),
      'LB404',
      'lines[1].warehouseCode',
      '999'
    ],
    [
      'an item that is not stocked there',
      line({ itemCode: 'STK-ONE', warehouseCode: '001' }),
      'LB404',
      'lines[1].warehouseCode',
      '001'
    ],
    ['unknown terms', { termsCode: '77' }, 'LB405', 'termsCode', '77'],
    ['an unknown ship-to', { shipToCode: 'ZZZZ' }, 'LB406', 'shipToCode', 'ZZZZ'],
    ['an unknown salesperson', { salesperson: '01-9999' }, 'LB407', 'salesperson', '01-9999'],
    ['a quantity of zero', line({ quantity: '0' }), 'LB504', 'lines[1].quantity', '0'],
    ['a negative quantity', line({ quantity: '-3' }), 'LB504', 'lines[1].quantity', '-3'],
    ['part of a piece', line({ quantity: '1.5' }), 'LB504', 'lines[1].quantity', '1.5'],
    [
      'part of what has a serial number',
      line({ itemCode: 'STK-SER', quantity: '0.5' }),
      'LB504',
      'lines[1].quantity',
      '0.5'
    ],
    ['a text over its length', { comment: 'x'.repeat(31) }, 'LB505', 'comment', 'x'.repeat(31)],
    [
      'a number that the column does not hold',
      { discountRate: '12.3456' },
      'LB506',
      'discountRate',
      '12.3456'
    ],
    ['a UDF that is no number', field('UDF_PALLETS', 'two'), 'LB506', 'userDefinedFields.UDF_PALLETS', 'two'],
    [
      'a UDF that is no day',
      field('UDF_INSTALL_DATE', '31.1.2026'),
      'LB506',
      'userDefinedFields.UDF_INSTALL_DATE',
      '31.1.2026'
    ],
    ['a UDF that is no flag', field('UDF_GIFT_WRAP', 'x'), 'LB506', 'userDefinedFields.UDF_GIFT_WRAP', 'x'],
    [
      'a UDF over its length',
      field('UDF_PRIORITY', 'VERY VERY HIGH'),
      'LB505',
      'userDefinedFields.UDF_PRIORITY',
      'VERY VERY HIGH'
    ],
    [
      'a UDF that does not exist',
      field('UDF_NOT_THERE', '1'),
      'LB409',
      'userDefinedFields.UDF_NOT_THERE',
      '1'
    ],
    ['a column in place of a UDF', field('OrderStatus', 'C'), 'LB409', 'userDefinedFields.OrderStatus', 'C'],
    [
      'a UDF of a line that does not exist',
      line(field('UDF_NO', '1')),
      'LB409',
      'lines[1].userDefinedFields.UDF_NO',
      '1'
    ],
    ['a day that is out of range', { orderDate: '1899-12-31' }, 'LB508', 'orderDate', '1899-12-31'],
    [
      'a day of a line that is out of range',
      line({ promiseDate: '2100-01-01' }),
      'LB508',
      'lines[1].promiseDate',
      '2100-01-01'
    ],
    [
      'a ship date before the order date',
      { orderDate: '2026-02-02', shipDate: '2026-02-01' },
      'LB508',
      'shipDate',
      '2026-02-01'
    ],
    ['no line', { lines: [] }, 'LB507', 'lines', ''],
    [
      'a request key over its length',
      { requestKey: 'k'.repeat(40), comment: 'x'.repeat(31) },
      'LB505',
      'comment',
      'x'.repeat(31)
    ]
  ])(
    'when it has %s, then the fault names field, value and fix, and nothing is written',
    async (_what, changes, code, name, value) => {
      const refusal = await refusalOf(writer.createSalesOrder(someOrder(changes)));
      expect(refusal.code).toBe(code);
      expect(refusal.faults).toHaveLength(1);
      expect(refusal.faults[0]).toMatchObject({ code, field: name, value });
      expect(refusal.faults[0]?.problem).not.toBe('');
      expect(refusal.faults[0]?.fix).not.toBe('');
      if (value.length > 2) expect(refusal.message).not.toContain(value);
      await expect.poll(() => traces(sage), { timeout: 5000 }).toEqual(untouched);
    }
  );

  it('when it has many faults, then all of them come at once, and no number was used up by any refusal', async () => {
    const refusal = await refusalOf(
      writer.createSalesOrder(
        someOrder({
          customerNo: '01-DORMANT',
          termsCode: '77',
          comment: 'x'.repeat(31),
          ...field('UDF_NOT_THERE', '1'),
          lines: [
            itemLine({ quantity: '0' }),
            itemLine({ itemCode: 'NOTHING' }),
            itemLine({ warehouseCode: '999' })
          ]
        })
      )
    );
    expect(refusal.code).toBe('LB523');
    expect(refusal.faults.map(({ code, field: name }) => `${code} ${name}`)).toEqual([
      'LB501 customerNo',
      'LB405 termsCode',
      'LB505 comment',
      'LB409 userDefinedFields.UDF_NOT_THERE',
      'LB504 lines[0].quantity',
      'LB402 lines[1].itemCode',
      'LB404 lines[2].warehouseCode'
    ]);
    // No bridge was ever started, so none can have been asked for a number.
    expect(writer.state().bridgeName).toBeNull();
    expect(sage.observer.bridges).toEqual([]);
  });

  it('when a required UDF is missing or blank, then LB507 names it', async () => {
    const catalogue = sage.options.catalogue;
    const required = sage.writer({
      catalogue: {
        tableNames: () => catalogue.tableNames(),
        describe: async (name) => {
          const table = await catalogue.describe(name);
          const columns = table?.columns.map((column) =>
            column.name === 'UDF_PRIORITY' ? { ...column, required: true } : column
          );
          return table && { ...table, columns: columns ?? [] };
        }
      }
    });
    const fault = { code: 'LB507', field: 'userDefinedFields.UDF_PRIORITY', value: '' };
    for (const changes of [{}, field('UDF_PRIORITY', ' '), field('UDF_PRIORITY', null)]) {
      const refusal = await refusalOf(required.createSalesOrder(someOrder(changes)));
      expect(refusal.faults).toMatchObject([fault]);
    }
  });

  it('when the credit rule blocks, then a hold is LB509 and an order over the limit LB522; a quote passes', async () => {
    const credit = { ...sage.options.credit, reaction: 'block' as const };
    const strict = sage.writer({ credit });
    const before = await traces(sage);
    const hold = await refusalOf(strict.createSalesOrder(someOrder({ customerNo: '01-SHEPARD' })));
    expect(hold.faults).toMatchObject([{ code: 'LB509', field: 'customerNo', value: '01-SHEPARD' }]);
    const over = await refusalOf(strict.createSalesOrder(someOrder({ customerNo: '02-ORANGE' })));
    expect(over.faults).toMatchObject([{ code: 'LB522', field: 'customerNo', value: '02-ORANGE' }]);
    // Only Sage's own total shows that this one goes over what is left.
    const withOrder = await refusalOf(strict.createSalesOrder(someOrder({ customerNo: '01-ATLIMIT' })));
    expect(withOrder.faults).toMatchObject([{ code: 'LB522', value: '01-ATLIMIT' }]);
    await expect.poll(() => traces(sage), { timeout: 5000 }).toEqual(before);
    const quote = await strict.createSalesOrder(someOrder({ customerNo: '01-SHEPARD', kind: 'quote' }));
    expect(quote.outcome).toBe('created');
  });

  it('when the credit rule holds orders, then the order is written on hold', async () => {
    const holding = sage.writer({ credit: { ...sage.options.credit, reaction: 'hold' } });
    const { key } = await holding.createSalesOrder(someOrder({ customerNo: '01-SHEPARD' }));
    const [order] = await sage.options.records.salesOrders.byKeys([key]);
    expect(order?.orderStatus).toBe('H');
  });

  it('when the request key is longer than its field, or no field is set up, then nothing is written', async () => {
    const short = sage.writer({ orderRequestKeyField: 'UDF_PRIORITY' });
    const refusal = await refusalOf(short.createSalesOrder(someOrder({ requestKey: 'K'.repeat(11) })));
    expect(refusal.faults).toMatchObject([{ code: 'LB505', field: 'requestKey' }]);
    for (const orderRequestKeyField of [undefined, 'UDF_NOT_THERE']) {
      const none = sage.writer({ orderRequestKeyField });
      expect((await refusalOf(none.createSalesOrder(someOrder()))).code).toBe('LB520');
    }
  });

  it('when Sage itself refuses a value, then LB511 names the field with its words for people only, and nothing is half-written', async () => {
    const before = await traces(sage);
    const order = salesOrderDraftSchema.parse(someOrder({ taxSchedule: 'NO SUCH' }));
    const refusal = await refusalOf(writer.createSalesOrder(order));
    expect(refusal.code).toBe('LB511');
    expect(refusal.faults).toMatchObject([{ field: 'taxSchedule', value: 'NO SUCH' }]);
    expect(refusal.faults[0]?.problem).toContain('NO SUCH');
    expect(refusal.message).not.toContain('NO SUCH');
    await expect.poll(() => traces(sage), { timeout: 5000 }).toEqual(before);
  });
});
