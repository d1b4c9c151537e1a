import LOAD_AGAIN from '@salesforce/label/c.Sage_Setup_Load_Again';
import LOAD_CAPTION from '@salesforce/label/c.Sage_Setup_Load_Caption';
import LOAD_DONE from '@salesforce/label/c.Sage_Setup_Load_Done';
import LOAD_ESTIMATE from '@salesforce/label/c.Sage_Setup_Load_Estimate';
import LOAD_ESTIMATING from '@salesforce/label/c.Sage_Setup_Load_Estimating';
import LOAD_FAILED from '@salesforce/label/c.Sage_Setup_Load_Failed';
import LOAD_FAILURES from '@salesforce/label/c.Sage_Setup_Load_Failures';
import LOAD_LINKED from '@salesforce/label/c.Sage_Setup_Load_Linked';
import LOAD_LOADING from '@salesforce/label/c.Sage_Setup_Load_Loading';
import LOAD_NEVER from '@salesforce/label/c.Sage_Setup_Load_Never';
import LOAD_NONE_ACTION from '@salesforce/label/c.Sage_Setup_Load_None_Action';
import LOAD_NONE_TITLE from '@salesforce/label/c.Sage_Setup_Load_None_Title';
import LOAD_NOT_DONE from '@salesforce/label/c.Sage_Setup_Load_Not_Done';
import LOAD_NOT_ESTIMATED from '@salesforce/label/c.Sage_Setup_Load_Not_Estimated';
import LOAD_OBJECT from '@salesforce/label/c.Sage_Setup_Load_Object';
import LOAD_OPEN_OBJECTS from '@salesforce/label/c.Sage_Setup_Load_Open_Objects';
import LOAD_RECORDS from '@salesforce/label/c.Sage_Setup_Load_Records';
import LOAD_REFUSED from '@salesforce/label/c.Sage_Setup_Load_Refused';
import LOAD_REQUESTS from '@salesforce/label/c.Sage_Setup_Load_Requests';
import LOAD_RUNNING from '@salesforce/label/c.Sage_Setup_Load_Running';
import LOAD_START from '@salesforce/label/c.Sage_Setup_Load_Start';
import LOAD_STARTING from '@salesforce/label/c.Sage_Setup_Load_Starting';
import LOAD_START_ONE from '@salesforce/label/c.Sage_Setup_Load_Start_One';
import LOAD_STATE from '@salesforce/label/c.Sage_Setup_Load_State';
import LOAD_STORAGE from '@salesforce/label/c.Sage_Setup_Load_Storage';
import LOAD_TODAY from '@salesforce/label/c.Sage_Setup_Load_Today';
import LOAD_TOTAL from '@salesforce/label/c.Sage_Setup_Load_Total';
import LOAD_ANNOUNCE from '@salesforce/label/c.Sage_Setup_Load_Announce';
import LOAD_DONE_AT from '@salesforce/label/c.Sage_Setup_Load_Done_At';
import LOCALE from '@salesforce/i18n/locale';
import { formatMoment } from 'c/calendarDay';
import { fillIn } from 'c/labelText';
import type { SyncRun } from 'c/syncRun';

/** The words that never change. */
export const labels = {
  estimate: LOAD_ESTIMATE,
  estimating: LOAD_ESTIMATING,
  start: LOAD_START,
  again: LOAD_AGAIN,
  startOne: LOAD_START_ONE,
  starting: LOAD_STARTING,
  noneTitle: LOAD_NONE_TITLE,
  noneAction: LOAD_NONE_ACTION,
  openObjects: LOAD_OPEN_OBJECTS,
  loading: LOAD_LOADING,
  object: LOAD_OBJECT,
  records: LOAD_RECORDS,
  linked: LOAD_LINKED,
  requests: LOAD_REQUESTS,
  storage: LOAD_STORAGE,
  state: LOAD_STATE,
  total: LOAD_TOTAL,
  caption: LOAD_CAPTION,
  today: LOAD_TODAY,
  done: LOAD_DONE,
  notDone: LOAD_NOT_DONE,
  failures: LOAD_FAILURES,
  notEstimated: LOAD_NOT_ESTIMATED,
  never: LOAD_NEVER,
  running: LOAD_RUNNING,
  failed: LOAD_FAILED,
  refused: LOAD_REFUSED
};

/** How the first load of an object is, by its last run over everything. */
export function loadInWords(run: SyncRun | undefined): string {
  switch (run?.state) {
    case undefined:
      return LOAD_NEVER;
    case 'running':
      return LOAD_RUNNING;
    case 'succeeded':
      return fillIn(LOAD_DONE_AT, formatMoment(run.finishedAt ?? run.startedAt));
    default:
      return LOAD_FAILED;
  }
}

/** A count as people write it. */
export function countWritten(count: number): string {
  return new Intl.NumberFormat(LOCALE).format(count);
}

/** The button that loads one object alone. */
export function startOneInWords(object: string): string {
  return fillIn(LOAD_START_ONE, object);
}

/** What a screen reader is told when all is counted. */
export function announceEstimate(records: number): string {
  return fillIn(LOAD_ANNOUNCE, countWritten(records));
}
