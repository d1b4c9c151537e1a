import TEST_ALERTS from '@salesforce/label/c.Sage_Setup_Test_Alerts';
import TEST_ALERT_MAIL from '@salesforce/label/c.Sage_Setup_Test_Alert_Mail';
import TEST_BRIDGE from '@salesforce/label/c.Sage_Setup_Test_Bridge';
import TEST_CASH_RECEIPTS from '@salesforce/label/c.Sage_Setup_Test_Cash_Receipts';
import TEST_CHANGE_EVENTS from '@salesforce/label/c.Sage_Setup_Test_Change_Events';
import TEST_CLOCK from '@salesforce/label/c.Sage_Setup_Test_Clock';
import TEST_COLUMNS from '@salesforce/label/c.Sage_Setup_Test_Columns';
import TEST_COMPANY from '@salesforce/label/c.Sage_Setup_Test_Company';
import TEST_CUSTOMER_REQUEST_KEY from '@salesforce/label/c.Sage_Setup_Test_Customer_Request_Key';
import TEST_DATES from '@salesforce/label/c.Sage_Setup_Test_Dates';
import TEST_DEAD_LETTERS from '@salesforce/label/c.Sage_Setup_Test_Dead_Letters';
import TEST_DRIVER from '@salesforce/label/c.Sage_Setup_Test_Driver';
import TEST_EDITION from '@salesforce/label/c.Sage_Setup_Test_Edition';
import TEST_GATES from '@salesforce/label/c.Sage_Setup_Test_Gates';
import TEST_LAST_GOOD_ANSWERS from '@salesforce/label/c.Sage_Setup_Test_Last_Good_Answers';
import TEST_ORDER_REQUESTS from '@salesforce/label/c.Sage_Setup_Test_Order_Requests';
import TEST_ORDER_REQUEST_KEY from '@salesforce/label/c.Sage_Setup_Test_Order_Request_Key';
import TEST_PARAMETERS from '@salesforce/label/c.Sage_Setup_Test_Parameters';
import TEST_SAGE from '@salesforce/label/c.Sage_Setup_Test_Sage';
import TEST_SALESFORCE from '@salesforce/label/c.Sage_Setup_Test_Salesforce';
import TEST_SALESFORCE_REQUESTS from '@salesforce/label/c.Sage_Setup_Test_Salesforce_Requests';
import TEST_SIGNING_KEYS from '@salesforce/label/c.Sage_Setup_Test_Signing_Keys';
import TEST_STORE from '@salesforce/label/c.Sage_Setup_Test_Store';
import TEST_SYSTEM_TABLES from '@salesforce/label/c.Sage_Setup_Test_System_Tables';
import TEST_TIME_ZONE from '@salesforce/label/c.Sage_Setup_Test_Time_Zone';
import TEST_TLS from '@salesforce/label/c.Sage_Setup_Test_Tls';
import TEST_WRITING from '@salesforce/label/c.Sage_Setup_Test_Writing';

/** The prerequisites that the service tests, by its names for them. */
const TITLES = {
  sage: TEST_SAGE,
  edition: TEST_EDITION,
  driver: TEST_DRIVER,
  parameters: TEST_PARAMETERS,
  dates: TEST_DATES,
  columns: TEST_COLUMNS,
  systemTables: TEST_SYSTEM_TABLES,
  company: TEST_COMPANY,
  writing: TEST_WRITING,
  bridge: TEST_BRIDGE,
  orderRequestKey: TEST_ORDER_REQUEST_KEY,
  customerRequestKey: TEST_CUSTOMER_REQUEST_KEY,
  cashReceipts: TEST_CASH_RECEIPTS,
  salesforce: TEST_SALESFORCE,
  salesforceRequests: TEST_SALESFORCE_REQUESTS,
  orderRequests: TEST_ORDER_REQUESTS,
  changeEvents: TEST_CHANGE_EVENTS,
  gates: TEST_GATES,
  deadLetters: TEST_DEAD_LETTERS,
  alerts: TEST_ALERTS,
  alertMail: TEST_ALERT_MAIL,
  timeZone: TEST_TIME_ZONE,
  signingKeys: TEST_SIGNING_KEYS,
  clock: TEST_CLOCK,
  store: TEST_STORE,
  lastGoodAnswers: TEST_LAST_GOOD_ANSWERS,
  tls: TEST_TLS
};

/** What a prerequisite is called; a newer service may know one that has no words here yet. */
export function titleOf(name: string): string {
  return new Map<string, string>(Object.entries(TITLES)).get(name) ?? name;
}
