import LIST_ATTEMPTS from '@salesforce/label/c.Sage_Failures_List_Attempts';
import LIST_CAPTION from '@salesforce/label/c.Sage_Failures_List_Caption';
import LIST_CAUSE from '@salesforce/label/c.Sage_Failures_List_Cause';
import LIST_HELD_UP from '@salesforce/label/c.Sage_Failures_List_Held_Up';
import LIST_JOB from '@salesforce/label/c.Sage_Failures_List_Job';
import LIST_MORE from '@salesforce/label/c.Sage_Failures_List_More';
import LIST_OPEN from '@salesforce/label/c.Sage_Failures_List_Open';
import LIST_RECORD from '@salesforce/label/c.Sage_Failures_List_Record';
import LIST_SELECT from '@salesforce/label/c.Sage_Failures_List_Select';
import LIST_SELECT_ALL from '@salesforce/label/c.Sage_Failures_List_Select_All';
import LIST_SELECT_ONE from '@salesforce/label/c.Sage_Failures_List_Select_One';
import LIST_SINCE from '@salesforce/label/c.Sage_Failures_List_Since';
import LIST_WORK from '@salesforce/label/c.Sage_Failures_List_Work';

/** Words of the component, in the language of the reader. */
export const labels = {
  caption: LIST_CAPTION,
  select: LIST_SELECT,
  selectAll: LIST_SELECT_ALL,
  selectOne: LIST_SELECT_ONE,
  record: LIST_RECORD,
  cause: LIST_CAUSE,
  work: LIST_WORK,
  since: LIST_SINCE,
  attempts: LIST_ATTEMPTS,
  heldUp: LIST_HELD_UP,
  more: LIST_MORE,
  open: LIST_OPEN,
  job: LIST_JOB
} as const;
