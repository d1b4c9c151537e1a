import SETTING_AT from '@salesforce/label/c.Sage_Mapping_Setting_At';
import SETTING_TO from '@salesforce/label/c.Sage_Mapping_Setting_To';
import SETTING_TO_SAGE from '@salesforce/label/c.Sage_Mapping_Setting_To_Sage';
import SETTING_LENGTH from '@salesforce/label/c.Sage_Mapping_Setting_Length';
import SETTING_WITH from '@salesforce/label/c.Sage_Mapping_Setting_With';
import SETTING_STRIP from '@salesforce/label/c.Sage_Mapping_Setting_Strip';
import SETTING_SEPARATOR from '@salesforce/label/c.Sage_Mapping_Setting_Separator';
import SETTING_PARTS from '@salesforce/label/c.Sage_Mapping_Setting_Parts';
import SETTING_SAGE from '@salesforce/label/c.Sage_Mapping_Setting_Sage';
import SETTING_SALESFORCE from '@salesforce/label/c.Sage_Mapping_Setting_Salesforce';
import SETTING_COUNTRY_AT from '@salesforce/label/c.Sage_Mapping_Setting_Country_At';
import SETTING_DIGITS from '@salesforce/label/c.Sage_Mapping_Setting_Digits';
import SETTING_BY from '@salesforce/label/c.Sage_Mapping_Setting_By';
import SETTING_FROM from '@salesforce/label/c.Sage_Mapping_Setting_From';
import SETTING_DAY_AT from '@salesforce/label/c.Sage_Mapping_Setting_Day_At';
import SETTING_TRUE from '@salesforce/label/c.Sage_Mapping_Setting_True';
import SETTING_FALSE from '@salesforce/label/c.Sage_Mapping_Setting_False';
import SETTING_VALUE from '@salesforce/label/c.Sage_Mapping_Setting_Value';
import SETTING_TEXT from '@salesforce/label/c.Sage_Mapping_Setting_Text';
import SETTING_EQUALS from '@salesforce/label/c.Sage_Mapping_Setting_Equals';
import SETTING_THEN from '@salesforce/label/c.Sage_Mapping_Setting_Then';
import SETTING_OTHERWISE from '@salesforce/label/c.Sage_Mapping_Setting_Otherwise';
import SETTING_UPPER from '@salesforce/label/c.Sage_Mapping_Setting_Upper';
import SETTING_LOWER from '@salesforce/label/c.Sage_Mapping_Setting_Lower';
import SETTING_TITLE from '@salesforce/label/c.Sage_Mapping_Setting_Title';
import SETTING_AS_IS from '@salesforce/label/c.Sage_Mapping_Setting_As_Is';
import SETTING_ISO2 from '@salesforce/label/c.Sage_Mapping_Setting_Iso2';
import SETTING_ISO3 from '@salesforce/label/c.Sage_Mapping_Setting_Iso3';
import SETTING_NAME from '@salesforce/label/c.Sage_Mapping_Setting_Name';
import SETTING_CODE from '@salesforce/label/c.Sage_Mapping_Setting_Code';
import SETTING_NATIONAL from '@salesforce/label/c.Sage_Mapping_Setting_National';
import SETTING_INTERNATIONAL from '@salesforce/label/c.Sage_Mapping_Setting_International';
import SETTING_E164 from '@salesforce/label/c.Sage_Mapping_Setting_E164';
import SETTING_MIDNIGHT from '@salesforce/label/c.Sage_Mapping_Setting_Midnight';
import SETTING_NOON from '@salesforce/label/c.Sage_Mapping_Setting_Noon';
import SETTING_PAIRS from '@salesforce/label/c.Sage_Mapping_Setting_Pairs';

/** Names of settings of transforms, and of their choices. */
export const settingLabels: Readonly<Record<string, string>> = {
  at: SETTING_AT,
  to: SETTING_TO,
  toSage: SETTING_TO_SAGE,
  length: SETTING_LENGTH,
  with: SETTING_WITH,
  strip: SETTING_STRIP,
  separator: SETTING_SEPARATOR,
  parts: SETTING_PARTS,
  sage: SETTING_SAGE,
  salesforce: SETTING_SALESFORCE,
  countryAt: SETTING_COUNTRY_AT,
  digits: SETTING_DIGITS,
  by: SETTING_BY,
  from: SETTING_FROM,
  dayAt: SETTING_DAY_AT,
  true: SETTING_TRUE,
  false: SETTING_FALSE,
  value: SETTING_VALUE,
  text: SETTING_TEXT,
  equals: SETTING_EQUALS,
  then: SETTING_THEN,
  otherwise: SETTING_OTHERWISE,
  upper: SETTING_UPPER,
  lower: SETTING_LOWER,
  title: SETTING_TITLE,
  'as-is': SETTING_AS_IS,
  iso2: SETTING_ISO2,
  iso3: SETTING_ISO3,
  name: SETTING_NAME,
  code: SETTING_CODE,
  national: SETTING_NATIONAL,
  international: SETTING_INTERNATIONAL,
  e164: SETTING_E164,
  midnight: SETTING_MIDNIGHT,
  noon: SETTING_NOON,
  pairs: SETTING_PAIRS
};
