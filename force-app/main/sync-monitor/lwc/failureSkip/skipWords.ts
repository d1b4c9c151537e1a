import SKIP_CANCEL from '@salesforce/label/c.Sage_Failures_Skip_Cancel';
import SKIP_CONFIRM from '@salesforce/label/c.Sage_Failures_Skip_Confirm';
import SKIP_HELP from '@salesforce/label/c.Sage_Failures_Skip_Help';
import SKIP_MISSING from '@salesforce/label/c.Sage_Failures_Skip_Missing';
import SKIP_REASON from '@salesforce/label/c.Sage_Failures_Skip_Reason';

/** Words of the component, in the language of the reader. */
export const labels = {
  reason: SKIP_REASON,
  help: SKIP_HELP,
  missing: SKIP_MISSING,
  confirm: SKIP_CONFIRM,
  cancel: SKIP_CANCEL
} as const;
