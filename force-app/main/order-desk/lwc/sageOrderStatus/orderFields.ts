import type { FieldReference } from 'lightning/uiRecordApi';
import OPPORTUNITY_DISCOUNT from '@salesforce/schema/Opportunity.Sage_Order_Discount__c';
import OPPORTUNITY_FREIGHT from '@salesforce/schema/Opportunity.Sage_Order_Freight__c';
import OPPORTUNITY_STATUS from '@salesforce/schema/Opportunity.Sage_Order_Status__c';
import OPPORTUNITY_SUBTOTAL from '@salesforce/schema/Opportunity.Sage_Order_Subtotal__c';
import OPPORTUNITY_TAX from '@salesforce/schema/Opportunity.Sage_Order_Tax__c';
import OPPORTUNITY_TOTAL from '@salesforce/schema/Opportunity.Sage_Order_Total__c';
import OPPORTUNITY_ACTION from '@salesforce/schema/Opportunity.Sage_Requested_Action__c';
import OPPORTUNITY_REQUESTED_AT from '@salesforce/schema/Opportunity.Sage_Requested_At__c';
import OPPORTUNITY_ORDER_NO from '@salesforce/schema/Opportunity.Sage_Sales_Order_No__c';
import OPPORTUNITY_SYNC_CODE from '@salesforce/schema/Opportunity.Sage_Sync_Code__c';
import OPPORTUNITY_SYNC_MESSAGE from '@salesforce/schema/Opportunity.Sage_Sync_Message__c';
import OPPORTUNITY_SYNC_STATE from '@salesforce/schema/Opportunity.Sage_Sync_State__c';
import OPPORTUNITY_SYNCED_AT from '@salesforce/schema/Opportunity.Sage_Synced_At__c';
import ORDER_DISCOUNT from '@salesforce/schema/Order.Sage_Order_Discount__c';
import ORDER_FREIGHT from '@salesforce/schema/Order.Sage_Order_Freight__c';
import ORDER_STATUS from '@salesforce/schema/Order.Sage_Order_Status__c';
import ORDER_SUBTOTAL from '@salesforce/schema/Order.Sage_Order_Subtotal__c';
import ORDER_TAX from '@salesforce/schema/Order.Sage_Order_Tax__c';
import ORDER_TOTAL from '@salesforce/schema/Order.Sage_Order_Total__c';
import ORDER_ACTION from '@salesforce/schema/Order.Sage_Requested_Action__c';
import ORDER_REQUESTED_AT from '@salesforce/schema/Order.Sage_Requested_At__c';
import ORDER_ORDER_NO from '@salesforce/schema/Order.Sage_Sales_Order_No__c';
import ORDER_SYNC_CODE from '@salesforce/schema/Order.Sage_Sync_Code__c';
import ORDER_SYNC_MESSAGE from '@salesforce/schema/Order.Sage_Sync_Message__c';
import ORDER_SYNC_STATE from '@salesforce/schema/Order.Sage_Sync_State__c';
import ORDER_SYNCED_AT from '@salesforce/schema/Order.Sage_Synced_At__c';

/** What a record says of its order in Sage. */
export interface OrderFields {
  readonly salesOrderNo: FieldReference;
  readonly status: FieldReference;
  readonly subtotal: FieldReference;
  readonly discount: FieldReference;
  readonly tax: FieldReference;
  readonly freight: FieldReference;
  readonly total: FieldReference;
  readonly syncState: FieldReference;
  readonly code: FieldReference;
  readonly message: FieldReference;
  readonly action: FieldReference;
  readonly requestedAt: FieldReference;
  readonly syncedAt: FieldReference;
}

const opportunityFields: OrderFields = {
  salesOrderNo: OPPORTUNITY_ORDER_NO,
  status: OPPORTUNITY_STATUS,
  subtotal: OPPORTUNITY_SUBTOTAL,
  discount: OPPORTUNITY_DISCOUNT,
  tax: OPPORTUNITY_TAX,
  freight: OPPORTUNITY_FREIGHT,
  total: OPPORTUNITY_TOTAL,
  syncState: OPPORTUNITY_SYNC_STATE,
  code: OPPORTUNITY_SYNC_CODE,
  message: OPPORTUNITY_SYNC_MESSAGE,
  action: OPPORTUNITY_ACTION,
  requestedAt: OPPORTUNITY_REQUESTED_AT,
  syncedAt: OPPORTUNITY_SYNCED_AT
};

const orderFields: OrderFields = {
  salesOrderNo: ORDER_ORDER_NO,
  status: ORDER_STATUS,
  subtotal: ORDER_SUBTOTAL,
  discount: ORDER_DISCOUNT,
  tax: ORDER_TAX,
  freight: ORDER_FREIGHT,
  total: ORDER_TOTAL,
  syncState: ORDER_SYNC_STATE,
  code: ORDER_SYNC_CODE,
  message: ORDER_SYNC_MESSAGE,
  action: ORDER_ACTION,
  requestedAt: ORDER_REQUESTED_AT,
  syncedAt: ORDER_SYNCED_AT
};

/** The fields of the object that the page is of. */
export function fieldsOf(objectApiName: string | undefined): OrderFields {
  return objectApiName === 'Order' ? orderFields : opportunityFields;
}

/** All of them, for the wire. */
export function fieldList(fields: OrderFields): readonly FieldReference[] {
  const names = Object.keys(fields) as (keyof OrderFields)[];
  return names.map((name) => fields[name]);
}
