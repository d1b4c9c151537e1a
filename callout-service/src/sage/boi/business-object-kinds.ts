/** A business object, and the task whose rights it is opened with. */
export interface BusinessObjectKind {
  /** As NewObject takes it. */
  readonly object: string;
  /** As nLookupTask takes it. */
  readonly task: string;
  /** As nSetModule takes it. */
  readonly module: string;
}

/** The business objects of public programs that write to Sage 100. */
export const businessObjectKinds = {
  salesOrder: { object: 'SO_SalesOrder_bus', task: 'SO_SalesOrder_ui', module: 'S/O' },
  customer: { object: 'AR_Customer_bus', task: 'AR_Customer_ui', module: 'A/R' },
  // No public program was found that writes these two; their names follow the rule, and customers' task keeps them.
  contact: { object: 'AR_CustomerContact_bus', task: 'AR_Customer_ui', module: 'A/R' },
  shipTo: { object: 'SO_ShipToAddress_bus', task: 'AR_Customer_ui', module: 'A/R' },
  item: { object: 'CI_ItemCode_bus', task: 'CI_ItemCode_ui', module: 'C/I' },
  purchaseOrder: { object: 'PO_PurchaseOrder_bus', task: 'PO_PurchaseOrder_ui', module: 'P/O' },
  vendor: { object: 'AP_Vendor_bus', task: 'AP_Vendor_ui', module: 'A/P' }
} as const satisfies Record<string, BusinessObjectKind>;
