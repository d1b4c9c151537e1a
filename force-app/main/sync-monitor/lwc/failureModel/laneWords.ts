import LANE_ACCOUNT_BACK from '@salesforce/label/c.Sage_Failures_Lane_Account_Back';
import LANE_ALERT_EVENT from '@salesforce/label/c.Sage_Failures_Lane_Alert_Event';
import LANE_ALERT_MAIL from '@salesforce/label/c.Sage_Failures_Lane_Alert_Mail';
import LANE_CATCH_UP from '@salesforce/label/c.Sage_Failures_Lane_Catch_Up';
import LANE_FAILURE from '@salesforce/label/c.Sage_Failures_Lane_Failure';
import LANE_LOG from '@salesforce/label/c.Sage_Failures_Lane_Log';
import LANE_ORDER_BACK from '@salesforce/label/c.Sage_Failures_Lane_Order_Back';
import LANE_ORDER_OUT from '@salesforce/label/c.Sage_Failures_Lane_Order_Out';
import LANE_ORDER_STATUS from '@salesforce/label/c.Sage_Failures_Lane_Order_Status';
import LANE_RECORD from '@salesforce/label/c.Sage_Failures_Lane_Record';
import LANE_REPORT from '@salesforce/label/c.Sage_Failures_Lane_Report';
import LANE_RUN from '@salesforce/label/c.Sage_Failures_Lane_Run';
import LANE_STOCK_EVENTS from '@salesforce/label/c.Sage_Failures_Lane_Stock_Events';
import LANE_STOCK_RECORDS from '@salesforce/label/c.Sage_Failures_Lane_Stock_Records';
import LANE_WEBHOOK from '@salesforce/label/c.Sage_Failures_Lane_Webhook';

/** Words of the component, in the language of the reader. */
export const labels = {
  'sales-order-out': LANE_ORDER_OUT,
  'order-write-back': LANE_ORDER_BACK,
  'account-write-back': LANE_ACCOUNT_BACK,
  'stock-records': LANE_STOCK_RECORDS,
  'stock-events': LANE_STOCK_EVENTS,
  'sync-log': LANE_LOG,
  'sync-failure': LANE_FAILURE,
  'alert-mail': LANE_ALERT_MAIL,
  'alert-event': LANE_ALERT_EVENT,
  'order-catch-up': LANE_CATCH_UP,
  'order-status': LANE_ORDER_STATUS,
  'sync-run': LANE_RUN,
  'record-in-step': LANE_RECORD,
  webhook: LANE_WEBHOOK,
  'report-out': LANE_REPORT
} as const;

/** A kind of work in words; one that this release does not know, as it is named. */
export function laneInWords(lane: string): string {
  const name = lane.split(':')[0] ?? lane;
  return Object.entries(labels).find(([each]) => each === name)?.[1] ?? lane;
}
