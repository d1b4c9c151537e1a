import { describe, expect, it } from 'vitest';
import { orderDraft } from './order-draft.ts';
import type { OrderContent, OrderDraftSettings } from './order-content.ts';
import { content, contentLine, draftCompany, draftSettings } from './test-support/contents.ts';

function made(changes: Partial<OrderContent> = {}, settings: Partial<OrderDraftSettings> = {}) {
  const from = content(changes);
  const itemCodes = from.lines.map(() => 'DESK');
  return orderDraft(
    from,
    { customerNo: '01-ABF', itemCodes },
    { ...draftSettings, ...settings },
    draftCompany
  );
}

const address = {
  street: '1 Main St\nFloor 2',
  city: 'Milwaukee',
  state: 'Wisconsin',
  postalCode: '53205',
  country: null
};
const mapped = (kind: 'Terms' | 'Warehouse' | 'Ship Via', salesforceValue: string, sageValue: string) => ({
  valueMappings: [{ kind, salesforceValue, sageValue }]
});

describe('orderDraft, the header', () => {
  it.each<[string, Partial<OrderContent>, Partial<OrderDraftSettings>, object]>([
    ['it has no day', { orderDate: null }, {}, { orderDate: '2026-01-31' }],
    ['it names no warehouse', {}, { defaultWarehouse: '001' }, { warehouseCode: '001' }],
    ['it names a warehouse', { warehouseCode: '002' }, { defaultWarehouse: '001' }, { warehouseCode: '002' }],
    [
      'terms have another name in Sage',
      { termsCode: ' net 30 ' },
      mapped('Terms', 'Net 30', '01'),
      { termsCode: '01' }
    ],
    ['terms are in no table', { termsCode: '02' }, mapped('Terms', 'Net 30', '01'), { termsCode: '02' }],
    [
      'it has an address',
      { shipTo: address },
      {},
      { shipToAddress: { name: 'ABF', lines: ['1 Main St', 'Floor 2'], state: 'WI', countryCode: 'USA' } }
    ]
  ])('when %s, then the draft has %o', (_what, changes, settings, expected) => {
    const { draft, faults } = made(changes, settings);
    expect(faults).toEqual([]);
    expect(draft).toMatchObject({ requestKey: '006000000000001AAA', customerNo: '01-ABF', ...expected });
  });

  it('when it has an address and a ship-to code, then the code is sent alone', () => {
    const { draft } = made({ shipTo: address, shipToCode: '2' });
    expect(draft).toMatchObject({ shipToCode: '2' });
    expect(draft.shipToAddress).toBeUndefined();
  });

  it('when an address is too long for Sage, then the field of Salesforce is at fault', () => {
    const { faults } = made({ shipTo: { ...address, city: 'x'.repeat(31) } });
    expect(faults).toMatchObject([{ code: 'LB505', field: 'ShippingCity' }]);
  });
});

describe('orderDraft, field pairs', () => {
  const pair = (salesforceField: string, sageField: string, object = 'Opportunity') => ({
    fieldPairs: [{ object, salesforceField, sageField }]
  });
  it.each<[string, unknown, string, object]>([
    ['a flag', true, 'UDF_GIFT', { userDefinedFields: { UDF_GIFT: 'Y' } }],
    ['a blank', null, 'UDF_GIFT', { userDefinedFields: { UDF_GIFT: null } }],
    [
      'a moment late in the evening in UTC',
      '2026-02-01T03:00:00.000Z',
      'UDF_DAY',
      { userDefinedFields: { UDF_DAY: '2026-01-31' } }
    ],
    [
      'a moment as the REST API writes it',
      '2026-02-01T03:00:00.000+0000',
      'udf_day',
      { userDefinedFields: { UDF_DAY: '2026-01-31' } }
    ],
    ['a text for a field of the draft', 'Artie', 'confirmTo', { confirmTo: 'Artie' }]
  ])('when the field holds %s (%s), then %s has it', (_what, value, sageField, expected) => {
    expect(made({ row: { Field__c: value } }, pair('Field__c', sageField)).draft).toMatchObject(expected);
  });

  it('when a path leads to a parent that is missing, then the value is blank', () => {
    const { draft, faults } = made({ row: { Owner: null } }, pair('Owner.Name', 'UDF_OWNER'));
    expect([draft.userDefinedFields, faults]).toEqual([{ UDF_OWNER: null }, []]);
  });

  it.each([
    ['a field that Salesforce does not have', pair('Nothing__c', 'UDF_X')],
    ['a field that orders do not take', pair('Field__c', 'customerNo')],
    ['a day that is none', pair('Field__c', 'shipDate')]
  ])('when a pair names %s, then it is LB756', (_what, settings) => {
    expect(made({ row: { Field__c: 'soon' } }, settings).faults).toMatchObject([{ code: 'LB756' }]);
  });
});

describe('orderDraft, lines', () => {
  it('when lines have comments, then each stands behind its line, and the places are known', () => {
    const lines = [contentLine({ comment: 'one' }), contentLine(), contentLine({ comment: ' ' })];
    const { draft, origins } = made({ lines });
    expect(draft.lines.map(({ kind }) => kind)).toEqual(['item', 'comment', 'item', 'item']);
    expect(origins).toEqual([0, 0, 1, 2]);
  });

  it('when Sage prices, then no price is sent; when Salesforce does, then its price is', () => {
    expect(made().draft.lines[0]).not.toHaveProperty('unitPrice');
    const { draft, story } = made({}, { priceSource: 'salesforce' });
    expect(draft.lines[0]).toMatchObject({ unitPrice: '100' });
    expect(story).toEqual(["Salesforce's prices are sent: 200.00 USD."]);
  });

  it('when quantity and discount are no numbers that Sage can hold, then both are told', () => {
    const { faults } = made({ lines: [contentLine({ quantity: '1.1234567', discountPercent: 'ten' })] });
    expect(faults.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'LB504 line 1 "Desk": Quantity',
      'LB506 line 1 "Desk": Discount'
    ]);
  });

  it('when an item is not known, then its line is left out and the others keep their places', () => {
    const lines = [contentLine(), contentLine({ id: 'second' })];
    const { draft, origins } = orderDraft(
      content({ lines }),
      { customerNo: '01-ABF', itemCodes: [undefined, 'DESK'] },
      draftSettings,
      draftCompany
    );
    expect([draft.lines.length, origins]).toEqual([1, [1]]);
  });
});

describe('orderDraft, currencies', () => {
  it.each<[string, Partial<OrderDraftSettings>, string | undefined]>([
    ['orders in other currencies are refused', { priceSource: 'sage' }, 'LB755'],
    ['Sage prices what may be converted', { currencyRule: 'convert' }, undefined],
    [
      'Salesforce prices it and there is a rate',
      { currencyRule: 'convert', priceSource: 'salesforce' },
      undefined
    ]
  ])('when %s, then the fault is as it should be', (_what, settings, code) => {
    expect(made({ currency: 'EUR' }, settings).faults[0]?.code).toBe(code);
  });

  it('when there is no rate on the order day, then LB755 says which is needed', () => {
    const settings = { currencyRule: 'convert', priceSource: 'salesforce' } as const;
    const { faults } = made({ currency: 'EUR', orderDate: '2025-12-31' }, settings);
    expect(faults).toMatchObject([
      { code: 'LB755', problem: expect.stringMatching(/valid on 2025-12-31/u) as string }
    ]);
  });
});
