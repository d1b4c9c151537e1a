import { LightningElement, api } from 'lwc';
import CAPTION from '@salesforce/label/c.Sage_Orders_Caption';
import DATE from '@salesforce/label/c.Sage_Orders_Date';
import HOLD from '@salesforce/label/c.Sage_Orders_Status_Hold';
import NEW from '@salesforce/label/c.Sage_Orders_Status_New';
import NONE from '@salesforce/label/c.Sage_Orders_None';
import NUMBER from '@salesforce/label/c.Sage_Orders_Number';
import OPEN from '@salesforce/label/c.Sage_Orders_Status_Open';
import PO from '@salesforce/label/c.Sage_Orders_Customer_PO';
import SHIPS from '@salesforce/label/c.Sage_Orders_Ships';
import STATUS from '@salesforce/label/c.Sage_Orders_Status';
import TOTAL from '@salesforce/label/c.Sage_Orders_Total';
import { formatDay } from 'c/calendarDay';
import { fillIn } from 'c/labelText';
import { formatMoney } from 'c/money';
import type { Money } from 'c/money';

/** One open order of Sage. */
export interface OpenOrder {
  readonly salesOrderNo: string;
  readonly orderDate: string | undefined;
  readonly shipDate: string | undefined;
  readonly status: 'new' | 'open' | 'hold';
  readonly customerPONo: string | undefined;
  readonly total: Money;
}

interface OrderRow {
  readonly key: string;
  readonly purchaseOrder: string | undefined;
  readonly date: string;
  readonly ships: string | undefined;
  readonly status: string;
  readonly isOnHold: boolean;
  readonly total: string;
  readonly value: string;
}

const STATUSES: Readonly<Record<OpenOrder['status'], string>> = { new: NEW, open: OPEN, hold: HOLD };

/** Lists open orders, the newest first, or says that there are none. */
export default class OpenOrderList extends LightningElement {
  @api orders: readonly OpenOrder[] = [];
  @api currency = '';

  readonly labels = {
    caption: CAPTION,
    date: DATE,
    none: NONE,
    number: NUMBER,
    status: STATUS,
    total: TOTAL
  };

  get isEmpty(): boolean {
    return this.orders.length === 0;
  }

  get rows(): readonly OrderRow[] {
    return this.orders.map((order) => ({
      key: order.salesOrderNo,
      purchaseOrder: order.customerPONo === undefined ? undefined : fillIn(PO, order.customerPONo),
      date: order.orderDate === undefined ? '' : formatDay(order.orderDate),
      ships: order.shipDate === undefined ? undefined : fillIn(SHIPS, formatDay(order.shipDate)),
      status: STATUSES[order.status],
      isOnHold: order.status === 'hold',
      total: formatMoney(order.total, this.currency),
      value: order.total
    }));
  }
}
