import LANE_ACCOUNT_WRITE_BACK from '@salesforce/label/c.Sage_Monitor_Lane_Account_Write_Back';
import LANE_ALERT_EVENT from '@salesforce/label/c.Sage_Monitor_Lane_Alert_Event';
import LANE_ALERT_MAIL from '@salesforce/label/c.Sage_Monitor_Lane_Alert_Mail';
import LANE_ORDER_CATCH_UP from '@salesforce/label/c.Sage_Monitor_Lane_Order_Catch_Up';
import LANE_ORDER_STATUS from '@salesforce/label/c.Sage_Monitor_Lane_Order_Status';
import LANE_ORDER_WRITE_BACK from '@salesforce/label/c.Sage_Monitor_Lane_Order_Write_Back';
import LANE_RECORD_IN_STEP from '@salesforce/label/c.Sage_Monitor_Lane_Record_In_Step';
import LANE_REPORT_OUT from '@salesforce/label/c.Sage_Monitor_Lane_Report_Out';
import LANE_SALES_ORDER_OUT from '@salesforce/label/c.Sage_Monitor_Lane_Sales_Order_Out';
import LANE_STOCK_EVENTS from '@salesforce/label/c.Sage_Monitor_Lane_Stock_Events';
import LANE_STOCK_RECORDS from '@salesforce/label/c.Sage_Monitor_Lane_Stock_Records';
import LANE_SYNC_FAILURE from '@salesforce/label/c.Sage_Monitor_Lane_Sync_Failure';
import LANE_SYNC_LOG from '@salesforce/label/c.Sage_Monitor_Lane_Sync_Log';
import LANE_SYNC_RUN from '@salesforce/label/c.Sage_Monitor_Lane_Sync_Run';
import LANE_WEBHOOK from '@salesforce/label/c.Sage_Monitor_Lane_Webhook';
import QUEUE_ACTIVE from '@salesforce/label/c.Sage_Monitor_Queue_Active';
import QUEUE_DEAD from '@salesforce/label/c.Sage_Monitor_Queue_Dead';
import QUEUE_DEPTH from '@salesforce/label/c.Sage_Monitor_Queue_Depth';
import QUEUE_LANE from '@salesforce/label/c.Sage_Monitor_Queue_Lane';
import QUEUE_LATER from '@salesforce/label/c.Sage_Monitor_Queue_Later';
import QUEUE_NOTHING from '@salesforce/label/c.Sage_Monitor_Queue_Nothing';
import QUEUE_OLDEST from '@salesforce/label/c.Sage_Monitor_Queue_Oldest';
import QUEUE_TITLE from '@salesforce/label/c.Sage_Monitor_Queue_Title';

export const labels = {
  active: QUEUE_ACTIVE,
  dead: QUEUE_DEAD,
  depth: QUEUE_DEPTH,
  lane: QUEUE_LANE,
  later: QUEUE_LATER,
  nothingWaits: QUEUE_NOTHING,
  oldest: QUEUE_OLDEST,
  title: QUEUE_TITLE
};

/** By the name that the service gives the line of work; names are stored there and never change. */
const LANES: Readonly<Record<string, string>> = {
  'sales-order-out': LANE_SALES_ORDER_OUT,
  'order-write-back': LANE_ORDER_WRITE_BACK,
  'account-write-back': LANE_ACCOUNT_WRITE_BACK,
  'stock-records': LANE_STOCK_RECORDS,
  'stock-events': LANE_STOCK_EVENTS,
  'sync-log': LANE_SYNC_LOG,
  'sync-failure': LANE_SYNC_FAILURE,
  'alert-mail': LANE_ALERT_MAIL,
  'alert-event': LANE_ALERT_EVENT,
  'order-catch-up': LANE_ORDER_CATCH_UP,
  'order-status': LANE_ORDER_STATUS,
  'sync-run': LANE_SYNC_RUN,
  'record-in-step': LANE_RECORD_IN_STEP,
  webhook: LANE_WEBHOOK,
  'report-out': LANE_REPORT_OUT
};

/** The line of work in words; one of another release by its own name. */
export function laneName(lane: string): string {
  return LANES[lane] ?? lane;
}
