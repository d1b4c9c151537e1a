import TRANSFORM_TRIM from '@salesforce/label/c.Sage_Mapping_Transform_Trim';
import TRANSFORM_CASE from '@salesforce/label/c.Sage_Mapping_Transform_Case';
import TRANSFORM_PAD from '@salesforce/label/c.Sage_Mapping_Transform_Pad';
import TRANSFORM_CUT from '@salesforce/label/c.Sage_Mapping_Transform_Cut';
import TRANSFORM_STREET_LINES from '@salesforce/label/c.Sage_Mapping_Transform_Street_Lines';
import TRANSFORM_JOIN from '@salesforce/label/c.Sage_Mapping_Transform_Join';
import TRANSFORM_SPLIT from '@salesforce/label/c.Sage_Mapping_Transform_Split';
import TRANSFORM_PERSON_NAME from '@salesforce/label/c.Sage_Mapping_Transform_Person_Name';
import TRANSFORM_COUNTRY from '@salesforce/label/c.Sage_Mapping_Transform_Country';
import TRANSFORM_STATE from '@salesforce/label/c.Sage_Mapping_Transform_State';
import TRANSFORM_PHONE from '@salesforce/label/c.Sage_Mapping_Transform_Phone';
import TRANSFORM_ROUND from '@salesforce/label/c.Sage_Mapping_Transform_Round';
import TRANSFORM_MULTIPLY from '@salesforce/label/c.Sage_Mapping_Transform_Multiply';
import TRANSFORM_CURRENCY from '@salesforce/label/c.Sage_Mapping_Transform_Currency';
import TRANSFORM_DAY_TO_MOMENT from '@salesforce/label/c.Sage_Mapping_Transform_Day_To_Moment';
import TRANSFORM_NUMBER_TEXT from '@salesforce/label/c.Sage_Mapping_Transform_Number_Text';
import TRANSFORM_FLAG_TEXT from '@salesforce/label/c.Sage_Mapping_Transform_Flag_Text';
import TRANSFORM_NOT from '@salesforce/label/c.Sage_Mapping_Transform_Not';
import TRANSFORM_VALUE_MAP from '@salesforce/label/c.Sage_Mapping_Transform_Value_Map';
import TRANSFORM_CONSTANT from '@salesforce/label/c.Sage_Mapping_Transform_Constant';
import TRANSFORM_FIRST_FILLED from '@salesforce/label/c.Sage_Mapping_Transform_First_Filled';
import TRANSFORM_TEMPLATE from '@salesforce/label/c.Sage_Mapping_Transform_Template';
import TRANSFORM_IF from '@salesforce/label/c.Sage_Mapping_Transform_If';

/** Names of transforms by kind. */
export const transformLabels: Readonly<Record<string, string>> = {
  trim: TRANSFORM_TRIM,
  case: TRANSFORM_CASE,
  pad: TRANSFORM_PAD,
  cut: TRANSFORM_CUT,
  'street-lines': TRANSFORM_STREET_LINES,
  join: TRANSFORM_JOIN,
  split: TRANSFORM_SPLIT,
  'person-name': TRANSFORM_PERSON_NAME,
  country: TRANSFORM_COUNTRY,
  state: TRANSFORM_STATE,
  phone: TRANSFORM_PHONE,
  round: TRANSFORM_ROUND,
  multiply: TRANSFORM_MULTIPLY,
  currency: TRANSFORM_CURRENCY,
  'day-to-moment': TRANSFORM_DAY_TO_MOMENT,
  'number-text': TRANSFORM_NUMBER_TEXT,
  'flag-text': TRANSFORM_FLAG_TEXT,
  not: TRANSFORM_NOT,
  'value-map': TRANSFORM_VALUE_MAP,
  constant: TRANSFORM_CONSTANT,
  'first-filled': TRANSFORM_FIRST_FILLED,
  template: TRANSFORM_TEMPLATE,
  if: TRANSFORM_IF
};
