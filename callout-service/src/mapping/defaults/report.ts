import { copied, fromSage } from './field-maps.ts';
import { mirror } from './mirror.ts';
import { inWords, orderLetters } from './shared-transforms.ts';

/** Rows of reports; each has the fields of its report only, and is called by what it is about. */
export const report = mirror('Sage_Report__c-report', [
  fromSage('name', ['customerName', 'salesOrderNo', 'itemCode', 'customerNo'], 'Name', {
    kind: 'first-filled'
  }),
  fromSage('order-status', 'orderStatus', 'Order_Status__c', inWords(orderLetters)),
  fromSage(
    'aging-basis',
    'agingBasis',
    'Aging_Basis__c',
    inWords({ 'invoice-date': 'Invoice Date', 'due-date': 'Due Date' })
  ),
  ...copied({
    report: 'Report__c',
    customerNo: 'Customer_No__c',
    customerName: 'Customer_Name__c',
    itemCode: 'Item_Code__c',
    itemCodeDesc: 'Item_Code_Desc__c',
    warehouseCode: 'Warehouse_Code__c',
    salesOrderNo: 'Sales_Order_No__c',
    customerPONo: 'Customer_PO_No__c',
    orderDate: 'Order_Date__c',
    shipDate: 'Ship_Date__c',
    month: 'Month__c',
    asOf: 'As_Of__c',
    currentAmount: 'Current_Amount__c',
    overdueAmount1: 'Overdue_Amount_1__c',
    overdueAmount2: 'Overdue_Amount_2__c',
    overdueAmount3: 'Overdue_Amount_3__c',
    overdueAmount4: 'Overdue_Amount_4__c',
    totalAmount: 'Total_Amount__c',
    oldestInvoiceDate: 'Oldest_Invoice_Date__c',
    invoiceCount: 'Invoice_Count__c',
    salesAmount: 'Sales_Amount__c',
    costAmount: 'Cost_Amount__c',
    quantity: 'Quantity__c',
    lineCount: 'Line_Count__c',
    openLineCount: 'Open_Line_Count__c',
    openAmount: 'Open_Amount__c',
    quantityOnHand: 'Quantity_On_Hand__c',
    quantityAvailable: 'Quantity_Available__c',
    quantityOnPurchaseOrder: 'Quantity_On_Purchase_Order__c',
    reorderPointQuantity: 'Reorder_Point_Quantity__c',
    belowReorderPoint: 'Below_Reorder_Point__c',
    stockValue: 'Stock_Value__c'
  })
]);
