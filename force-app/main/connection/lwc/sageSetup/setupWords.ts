import INTRO from '@salesforce/label/c.Sage_Setup_Intro';
import NO_ACCESS_ACTION from '@salesforce/label/c.Sage_Setup_No_Access_Action';
import NO_ACCESS_ICON from '@salesforce/label/c.Sage_Setup_No_Access_Icon';
import NO_ACCESS_TITLE from '@salesforce/label/c.Sage_Setup_No_Access_Title';
import PROGRESS from '@salesforce/label/c.Sage_Setup_Progress';
import TESTING from '@salesforce/label/c.Sage_Setup_Testing';
import TEST_ALL from '@salesforce/label/c.Sage_Setup_Test_All';
import TITLE from '@salesforce/label/c.Sage_Setup_Title';
import STEP_CONNECT from '@salesforce/label/c.Sage_Setup_Step_Connect';
import STEP_CONNECT_HINT from '@salesforce/label/c.Sage_Setup_Step_Connect_Hint';
import STEP_SAGE from '@salesforce/label/c.Sage_Setup_Step_Sage';
import STEP_SAGE_HINT from '@salesforce/label/c.Sage_Setup_Step_Sage_Hint';
import STEP_SALESFORCE from '@salesforce/label/c.Sage_Setup_Step_Salesforce';
import STEP_SALESFORCE_HINT from '@salesforce/label/c.Sage_Setup_Step_Salesforce_Hint';
import STEP_COMPANY from '@salesforce/label/c.Sage_Setup_Step_Company';
import STEP_COMPANY_HINT from '@salesforce/label/c.Sage_Setup_Step_Company_Hint';
import STEP_LOAD from '@salesforce/label/c.Sage_Setup_Step_Load';
import STEP_LOAD_HINT from '@salesforce/label/c.Sage_Setup_Step_Load_Hint';
import SUMMARY from '@salesforce/label/c.Sage_Setup_Summary';
import TESTED_AT from '@salesforce/label/c.Sage_Setup_Tested_At';
import ALL_IN_ORDER from '@salesforce/label/c.Sage_Setup_All_In_Order';
import TROUBLES from '@salesforce/label/c.Sage_Setup_Troubles';
import TROUBLES_ONE from '@salesforce/label/c.Sage_Setup_Troubles_One';
import BY_SERVICE from '@salesforce/label/c.Sage_Setup_By_Service';
import BY_SERVICE_UNTESTED from '@salesforce/label/c.Sage_Setup_By_Service_Untested';
import { formatMoment } from 'c/calendarDay';
import { countInWords, fillIn } from 'c/labelText';
import type { StepName } from './steps';

/** The words that never change. */
export const labels = {
  title: TITLE,
  intro: INTRO,
  testAll: TEST_ALL,
  testing: TESTING,
  progress: PROGRESS,
  noAccessTitle: NO_ACCESS_TITLE,
  noAccessAction: NO_ACCESS_ACTION,
  noAccessIcon: NO_ACCESS_ICON
};

/** Headings of the steps. */
export const stepWords: Readonly<Record<StepName, { readonly heading: string; readonly hint: string }>> = {
  connect: { heading: STEP_CONNECT, hint: STEP_CONNECT_HINT },
  sage: { heading: STEP_SAGE, hint: STEP_SAGE_HINT },
  salesforce: { heading: STEP_SALESFORCE, hint: STEP_SALESFORCE_HINT },
  company: { heading: STEP_COMPANY, hint: STEP_COMPANY_HINT },
  load: { heading: STEP_LOAD, hint: STEP_LOAD_HINT }
};

/** Stands for what the service tests, where it does not answer. */
export const untestedService = { title: BY_SERVICE, finding: BY_SERVICE_UNTESTED };

/** How many steps are in order. */
export function summaryInWords(inOrder: number, all: number): string {
  return fillIn(SUMMARY, String(inOrder), String(all));
}

/** When the tests were made. */
export function testedAtInWords(moment: string): string {
  return fillIn(TESTED_AT, formatMoment(moment));
}

/** What a screen reader is told when the tests are through. */
export function announceTests(troubles: number): string {
  return troubles === 0 ? ALL_IN_ORDER : countInWords(troubles, { one: TROUBLES_ONE, other: TROUBLES });
}
