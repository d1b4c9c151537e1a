import FORM_ALERTS from '@salesforce/label/c.Sage_Setup_Form_Alerts';
import FORM_CODE from '@salesforce/label/c.Sage_Setup_Form_Code';
import FORM_COMPANY from '@salesforce/label/c.Sage_Setup_Form_Company';
import FORM_COUNTRY from '@salesforce/label/c.Sage_Setup_Form_Country';
import FORM_CREATED from '@salesforce/label/c.Sage_Setup_Form_Created';
import FORM_CUSTOMERS from '@salesforce/label/c.Sage_Setup_Form_Customers';
import FORM_DIVISION from '@salesforce/label/c.Sage_Setup_Form_Division';
import FORM_LOADING from '@salesforce/label/c.Sage_Setup_Form_Loading';
import FORM_MAILS from '@salesforce/label/c.Sage_Setup_Form_Mails';
import FORM_ORDERS from '@salesforce/label/c.Sage_Setup_Form_Orders';
import FORM_READ_ONLY from '@salesforce/label/c.Sage_Setup_Form_Read_Only';
import FORM_SALESPERSON from '@salesforce/label/c.Sage_Setup_Form_Salesperson';
import FORM_SAVE from '@salesforce/label/c.Sage_Setup_Form_Save';
import FORM_SAVED from '@salesforce/label/c.Sage_Setup_Form_Saved';
import FORM_SAVING from '@salesforce/label/c.Sage_Setup_Form_Saving';

/** The words of the form; those of its fields come from the org. */
export const labels = {
  save: FORM_SAVE,
  saving: FORM_SAVING,
  saved: FORM_SAVED,
  loading: FORM_LOADING,
  company: FORM_COMPANY,
  orders: FORM_ORDERS,
  customers: FORM_CUSTOMERS,
  alerts: FORM_ALERTS,
  code: FORM_CODE,
  country: FORM_COUNTRY,
  division: FORM_DIVISION,
  salesperson: FORM_SALESPERSON,
  mails: FORM_MAILS,
  readOnly: FORM_READ_ONLY,
  created: FORM_CREATED
};
