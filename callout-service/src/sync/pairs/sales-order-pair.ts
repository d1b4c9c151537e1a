import type { SalesOrder } from '../../canonical/sales-order.ts';
import { salesOrderLineEntity, type LineOfSalesOrder } from '../../mapping/entities/sales-order-line.ts';
import { salesOrderEntity } from '../../mapping/entities/sales-order.ts';
import type { LinePair, ObjectPair } from './object-pair.ts';
import { salesOrderReads } from './reads/sales-order-reads.ts';
import { accountOfCustomer, productOfLine } from './references.ts';

/**
 * Entity of the links of mirrors. That of the orders themselves, `sales-order`, leads to the opportunity or order that a
 * sales order was made from.
 */
export const SALES_ORDER_MIRROR = 'sales-order-mirror';

const lines: LinePair<SalesOrder, LineOfSalesOrder> = {
  salesforceObject: 'Sage_Sales_Order_Line__c',
  keyField: 'Sage_Key__c',
  parentField: 'Sage_Sales_Order__c',
  description: salesOrderLineEntity,
  references: [productOfLine],
  linesOf: ({ salesOrderNo, lines: all }) => all.map((line) => ({ ...line, salesOrderNo }))
};

/** Sales orders and quotes, those also that were entered in Sage, open or finished. */
export const salesOrderPair: ObjectPair<SalesOrder> = {
  name: 'Sage_Sales_Order__c-sales-order',
  label: 'Sales orders',
  entity: SALES_ORDER_MIRROR,
  salesforceObject: 'Sage_Sales_Order__c',
  keyField: 'Sage_Key__c',
  description: salesOrderEntity,
  dependsOn: ['Account-customer', 'Product2-item'],
  references: [
    accountOfCustomer,
    ...(
      [
        ['Opportunity__c', '006'],
        ['Order__c', '801']
      ] as const
    ).map(([field, idPrefix]) => ({
      field,
      entity: 'sales-order',
      keyOf: ({ salesOrderNo }: SalesOrder) => salesOrderNo,
      required: false,
      idPrefix
    }))
  ],
  lines,
  directions: ['to-salesforce'],
  reads: salesOrderReads,
  projections: { whole: 'sales-order' }
};
