import type { SalesOrderDraft, SalesOrderLineDraft } from '../../canonical/drafts/sales-order-draft.ts';
import { ValueList, type WrittenValue } from './written-value.ts';

/** What a draft or a change says of the header: each field of it may be left out. */
export type OrderHeaderFields = {
  readonly [Name in keyof Omit<SalesOrderDraft, 'requestKey' | 'customerNo' | 'lines'>]?:
    SalesOrderDraft[Name] | undefined;
};

type ItemLine = Extract<SalesOrderLineDraft, { kind: 'item' }>;
/** What a line or a change of one says beside its item. */
export type ItemLineFields = { readonly [Name in keyof Omit<ItemLine, 'kind'>]?: ItemLine[Name] | undefined };

const ORDER_TYPES = { standard: 'S', quote: 'Q' } as const;

/**
 * The values of the header in the order in which Sage takes them: what brings defaults along (dates, ship-to, warehouse)
 * comes before what overrides them. Source: Sage 100 file layouts, SO_SalesOrderHeader.
 */
export function orderHeaderValues(header: OrderHeaderFields, prefix = ''): readonly WrittenValue[] {
  const list = new ValueList(prefix)
    .add('code', 'OrderType', 'kind', header.kind && ORDER_TYPES[header.kind])
    .add('date', 'OrderDate', 'orderDate', header.orderDate)
    .add('date', 'ShipExpireDate', 'shipDate', header.shipDate)
    .add('code', 'ShipToCode', 'shipToCode', header.shipToCode);
  addShipToAddress(list, header.shipToAddress);
  list
    .add('text', 'ShipVia', 'shipVia', header.shipVia)
    .add('code', 'WarehouseCode', 'warehouseCode', header.warehouseCode)
    .add('code', 'TermsCode', 'termsCode', header.termsCode)
    .add('text', 'TaxSchedule', 'taxSchedule', header.taxSchedule)
    .addSalesperson('salesperson', header.salesperson)
    .add('text', 'CustomerPONo', 'customerPONo', header.customerPONo)
    .add('text', 'ConfirmTo', 'confirmTo', header.confirmTo)
    .add('text', 'EmailAddress', 'emailAddress', header.emailAddress)
    .add('text', 'Comment', 'comment', header.comment)
    .add('number', 'DiscountRate', 'discountRate', header.discountRate)
    .add('number', 'FreightAmt', 'freightAmount', header.freightAmount);
  if (header.onHold === true) list.add('code', 'OrderStatus', 'onHold', 'H');
  return list.addUserDefined(header.userDefinedFields).values;
}

/** A line without its item, in the order in which Sage takes the values: the item comes before them all. */
export function itemLineValues(line: ItemLineFields, prefix: string): readonly WrittenValue[] {
  return new ValueList(prefix)
    .add('number', 'QuantityOrdered', 'quantity', line.quantity)
    .add('code', 'WarehouseCode', 'warehouseCode', line.warehouseCode)
    .add('code', 'UnitOfMeasure', 'unitOfMeasure', line.unitOfMeasure)
    .add('number', 'UnitPrice', 'unitPrice', line.unitPrice)
    .add('number', 'LineDiscountPercent', 'discountPercent', line.discountPercent)
    .add('text', 'ItemCodeDesc', 'description', line.description)
    .add('date', 'PromiseDate', 'promiseDate', line.promiseDate)
    .addUserDefined(line.userDefinedFields).values;
}

/** Sage's own item for a line that only says something. */
export const COMMENT_ITEM = '/C';

/** All values of a line, its item first. */
export function lineValues(line: SalesOrderLineDraft, prefix: string): readonly WrittenValue[] {
  if (line.kind === 'comment')
    return new ValueList(prefix)
      .add('code', 'ItemCode', 'kind', COMMENT_ITEM)
      .add('text', 'CommentText', 'text', line.text).values;
  const item = new ValueList(prefix).add('code', 'ItemCode', 'itemCode', line.itemCode).values;
  return [...item, ...itemLineValues(line, prefix)];
}

/** Where line number `index` stands in the request, counted from 0. */
export function linePrefix(index: number): string {
  return `lines[${index}].`;
}

function addShipToAddress(list: ValueList, address: SalesOrderDraft['shipToAddress']): void {
  if (address === undefined) return;
  const { lines } = address;
  list.add('text', 'ShipToName', 'shipToAddress.name', address.name);
  // A shorter address must not keep the lines of the one that Sage filled in.
  if (lines !== undefined)
    for (const number of [1, 2, 3])
      list.add(
        'text',
        `ShipToAddress${number}`,
        `shipToAddress.lines[${number - 1}]`,
        lines[number - 1] ?? null
      );
  list
    .add('text', 'ShipToCity', 'shipToAddress.city', address.city)
    .add('text', 'ShipToState', 'shipToAddress.state', address.state)
    .add('text', 'ShipToZipCode', 'shipToAddress.zipCode', address.zipCode)
    .add('text', 'ShipToCountryCode', 'shipToAddress.countryCode', address.countryCode);
}
