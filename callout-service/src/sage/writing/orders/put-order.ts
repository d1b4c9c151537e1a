import type { CustomerKey } from '../../../canonical/customer-key.ts';
import type { SalesOrderDraft, SalesOrderLineDraft } from '../../../canonical/drafts/sales-order-draft.ts';
import {
  linePrefix,
  lineValues,
  orderHeaderValues
} from '../../../rules/written-values/sales-order-values.ts';
import type { TableFacts } from '../../../rules/written-values/written-value.ts';
import type { BusinessObject } from '../../boi/business-object.ts';
import type { BoiLines } from '../../boi/lines.ts';
import { code, division } from '../../records/key-segments.ts';
import { putValues } from '../put-values.ts';

/** The tables of an order as they are now. */
export interface OrderTables {
  readonly headerTable: TableFacts;
  readonly lineTable: TableFacts;
}

/** Plans the header of a new order under a number of its own: the customer first, since he brings the defaults. */
export function putNewHeader(
  order: BusinessObject,
  salesOrderNo: string,
  customer: CustomerKey,
  draft: SalesOrderDraft,
  { headerTable }: OrderTables
): void {
  order.setKeyValue('SalesOrderNo', salesOrderNo);
  order.setKey({ wanted: 'new', field: 'salesOrderNo' });
  order.setText('ARDivisionNo', division(customer.arDivisionNo), 'customerNo');
  order.setText('CustomerNo', code(customer.customerNo), 'customerNo');
  putValues(order, orderHeaderValues(draft), headerTable);
}

/** Plans a new line. `beforeWrite` may read what Sage made of it. */
export function putNewLine(
  lines: BoiLines,
  line: SalesOrderLineDraft,
  index: number,
  { lineTable }: OrderTables,
  beforeWrite: () => void = () => undefined
): void {
  lines.add();
  putValues(lines, lineValues(line, linePrefix(index)), lineTable);
  beforeWrite();
  lines.write();
}
