import type { DraftCompany, OrderContent, OrderContentLine, OrderDraftSettings } from '../order-content.ts';

/** A line of two desks at 100.00, with changes. */
export function contentLine(changes: Partial<OrderContentLine> = {}): OrderContentLine {
  return {
    id: '00k000000000001AAA',
    productName: 'Desk',
    quantity: '2',
    unitPrice: '100.00',
    discountPercent: null,
    serviceDate: null,
    warehouseCode: null,
    comment: null,
    sageLineKey: null,
    row: {},
    ...changes
  };
}

/** An opportunity with that line, with changes. */
export function content(changes: Partial<OrderContent> = {}): OrderContent {
  return {
    object: 'Opportunity',
    orderKey: '006000000000001AAA',
    account: { name: 'ABF' },
    currency: 'USD',
    orderDate: '2026-01-20',
    customerPONo: null,
    shipToCode: null,
    shipTo: null,
    shipDate: null,
    shipVia: null,
    termsCode: null,
    warehouseCode: null,
    comment: null,
    lines: [contentLine()],
    row: {},
    ...changes
  };
}

export const draftSettings: OrderDraftSettings = {
  priceSource: 'sage',
  currencyRule: 'refuse',
  defaultWarehouse: null,
  valueMappings: [],
  fieldPairs: []
};

export const draftCompany: DraftCompany = {
  currency: 'USD',
  timeZone: 'America/Chicago',
  today: '2026-01-31',
  priceDecimals: 6,
  address: {
    lengths: { addressLine: 30, city: 30, state: 2, zipCode: 10, countryCode: 3 },
    businessCountry: 'US',
    sageCountryForm: 'iso3',
    salesforceForm: 'name'
  },
  rates: [{ fromCurrency: 'EUR', toCurrency: 'USD', rate: '1.0842', validFrom: '2026-01-01' }]
};
