import type { PurchaseOrder } from '../../canonical/purchase-order.ts';
import {
  purchaseOrderLineEntity,
  type LineOfPurchaseOrder
} from '../../mapping/entities/purchase-order-line.ts';
import { purchaseOrderEntity } from '../../mapping/entities/purchase-order.ts';
import type { LinePair, ObjectPair } from './object-pair.ts';
import { purchaseOrderForm } from './reads/key-forms.ts';
import { stampedReads } from './reads/keyed-reads.ts';
import { productOfLine, vendorOfRecord } from './references.ts';
import { SALES_ORDER_MIRROR } from './sales-order-pair.ts';

const lines: LinePair<PurchaseOrder, LineOfPurchaseOrder> = {
  salesforceObject: 'Sage_Purchase_Order_Line__c',
  keyField: 'Sage_Key__c',
  parentField: 'Sage_Purchase_Order__c',
  description: purchaseOrderLineEntity,
  references: [productOfLine],
  linesOf: ({ purchaseOrderNo, lines: all }) => all.map((line) => ({ ...line, purchaseOrderNo }))
};

/** Purchase orders. */
export const purchaseOrderPair: ObjectPair<PurchaseOrder> = {
  name: 'Sage_Purchase_Order__c-purchase-order',
  label: 'Purchase orders',
  entity: purchaseOrderEntity.entity,
  salesforceObject: 'Sage_Purchase_Order__c',
  keyField: 'Sage_Key__c',
  description: purchaseOrderEntity,
  dependsOn: ['Sage_Vendor__c-vendor', 'Product2-item', 'Sage_Sales_Order__c-sales-order'],
  references: [
    vendorOfRecord,
    {
      field: 'Sage_Sales_Order__c',
      entity: SALES_ORDER_MIRROR,
      keyOf: ({ salesOrderNo }) => salesOrderNo,
      required: false
    }
  ],
  lines,
  directions: ['to-salesforce'],
  reads: (records) => stampedReads(records.purchaseOrders, purchaseOrderForm),
  projections: { whole: 'purchase-order' }
};
