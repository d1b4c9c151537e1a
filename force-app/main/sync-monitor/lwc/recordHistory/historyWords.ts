import HISTORY_ACT_BY from '@salesforce/label/c.Sage_Failures_History_Act_By';
import HISTORY_AGREED from '@salesforce/label/c.Sage_Failures_History_Agreed';
import HISTORY_CREATED from '@salesforce/label/c.Sage_Failures_History_Created';
import HISTORY_DELETED from '@salesforce/label/c.Sage_Failures_History_Deleted';
import HISTORY_DONE from '@salesforce/label/c.Sage_Failures_History_Done';
import HISTORY_EMPTY from '@salesforce/label/c.Sage_Failures_History_Empty';
import HISTORY_FAILED from '@salesforce/label/c.Sage_Failures_History_Failed';
import HISTORY_FAILURE from '@salesforce/label/c.Sage_Failures_History_Failure';
import HISTORY_LINKED from '@salesforce/label/c.Sage_Failures_History_Linked';
import HISTORY_LOADING from '@salesforce/label/c.Sage_Failures_History_Loading';
import HISTORY_LOG from '@salesforce/label/c.Sage_Failures_History_Log';
import HISTORY_MORE from '@salesforce/label/c.Sage_Failures_History_More';
import HISTORY_QUEUED from '@salesforce/label/c.Sage_Failures_History_Queued';
import HISTORY_REFRESH from '@salesforce/label/c.Sage_Failures_History_Refresh';
import HISTORY_REPLAYED_BY from '@salesforce/label/c.Sage_Failures_History_Replayed_By';
import HISTORY_REPLAYED_EDITED_BY from '@salesforce/label/c.Sage_Failures_History_Replayed_Edited_By';
import HISTORY_SENT from '@salesforce/label/c.Sage_Failures_History_Sent';
import HISTORY_SKIPPED_BY from '@salesforce/label/c.Sage_Failures_History_Skipped_By';
import HISTORY_TOLD from '@salesforce/label/c.Sage_Failures_History_Told';
import HISTORY_UPDATED from '@salesforce/label/c.Sage_Failures_History_Updated';
import HISTORY_VERSION from '@salesforce/label/c.Sage_Failures_History_Version';

/** Words of the component, in the language of the reader. */
export const labels = {
  loading: HISTORY_LOADING,
  empty: HISTORY_EMPTY,
  more: HISTORY_MORE,
  refresh: HISTORY_REFRESH,
  linked: HISTORY_LINKED,
  agreed: HISTORY_AGREED,
  queued: HISTORY_QUEUED,
  failed: HISTORY_FAILED,
  done: HISTORY_DONE,
  replayedBy: HISTORY_REPLAYED_BY,
  replayedEditedBy: HISTORY_REPLAYED_EDITED_BY,
  skippedBy: HISTORY_SKIPPED_BY,
  actBy: HISTORY_ACT_BY,
  created: HISTORY_CREATED,
  updated: HISTORY_UPDATED,
  deleted: HISTORY_DELETED,
  sent: HISTORY_SENT,
  told: HISTORY_TOLD,
  version: HISTORY_VERSION,
  log: HISTORY_LOG,
  failure: HISTORY_FAILURE
} as const;
