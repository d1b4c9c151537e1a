import PAYLOAD_CANCEL from '@salesforce/label/c.Sage_Failures_Payload_Cancel';
import PAYLOAD_EDITED from '@salesforce/label/c.Sage_Failures_Payload_Edited';
import PAYLOAD_EDITOR from '@salesforce/label/c.Sage_Failures_Payload_Editor';
import PAYLOAD_FAULT from '@salesforce/label/c.Sage_Failures_Payload_Fault';
import PAYLOAD_FORM from '@salesforce/label/c.Sage_Failures_Payload_Form';
import PAYLOAD_JSON from '@salesforce/label/c.Sage_Failures_Payload_Json';
import PAYLOAD_NOT_EDITABLE from '@salesforce/label/c.Sage_Failures_Payload_Not_Editable';
import PAYLOAD_NO_JSON from '@salesforce/label/c.Sage_Failures_Payload_No_Json';
import PAYLOAD_ORIGINAL from '@salesforce/label/c.Sage_Failures_Payload_Original';
import PAYLOAD_OTHERS from '@salesforce/label/c.Sage_Failures_Payload_Others';
import PAYLOAD_RAW from '@salesforce/label/c.Sage_Failures_Payload_Raw';
import PAYLOAD_SAVE from '@salesforce/label/c.Sage_Failures_Payload_Save';
import PAYLOAD_TOO_LARGE from '@salesforce/label/c.Sage_Failures_Payload_Too_Large';
import PAYLOAD_UNCHANGED from '@salesforce/label/c.Sage_Failures_Payload_Unchanged';

/** Words of the component, in the language of the reader. */
export const labels = {
  form: PAYLOAD_FORM,
  raw: PAYLOAD_RAW,
  editor: PAYLOAD_EDITOR,
  save: PAYLOAD_SAVE,
  cancel: PAYLOAD_CANCEL,
  json: PAYLOAD_JSON,
  noJson: PAYLOAD_NO_JSON,
  tooLarge: PAYLOAD_TOO_LARGE,
  notEditable: PAYLOAD_NOT_EDITABLE,
  edited: PAYLOAD_EDITED,
  original: PAYLOAD_ORIGINAL,
  others: PAYLOAD_OTHERS,
  unchanged: PAYLOAD_UNCHANGED,
  fault: PAYLOAD_FAULT
} as const;
