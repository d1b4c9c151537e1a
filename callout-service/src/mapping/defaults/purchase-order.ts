import { mirroredAddress } from './address-maps.ts';
import { lineMaps } from './document-maps.ts';
import { copied, fromSage } from './field-maps.ts';
import { mirror } from './mirror.ts';
import { inWords } from './shared-transforms.ts';

const kindWords = {
  standard: 'Standard',
  dropShip: 'Drop Ship',
  master: 'Master',
  repeating: 'Repeating',
  materialRequisition: 'Material Requisition'
} as const;

const statusWords = {
  new: 'New',
  open: 'Open',
  backOrdered: 'Back-Ordered',
  changed: 'Changed',
  complete: 'Complete'
} as const;

/** Purchase orders. */
export const purchaseOrder = mirror('Sage_Purchase_Order__c-purchase-order', [
  fromSage('name', 'purchaseOrderNo', 'Name'),
  fromSage('kind', 'kind', 'Kind__c', inWords(kindWords)),
  fromSage('status', 'status', 'Status__c', inWords(statusWords)),
  ...mirroredAddress('purchaseAddress', 'Purchase_Address_'),
  ...mirroredAddress('shipTo', 'Ship_To_'),
  ...copied({
    purchaseOrderNo: 'Purchase_Order_No__c',
    purchaseOrderDate: 'Purchase_Order_Date__c',
    onHold: 'On_Hold__c',
    requiredDate: 'Required_Date__c',
    vendorKey: 'Vendor_No__c',
    purchaseName: 'Purchase_Name__c',
    shipToName: 'Ship_To_Name__c',
    shipVia: 'Ship_Via__c',
    warehouseCode: 'Warehouse_Code__c',
    termsCode: 'Terms_Code__c',
    confirmTo: 'Confirm_To__c',
    comment: 'Comment__c',
    completionDate: 'Completion_Date__c',
    lastReceiptDate: 'Last_Receipt_Date__c',
    salesOrderNo: 'Sales_Order_No__c',
    taxableAmount: 'Taxable_Amount__c',
    nonTaxableAmount: 'Non_Taxable_Amount__c',
    salesTaxAmount: 'Sales_Tax_Amount__c',
    freightAmount: 'Freight_Amount__c',
    total: 'Total__c'
  })
]);

/** Their lines. */
export const purchaseOrderLine = mirror('Sage_Purchase_Order_Line__c-purchase-order-line', [
  ...lineMaps(),
  ...copied({
    lineSeqNo: 'Line_Seq_No__c',
    requiredDate: 'Required_Date__c',
    quantityOrdered: 'Quantity_Ordered__c',
    quantityReceived: 'Quantity_Received__c',
    quantityBackordered: 'Quantity_Backordered__c',
    quantityInvoiced: 'Quantity_Invoiced__c',
    unitCost: 'Unit_Cost__c',
    extensionAmount: 'Extension_Amount__c',
    salesOrderNo: 'Sales_Order_No__c'
  })
]);
