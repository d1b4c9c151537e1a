import { formatCents } from '../money.ts';
import { extension } from './document-amounts.ts';
import type { DocumentLine } from './document-amounts.ts';

/** LineKey of the n-th line of a document. */
export function lineKey(position: number): string {
  return position.toString().padStart(6, '0');
}

/** LineSeqNo of the n-th line, and the SequenceNo under which the order history keeps it. */
export function lineSequence(position: number): string {
  return position.toString().padStart(8, '0').padEnd(14, '0');
}

/** HeaderSeqNo of a posted document; 0 unless documents of the same number came before it. */
export function headerSequenceNo(sequence = 0): string {
  return sequence.toString().padStart(6, '0');
}

/** The columns that lines of orders, order history and invoices have alike, but for quantities and amounts. */
export function itemColumns({ item, warehouseCode }: DocumentLine) {
  return {
    ItemCode: item.itemCode,
    ItemType: item.itemType,
    ItemCodeDesc: item.description.slice(0, 30),
    WarehouseCode: warehouseCode,
    UnitOfMeasure: item.unitOfMeasure ?? 'EACH',
    UnitOfMeasureConvFactor: item.unitsPerSalesUnit ?? '1',
    UnitCost: formatCents(item.cost)
  };
}

/** Price, discount and amount of a line of an order or invoice. */
export function priceColumns(line: DocumentLine) {
  return {
    UnitPrice: formatCents(line.unitPrice),
    LineDiscountPercent: line.discountPercent ?? 0,
    ExtensionAmt: formatCents(extension(line))
  };
}
