import { providexError } from '../com/com-fault.ts';
import type { ComObject } from '../com/com-object.ts';
import { openCustomer } from '../masters/customer.ts';
import { openContact } from '../masters/contact.ts';
import { openItem } from '../masters/item.ts';
import { openShipTo } from '../masters/ship-to.ts';
import { openSalesOrder } from '../orders/sales-order.ts';
import { MODULES_OF_OBJECT, TASKS_OF_OBJECT } from './tasks.ts';
import type { SessionState } from './session-state.ts';

const OPENERS: Readonly<Record<string, (session: SessionState) => ComObject>> = {
  SO_SalesOrder_bus: openSalesOrder,
  AR_Customer_bus: openCustomer,
  AR_CustomerContact_bus: openContact,
  SO_ShipToAddress_bus: openShipTo,
  CI_ItemCode_bus: openItem
};

/** Makes a business object. Throws Error 90 when it is unknown, or when company, module or task give no right to it. */
export function openBusinessObject(name: string, session: SessionState): ComObject {
  const open = OPENERS[name];
  const { user, companyCode, moduleCode = '', program = '' } = session;
  const hasRights =
    user !== undefined &&
    companyCode !== undefined &&
    MODULES_OF_OBJECT[name]?.includes(moduleCode) === true &&
    TASKS_OF_OBJECT[name]?.includes(program) === true;
  if (open === undefined || !hasRights) throw providexError(90, `Unable to locate object class ${name}`);
  return open(session);
}
