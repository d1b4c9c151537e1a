import type { OrderObject } from '../order-request/order-request.ts';
import type { SalesforceRow } from '../../salesforce/port/salesforce-records.ts';

/** A postal address as Salesforce has it. */
export interface SalesforceAddress {
  readonly street: string | null;
  readonly city: string | null;
  readonly state: string | null;
  readonly postalCode: string | null;
  readonly country: string | null;
}

/** The account of an order. */
export interface SourceAccount {
  readonly id: string;
  readonly name: string;
  /** As `01-ABF`; what `Sage_Customer_No__c` holds. */
  readonly sageCustomerNo: string | null;
  readonly billing: SalesforceAddress;
  readonly shipping: SalesforceAddress;
  readonly phone: string | null;
  readonly fax: string | null;
  readonly website: string | null;
  /** Of the account's contacts that the order names, else null. */
  readonly email: string | null;
  /** Everything that was queried, for field pairs. */
  readonly row: SalesforceRow;
}

/** The person an order names: the bill-to contact of an order, the primary contact role of an opportunity. */
export interface SourceContact {
  readonly id: string;
  readonly sageContactKey: string | null;
  readonly firstName: string | null;
  readonly lastName: string;
  readonly title: string | null;
  readonly salutation: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly mobilePhone: string | null;
  readonly row: SalesforceRow;
}

export interface SourceLine {
  readonly id: string;
  readonly productId: string;
  readonly productCode: string | null;
  /** What `Product2.Sage_Item_Code__c` holds; wins over everything. */
  readonly sageItemCode: string | null;
  readonly productName: string;
  readonly description: string | null;
  /** Decimal text. */
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discountPercent: string | null;
  /** `YYYY-MM-DD`. */
  readonly serviceDate: string | null;
  readonly warehouseCode: string | null;
  readonly comment: string | null;
  /** LineKey of the line in Sage, once it is there. */
  readonly sageLineKey: string | null;
  readonly row: SalesforceRow;
}

/** An opportunity or order with all that an order in Sage is made of. */
export interface OrderSource {
  readonly object: OrderObject;
  readonly id: string;
  readonly orderKey: string;
  readonly name: string;
  readonly account: SourceAccount | null;
  readonly contact: SourceContact | null;
  /** ISO 4217; of the company where the org has one currency. */
  readonly currency: string | null;
  /** `YYYY-MM-DD`: close date or effective date. */
  readonly orderDate: string | null;
  readonly customerPONo: string | null;
  readonly shipToCode: string | null;
  /** The order's own shipping address; null where the ship-to code or the customer decides. */
  readonly shipTo: SalesforceAddress | null;
  readonly shipDate: string | null;
  readonly shipVia: string | null;
  readonly termsCode: string | null;
  readonly warehouseCode: string | null;
  readonly comment: string | null;
  readonly sageSalesOrderNo: string | null;
  readonly lines: readonly SourceLine[];
  /** Whether it still asks to be sent: won, or activated. */
  readonly wanted: boolean;
  /** Whether a person asks for its cancellation. */
  readonly cancelRequested: boolean;
  readonly row: SalesforceRow;
}
