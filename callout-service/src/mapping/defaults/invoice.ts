import { billToAndShipTo, lineMaps } from './document-maps.ts';
import { copied, fromSage } from './field-maps.ts';
import { mirror } from './mirror.ts';

/** Invoices, credit memos and what else receivables hold, posted or not. */
export const invoice = mirror('Sage_Invoice__c-invoice', [
  fromSage('name', 'invoiceNo', 'Name'),
  ...billToAndShipTo(),
  ...copied({
    invoiceNo: 'Invoice_No__c',
    posted: 'Posted__c',
    invoiceType: 'Invoice_Type__c',
    customerKey: 'Customer_No__c',
    invoiceDate: 'Invoice_Date__c',
    dueDate: 'Due_Date__c',
    discountDueDate: 'Discount_Due_Date__c',
    postingDate: 'Posting_Date__c',
    orderDate: 'Order_Date__c',
    shipDate: 'Ship_Date__c',
    termsCode: 'Terms_Code__c',
    salesperson: 'Salesperson__c',
    customerPONo: 'Customer_PO_No__c',
    salesOrderNo: 'Sales_Order_No__c',
    shipVia: 'Ship_Via__c',
    trackingIds: 'Tracking_Ids__c',
    comment: 'Comment__c',
    applyToInvoiceNo: 'Apply_To_Invoice_No__c',
    taxableAmount: 'Taxable_Amount__c',
    nonTaxableAmount: 'Non_Taxable_Amount__c',
    discountAmount: 'Discount_Amount__c',
    salesTaxAmount: 'Sales_Tax_Amount__c',
    freightAmount: 'Freight_Amount__c',
    depositAmount: 'Deposit_Amount__c',
    costOfSalesAmount: 'Cost_Of_Sales_Amount__c',
    total: 'Total__c',
    balance: 'Balance__c'
  })
]);

/** Their lines. */
export const invoiceLine = mirror('Sage_Invoice_Line__c-invoice-line', [
  ...lineMaps(),
  ...copied({
    quantityOrdered: 'Quantity_Ordered__c',
    quantityShipped: 'Quantity_Shipped__c',
    quantityBackordered: 'Quantity_Backordered__c',
    unitPrice: 'Unit_Price__c',
    unitCost: 'Unit_Cost__c',
    discountPercent: 'Discount_Percent__c',
    extensionAmount: 'Extension_Amount__c',
    salesOrderNo: 'Sales_Order_No__c'
  })
]);
