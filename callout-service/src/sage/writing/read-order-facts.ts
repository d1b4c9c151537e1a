import { parseCustomerKey } from '../../canonical/customer-key.ts';
import type { SalesOrderDraft } from '../../canonical/drafts/sales-order-draft.ts';
import type { Item } from '../../canonical/item.ts';
import { levelKey, type OrderFacts } from '../../rules/order-faults/order-facts.ts';
import { splitSalesperson } from '../../rules/written-values/written-value.ts';
import type { SageRecords } from '../port/sage-records.ts';
import { code } from '../records/key-segments.ts';
import { tableFacts } from './table-facts.ts';
import type { OrderChecksOptions } from './options.ts';

/** The part of an order that names records of Sage. */
export type OrderReferences = Pick<
  SalesOrderDraft,
  'customerNo' | 'shipToCode' | 'warehouseCode' | 'termsCode' | 'salesperson' | 'lines'
>;

/** Reads all that an order names, and nothing else: each kind of record in one go. Rejects with LB3xx. */
export async function readOrderFacts(
  order: OrderReferences,
  { records, catalogue }: Pick<OrderChecksOptions, 'records' | 'catalogue'>
): Promise<OrderFacts> {
  const [header, items, salespersons, terms, headerTable, lineTable] = await Promise.all([
    readCustomer(order, records),
    readItems(order, records),
    readSalespersons(order, records),
    given(order.termsCode, (termsCode) => records.terms.byKeys([code(termsCode)])),
    tableFacts(catalogue, 'SO_SalesOrderHeader'),
    tableFacts(catalogue, 'SO_SalesOrderDetail')
  ]);
  const codes = warehouseCodes(order, header.shipTo?.warehouseCode ?? undefined, items);
  const [warehouses, levels] = await Promise.all([
    records.warehouses.byKeys(codes),
    readLevels(items, codes, records)
  ]);
  return {
    ...header,
    items: new Map(items.map((item) => [item.itemCode, item])),
    warehouses: new Set(warehouses.map(({ warehouseCode }) => warehouseCode)),
    terms: new Set(terms.map(({ termsCode }) => termsCode)),
    salespersons,
    levels,
    headerTable,
    lineTable
  };
}

async function readCustomer(order: OrderReferences, records: SageRecords) {
  const key = parseCustomerKey(order.customerNo);
  const [customer] = key === undefined ? [] : await records.customers.byKeys([key]);
  const shipToCode = order.shipToCode ?? customer?.primaryShipToCode ?? '';
  if (key === undefined || shipToCode === '') return { customer, shipTo: undefined };
  const [shipTo] = await records.shipToAddresses.byKeys([{ ...key, shipToCode: code(shipToCode) }]);
  return { customer, shipTo };
}

async function readItems({ lines }: OrderReferences, records: SageRecords): Promise<readonly Item[]> {
  const codes = lines.flatMap((line) => (line.kind === 'item' ? [code(line.itemCode)] : []));
  return codes.length === 0 ? [] : records.items.byKeys([...new Set(codes)]);
}

async function readSalespersons(
  { salesperson }: OrderReferences,
  records: SageRecords
): Promise<ReadonlySet<string>> {
  const found = await given(salesperson, (text) => {
    const { division, number } = splitSalesperson(text);
    const key = { salespersonDivisionNo: division, salespersonNo: code(number) };
    return records.salespersons.byKeys([key]);
  });
  return new Set(
    found.map(({ salespersonDivisionNo, salespersonNo }) => `${salespersonDivisionNo}-${salespersonNo}`)
  );
}

function warehouseCodes(
  { warehouseCode, lines }: OrderReferences,
  ofShipTo: string | undefined,
  items: readonly Item[]
): readonly string[] {
  const ofLines = lines.map((line) => (line.kind === 'item' ? line.warehouseCode : undefined));
  const ofItems = items.map(({ defaultWarehouseCode }) => defaultWarehouseCode ?? undefined);
  const named = [warehouseCode, ofShipTo, ...ofLines, ...ofItems].filter((each) => each !== undefined);
  return [...new Set(named.map((each) => code(each)).filter((each) => each !== ''))];
}

async function readLevels(items: readonly Item[], codes: readonly string[], records: SageRecords) {
  const stocked = items.filter(({ itemType }) => itemType === 'regular');
  const keys = stocked.flatMap(({ itemCode }) => codes.map((warehouseCode) => ({ itemCode, warehouseCode })));
  const levels = keys.length === 0 ? [] : await records.inventoryLevels.byKeys(keys);
  return new Map(levels.map((level) => [levelKey(level.itemCode, level.warehouseCode), level]));
}

async function given<T>(
  text: string | undefined,
  read: (text: string) => Promise<readonly T[]>
): Promise<readonly T[]> {
  return text === undefined || text === '' ? [] : read(text);
}
