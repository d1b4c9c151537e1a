import { copied } from './field-maps.ts';
import { mirror } from './mirror.ts';

/** Stock by item and warehouse. What is available is written with the stock events, by the options of the company. */
export const inventory = mirror(
  'Sage_Inventory__c-inventory',
  copied({
    itemCode: 'Item_Code__c',
    warehouseCode: 'Warehouse_Code__c',
    binLocation: 'Bin_Location__c',
    quantityOnHand: 'Quantity_On_Hand__c',
    quantityOnSalesOrder: 'Quantity_On_Sales_Order__c',
    quantityOnBackOrder: 'Quantity_On_Back_Order__c',
    quantityOnPurchaseOrder: 'Quantity_On_Purchase_Order__c',
    quantityOnWorkOrder: 'Quantity_On_Work_Order__c',
    quantityRequiredForWorkOrder: 'Quantity_Required_For_Work_Order__c',
    quantityInShipping: 'Quantity_In_Shipping__c',
    reorderPointQuantity: 'Reorder_Point_Quantity__c',
    averageCost: 'Average_Cost__c'
  })
);
