import { describe, expect, it } from 'vitest';
import { salesOrderDraftSchema } from '../../canonical/drafts/sales-order-draft.ts';
import type { InventoryLevel } from '../../canonical/inventory-level.ts';
import { creditFaults } from './credit-faults.ts';
import { orderFaults } from './order-faults.ts';
import { levelKey, type OrderFacts, type OrderRules } from './order-facts.ts';
import { someCustomer, someItem, someLevel, someShipTo, someTable } from './test-support/order-facts.ts';

const rules: OrderRules = {
  credit: { includeOpenOrders: true, zeroLimitMeans: 'unlimited', reaction: 'warn' },
  availability: { includePurchaseOrders: false, includeWorkOrders: false },
  wholeUnits: ['EACH']
};
const blocking: OrderRules = { ...rules, credit: { ...rules.credit, reaction: 'block' } };

const items = [
  someItem({ itemCode: 'DESK' }),
  someItem({ itemCode: 'OLD', inactive: true }),
  someItem({
    itemCode: 'LAST',
    productType: 'discontinued',
    salesUnitOfMeasure: 'BOX',
    salesUnitConversion: '6.0000'
  }),
  someItem({ itemCode: 'WIRE', salesUnitOfMeasure: 'FEET', standardUnitOfMeasure: 'FEET' }),
  someItem({ itemCode: 'SERIAL', salesUnitOfMeasure: 'SET', valuation: 'serial' }),
  someItem({ itemCode: '/LABOR', itemType: 'charge', salesUnitOfMeasure: 'HOUR' })
];
const levels: InventoryLevel[] = [
  ...['DESK', 'OLD', 'WIRE', 'SERIAL'].map((itemCode) => someLevel({ itemCode })),
  someLevel({ itemCode: 'LAST', quantityOnHand: '7.000000' })
];

function facts(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    customer: someCustomer(),
    shipTo: undefined,
    items: new Map(items.map((item) => [item.itemCode, item])),
    warehouses: new Set(['000', '001']),
    terms: new Set(['01', '2A']),
    salespersons: new Set(['01-0100']),
    levels: new Map(levels.map((level) => [levelKey(level.itemCode, level.warehouseCode), level])),
    headerTable: someTable('SO_SalesOrderHeader'),
    lineTable: someTable('SO_SalesOrderDetail'),
    ...changes
  };
}

function line(changes: object = {}) {
  return { kind: 'item', itemCode: 'DESK', quantity: '2', ...changes };
}

function draft(changes: object = {}) {
  return salesOrderDraftSchema.parse({
    requestKey: 'k',
    customerNo: '01-ABF',
    lines: [line()],
    ...changes
  });
}

function shown(changes: object, known = facts(), decided = rules): string[] {
  return orderFaults(draft(changes), known, decided).map(
    ({ code, field, value }) => `${code} ${field} ${value}`
  );
}

const inactive = facts({ customer: someCustomer({ status: 'inactive' }) });
const onHold = facts({ customer: someCustomer({ creditHold: true }) });
const overLimit = facts({ customer: someCustomer({ creditLimit: '100.00', currentBalance: '100.01' }) });
const second = (changes: object) => ({ lines: [line(), line(changes)] });
const udf = (name: string, value: string) => ({ userDefinedFields: { UDF_BRAND: 'OWN', [name]: value } });

describe('orderFaults', () => {
  it.each<[string, object, string, OrderFacts?, OrderRules?]>([
    ['an unknown customer', {}, 'LB401 customerNo 01-ABF', facts({ customer: undefined })],
    ['an inactive customer', {}, 'LB501 customerNo 01-ABF', inactive],
    ['a customer on credit hold', {}, 'LB509 customerNo 01-ABF', onHold, blocking],
    ['a customer over the limit', {}, 'LB522 customerNo 01-ABF', overLimit, blocking],
    ['an unknown item', second({ itemCode: 'NO' }), 'LB402 lines[1].itemCode NO'],
    ['an inactive item', second({ itemCode: 'OLD' }), 'LB502 lines[1].itemCode OLD'],
    [
      'a discontinued item that is gone',
      second({ itemCode: 'LAST', quantity: '2' }),
      'LB503 lines[1].itemCode LAST'
    ],
    ['an unknown warehouse', { warehouseCode: '999' }, 'LB404 warehouseCode 999'],
    ['an unknown warehouse of a line', second({ warehouseCode: '999' }), 'LB404 lines[1].warehouseCode 999'],
    [
      'an item that is not stocked there',
      second({ warehouseCode: '001' }),
      'LB404 lines[1].warehouseCode 001'
    ],
    ['unknown terms', { termsCode: '77' }, 'LB405 termsCode 77'],
    ['an unknown ship-to', { shipToCode: '9' }, 'LB406 shipToCode 9'],
    ['an unknown salesperson', { salesperson: '01-0999' }, 'LB407 salesperson 01-0999'],
    ['a quantity of zero', second({ quantity: '0.000' }), 'LB504 lines[1].quantity 0.000'],
    ['a negative quantity', second({ quantity: '-1' }), 'LB504 lines[1].quantity -1'],
    ['part of a piece', second({ quantity: '0.5' }), 'LB504 lines[1].quantity 0.5'],
    [
      'part of what is sold in pieces in another unit',
      second({ itemCode: 'WIRE', quantity: '0.5', unitOfMeasure: 'each' }),
      'LB504 lines[1].quantity 0.5'
    ],
    [
      'part of a serial number',
      second({ itemCode: 'SERIAL', quantity: '1.5' }),
      'LB504 lines[1].quantity 1.5'
    ],
    ['a text over its length', { comment: 'x'.repeat(31) }, `LB505 comment ${'x'.repeat(31)}`],
    [
      'a line’s text over its length',
      second({ description: 'x'.repeat(31) }),
      `LB505 lines[1].description ${'x'.repeat(31)}`
    ],
    ['a UDF that does not exist', udf('UDF_NO', '1'), 'LB409 userDefinedFields.UDF_NO 1'],
    ['a UDF of another type', udf('UDF_COUNT', 'x'), 'LB506 userDefinedFields.UDF_COUNT x'],
    ['a required UDF left out', { userDefinedFields: {} }, 'LB507 userDefinedFields.UDF_BRAND '],
    ['no line', { lines: [] }, 'LB507 lines '],
    ['a date out of range', { orderDate: '1899-12-31' }, 'LB508 orderDate 1899-12-31'],
    [
      'a ship date before the order date',
      { orderDate: '2026-02-01', shipDate: '2026-01-31' },
      'LB508 shipDate 2026-01-31'
    ]
  ])(
    'when there is %s, then that is the one fault, with a fix',
    (_what, changes, expected, known, decided) => {
      const whole = { ...udf('UDF_BRAND', 'OWN'), ...changes };
      expect(shown(whole, known, decided)).toEqual([expected]);
      for (const { problem, fix } of orderFaults(draft(whole), known ?? facts(), decided ?? rules)) {
        expect(problem).toMatch(/\.$/);
        expect(fix).not.toBe('');
      }
    }
  );

  it.each<[string, object, OrderFacts?, OrderRules?]>([
    ['nothing out of the way', {}],
    ['a customer on hold, and the rule only warns', {}, onHold],
    ['a quote for a customer on hold', { kind: 'quote' }, onHold, blocking],
    ['codes in small letters', { termsCode: '2a', ...second({ itemCode: 'desk', warehouseCode: '000 ' }) }],
    ['part of what is sold by the foot', second({ itemCode: 'WIRE', quantity: '0.5' })],
    ['an hour and a half of labour, stocked nowhere', second({ itemCode: '/LABOR', quantity: '1.5' })],
    ['a box of six of the seven that are left', second({ itemCode: 'LAST', quantity: '1' })],
    ['a ship-to that Sage has', { shipToCode: '2' }, facts({ shipTo: someShipTo({ shipToCode: '2' }) })],
    ['a comment', { lines: [line(), { kind: 'comment', text: 'With care' }] }],
    ['order and ship date on one day', { orderDate: '2026-02-01', shipDate: '2026-02-01' }]
  ])('when there is %s, then there is no fault', (_what, changes, known, decided) => {
    expect(shown({ ...udf('UDF_BRAND', 'OWN'), ...changes }, known, decided)).toEqual([]);
  });

  it('when lines share what is left of a discontinued item, then the line that takes too much is at fault', () => {
    const each = { itemCode: 'LAST', unitOfMeasure: 'EACH' };
    const lines = [
      line({ ...each, quantity: '4' }),
      line({ ...each, quantity: '3' }),
      line({ ...each, quantity: '1' })
    ];
    expect(shown({ ...udf('UDF_BRAND', 'OWN'), lines })).toEqual(['LB503 lines[2].itemCode LAST']);
  });

  it('when lines name no warehouse, then the order’s counts, else that of its ship-to address', () => {
    const withBrand = udf('UDF_BRAND', 'OWN');
    const expected = ['LB404 lines[0].warehouseCode 001'];
    expect(shown({ ...withBrand, warehouseCode: '001' })).toEqual(expected);
    const shipTo = someShipTo({ shipToCode: '2', warehouseCode: '001' });
    expect(shown({ ...withBrand, shipToCode: '2' }, facts({ shipTo }))).toEqual(expected);
  });

  it('when everything is wrong, then every fault comes at once, header first', () => {
    const known = facts({ customer: someCustomer({ status: 'inactive', creditHold: true }) });
    const changes = {
      termsCode: '77',
      comment: 'x'.repeat(31),
      lines: [line({ quantity: '0' }), line({ itemCode: 'NO' })]
    };
    expect(shown(changes, known, blocking).map((fault) => fault.split(' ', 2).join(' '))).toEqual([
      'LB501 customerNo',
      'LB509 customerNo',
      'LB405 termsCode',
      'LB505 comment',
      'LB507 userDefinedFields.UDF_BRAND',
      'LB504 lines[0].quantity',
      'LB402 lines[1].itemCode'
    ]);
  });
});

describe('creditFaults', () => {
  const customer = someCustomer({ creditLimit: '100.00', currentBalance: '60.00' });

  it.each([
    ['40.00', []],
    ['40.01', ['LB522']]
  ])('when 40.00 are left and the order is over %s, then %j', (amount, codes) => {
    const faults = creditFaults(
      { customerNo: '01-ABF', kind: 'standard' },
      customer,
      amount,
      blocking.credit
    );
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });

  it('when the customer is on hold and over the limit, then the hold is what is said', () => {
    const both = { ...customer, creditHold: true };
    const faults = creditFaults({ customerNo: '01-ABF', kind: 'standard' }, both, '500.00', blocking.credit);
    expect(faults.map(({ code }) => code)).toEqual(['LB509']);
  });
});
