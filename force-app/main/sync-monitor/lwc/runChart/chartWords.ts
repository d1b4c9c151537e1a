import AS_TABLE from '@salesforce/label/c.Sage_Monitor_As_Table';
import CREATED from '@salesforce/label/c.Sage_Monitor_Created';
import FAILED from '@salesforce/label/c.Sage_Monitor_Failed';
import NO_RECORDS from '@salesforce/label/c.Sage_Monitor_No_Records';
import TIME from '@salesforce/label/c.Sage_Monitor_Time';
import UPDATED from '@salesforce/label/c.Sage_Monitor_Updated';

export const labels = {
  asTable: AS_TABLE,
  created: CREATED,
  failed: FAILED,
  noRecords: NO_RECORDS,
  time: TIME,
  updated: UPDATED
};
