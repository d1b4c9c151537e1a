import type { EntityField } from './entity-description.ts';
import type { FieldMakers } from './field-list.ts';

const LINE_KINDS = ['regular', 'special', 'charge', 'comment', 'miscellaneous'] as const;

/** What lines of every kind of document have, under the same columns. */
export function lineFields({ text, code }: FieldMakers): readonly EntityField[] {
  return [
    text('itemCode', 'Item', 'ItemCode'),
    code('itemType', 'Item type', 'ItemType', { values: LINE_KINDS }),
    text('description', 'Description', 'ItemCodeDesc'),
    text('comment', 'Comment', 'CommentText'),
    code('warehouseCode', 'Warehouse', 'WarehouseCode'),
    code('unitOfMeasure', 'Unit', 'UnitOfMeasure')
  ];
}

/** Lines stand in records of their own, below the document's. */
export const LINES_APART = { lines: 'an entity of its own' } as const;
