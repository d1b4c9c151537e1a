import GROUPS_ALL from '@salesforce/label/c.Sage_Failures_Groups_All';
import GROUPS_HEADING from '@salesforce/label/c.Sage_Failures_Groups_Heading';
import GROUPS_OLDEST from '@salesforce/label/c.Sage_Failures_Groups_Oldest';
import GROUPS_RECORD_ONE from '@salesforce/label/c.Sage_Failures_Groups_Record_One';
import GROUPS_RECORD_OTHER from '@salesforce/label/c.Sage_Failures_Groups_Record_Other';
import { countInWords } from 'c/labelText';

/** Words of the component, in the language of the reader. */
export const labels = {
  heading: GROUPS_HEADING,
  all: GROUPS_ALL,
  oldest: GROUPS_OLDEST,
  recordOne: GROUPS_RECORD_ONE,
  recordOther: GROUPS_RECORD_OTHER
} as const;

export function recordsInWords(count: number): string {
  return countInWords(count, { one: labels.recordOne, other: labels.recordOther });
}
