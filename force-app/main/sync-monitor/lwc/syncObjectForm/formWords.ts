import CANCEL from '@salesforce/label/c.Sage_Objects_Cancel';
import CREATE_IN_SAGE from '@salesforce/label/c.Sage_Objects_Create_In_Sage';
import CREATE_IN_SALESFORCE from '@salesforce/label/c.Sage_Objects_Create_In_Salesforce';
import DIRECTION from '@salesforce/label/c.Sage_Objects_Direction';
import FIELD_HELP_SAGE from '@salesforce/label/c.Sage_Objects_Field_Help_Sage';
import FIELD_HELP_SALESFORCE from '@salesforce/label/c.Sage_Objects_Field_Help_Salesforce';
import FORM_CHECK from '@salesforce/label/c.Sage_Objects_Form_Check';
import FORM_DRAFT from '@salesforce/label/c.Sage_Objects_Form_Draft';
import FORM_DRAFT_HINT from '@salesforce/label/c.Sage_Objects_Form_Draft_Hint';
import FORM_NOW from '@salesforce/label/c.Sage_Objects_Form_Now';
import FORM_NOW_HINT from '@salesforce/label/c.Sage_Objects_Form_Now_Hint';
import FORM_SAGE_FILTER from '@salesforce/label/c.Sage_Objects_Form_Sage_Filter';
import FORM_SALESFORCE_FILTER from '@salesforce/label/c.Sage_Objects_Form_Salesforce_Filter';
import MASTER from '@salesforce/label/c.Sage_Objects_Master';
import MAX_VANISHED from '@salesforce/label/c.Sage_Objects_Max_Vanished';
import MAX_VANISHED_HELP from '@salesforce/label/c.Sage_Objects_Max_Vanished_Help';
import ONE_WAY from '@salesforce/label/c.Sage_Objects_One_Way';
import SAGE_CLOCK from '@salesforce/label/c.Sage_Objects_Sage_Clock';
import SAVE from '@salesforce/label/c.Sage_Objects_Save';
import SCHEDULE_CHANGES from '@salesforce/label/c.Sage_Objects_Schedule_Changes';
import SCHEDULE_COMPARE from '@salesforce/label/c.Sage_Objects_Schedule_Compare';
import VANISHED from '@salesforce/label/c.Sage_Objects_Vanished';
import VANISHED_DELETE_WARNING from '@salesforce/label/c.Sage_Objects_Vanished_Delete_Warning';
import WARNING from '@salesforce/label/c.Sage_Objects_Warning';
import { fillIn } from 'c/labelText';
import {
  directionInWords,
  directions,
  masterInWords,
  masters,
  vanishedActions,
  vanishedInWords
} from 'c/syncObjectModel';

export const labels = {
  cancel: CANCEL,
  check: FORM_CHECK,
  createInSage: CREATE_IN_SAGE,
  createInSalesforce: CREATE_IN_SALESFORCE,
  deleteWarning: VANISHED_DELETE_WARNING,
  direction: DIRECTION,
  draft: FORM_DRAFT,
  draftHint: FORM_DRAFT_HINT,
  fieldHelpSage: FIELD_HELP_SAGE,
  fieldHelpSalesforce: FIELD_HELP_SALESFORCE,
  master: MASTER,
  maxVanished: MAX_VANISHED,
  maxVanishedHelp: MAX_VANISHED_HELP,
  now: FORM_NOW,
  nowHint: FORM_NOW_HINT,
  oneWay: ONE_WAY,
  sageFilter: FORM_SAGE_FILTER,
  salesforceFilter: FORM_SALESFORCE_FILTER,
  save: SAVE,
  scheduleChanges: SCHEDULE_CHANGES,
  scheduleCompare: SCHEDULE_COMPARE,
  vanished: VANISHED,
  warning: WARNING
};

export const directionOptions = directions.map((value) => ({ value, label: directionInWords(value) }));
export const masterOptions = masters.map((value) => ({ value, label: masterInWords(value) }));
export const vanishedOptions = vanishedActions.map((value) => ({ value, label: vanishedInWords(value) }));

/** On whose clock schedules are; empty as long as that is not known. */
export function clockInWords(sageZone: string | undefined): string {
  return sageZone === undefined ? '' : fillIn(SAGE_CLOCK, sageZone);
}
