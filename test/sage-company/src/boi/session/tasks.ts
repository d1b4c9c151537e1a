/** Tasks that nLookupTask knows, by module. Business objects need the rights of their task and its module. */
export const TASKS: Readonly<Record<string, string>> = {
  SO_SalesOrder_ui: 'S/O',
  SO_ShipToAddress_ui: 'S/O',
  AR_Customer_ui: 'A/R',
  AR_CustomerContact_ui: 'A/R',
  CI_ItemCode_ui: 'C/I',
  IM_Item_ui: 'I/M'
};

/** Tasks from which a business object may be made. Customers, contacts and ship-tos are kept by one task. */
export const TASKS_OF_OBJECT: Readonly<Record<string, readonly string[]>> = {
  SO_SalesOrder_bus: ['SO_SalesOrder_ui'],
  AR_Customer_bus: ['AR_Customer_ui'],
  AR_CustomerContact_bus: ['AR_CustomerContact_ui', 'AR_Customer_ui'],
  SO_ShipToAddress_bus: ['SO_ShipToAddress_ui', 'AR_Customer_ui'],
  CI_ItemCode_bus: ['CI_ItemCode_ui', 'IM_Item_ui']
};

/** Objects that belong to a module other than their task's are refused by the module that is set. */
export const MODULES_OF_OBJECT: Readonly<Record<string, readonly string[]>> = {
  SO_SalesOrder_bus: ['S/O'],
  AR_Customer_bus: ['A/R'],
  AR_CustomerContact_bus: ['A/R'],
  SO_ShipToAddress_bus: ['S/O', 'A/R'],
  CI_ItemCode_bus: ['C/I', 'I/M']
};
