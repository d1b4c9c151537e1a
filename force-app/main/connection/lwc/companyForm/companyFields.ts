import type { FieldReference } from 'lightning/uiRecordApi';
import ACTIVE from '@salesforce/schema/Integration_Config__c.Active__c';
import ALERT_ADDRESSES from '@salesforce/schema/Integration_Config__c.Alert_Addresses__c';
import BUSINESS_COUNTRY from '@salesforce/schema/Integration_Config__c.Business_Country__c';
import COMPANY_CODE from '@salesforce/schema/Integration_Config__c.Company_Code__c';
import CREATE_CUSTOMERS from '@salesforce/schema/Integration_Config__c.Create_Customers__c';
import CREDIT_REACTION from '@salesforce/schema/Integration_Config__c.Credit_Reaction__c';
import CURRENCY_RULE from '@salesforce/schema/Integration_Config__c.Currency_Rule__c';
import DEFAULT_WAREHOUSE from '@salesforce/schema/Integration_Config__c.Default_Warehouse__c';
import DIVISION from '@salesforce/schema/Integration_Config__c.New_Customer_Division__c';
import MATCH_KEYS from '@salesforce/schema/Integration_Config__c.Customer_Match_Keys__c';
import NAME from '@salesforce/schema/Integration_Config__c.Name';
import ORDER_TRIGGER from '@salesforce/schema/Integration_Config__c.Order_Trigger__c';
import PRICE_SOURCE from '@salesforce/schema/Integration_Config__c.Price_Source__c';
import SALESPERSON from '@salesforce/schema/Integration_Config__c.New_Customer_Salesperson__c';
import SEND_CONTACTS from '@salesforce/schema/Integration_Config__c.Send_Contacts__c';
import TAX_SCHEDULE from '@salesforce/schema/Integration_Config__c.New_Customer_Tax_Schedule__c';
import TERMS from '@salesforce/schema/Integration_Config__c.New_Customer_Terms__c';
import UPDATE_CUSTOMERS from '@salesforce/schema/Integration_Config__c.Update_Customers__c';
import { labels } from './formWords';

/** One field of the form. Its label, help and choices come from the org. */
export interface CompanyField {
  readonly name: string;
  readonly kind: 'text' | 'choice' | 'choices' | 'switch';
  readonly required: boolean;
  readonly maxLength: number | undefined;
  /** What a text must look like, as in the validation rules of the object, and what is said when it does not. */
  readonly pattern: string | undefined;
  readonly mismatch: string | undefined;
}

/** Fields that belong together. */
export interface CompanySection {
  readonly heading: string;
  readonly fields: readonly CompanyField[];
}

/** The form, in the order in which a person decides. */
export const sections: readonly CompanySection[] = [
  {
    heading: labels.company,
    fields: [
      text(NAME, { required: true, maxLength: 80 }),
      text(COMPANY_CODE, {
        required: true,
        maxLength: 3,
        pattern: '[A-Z0-9]{3}',
        mismatch: labels.code
      }),
      text(BUSINESS_COUNTRY, { maxLength: 2, pattern: '[A-Z]{2}', mismatch: labels.country }),
      choice(CURRENCY_RULE),
      toggle(ACTIVE)
    ]
  },
  {
    heading: labels.orders,
    fields: [
      choice(ORDER_TRIGGER),
      choice(PRICE_SOURCE),
      choice(CREDIT_REACTION),
      text(DEFAULT_WAREHOUSE, { maxLength: 3 })
    ]
  },
  {
    heading: labels.customers,
    fields: [
      { ...choice(MATCH_KEYS), kind: 'choices', required: false },
      toggle(CREATE_CUSTOMERS),
      toggle(UPDATE_CUSTOMERS),
      toggle(SEND_CONTACTS),
      text(DIVISION, { maxLength: 2, pattern: '[0-9]{2}', mismatch: labels.division }),
      text(TERMS, { maxLength: 2 }),
      text(TAX_SCHEDULE, { maxLength: 9 }),
      text(SALESPERSON, {
        maxLength: 7,
        pattern: '([0-9]{2}-)?[A-Z0-9]{1,4}',
        mismatch: labels.salesperson
      })
    ]
  },
  {
    heading: labels.alerts,
    fields: [
      text(ALERT_ADDRESSES, {
        maxLength: 255,
        pattern: '\\s*[^@,\\s]+@[^@,\\s]+(\\s*,\\s*[^@,\\s]+@[^@,\\s]+){0,4}\\s*',
        mismatch: labels.mails
      })
    ]
  }
];

/** The fields to read of a company. */
export const COMPANY_FIELDS: readonly FieldReference[] = [
  ACTIVE,
  ALERT_ADDRESSES,
  BUSINESS_COUNTRY,
  COMPANY_CODE,
  CREATE_CUSTOMERS,
  CREDIT_REACTION,
  CURRENCY_RULE,
  DEFAULT_WAREHOUSE,
  DIVISION,
  MATCH_KEYS,
  NAME,
  ORDER_TRIGGER,
  PRICE_SOURCE,
  SALESPERSON,
  SEND_CONTACTS,
  TAX_SCHEDULE,
  TERMS,
  UPDATE_CUSTOMERS
];

/** What a new company begins with, before a person decides. */
export const FIRST_VALUES: Readonly<Record<string, string | boolean>> = {
  [ACTIVE.fieldApiName]: true,
  [BUSINESS_COUNTRY.fieldApiName]: 'US'
};

function text(
  field: FieldReference,
  rules: Partial<Pick<CompanyField, 'required' | 'maxLength' | 'pattern' | 'mismatch'>>
): CompanyField {
  return {
    name: field.fieldApiName,
    kind: 'text',
    required: false,
    maxLength: undefined,
    pattern: undefined,
    mismatch: undefined,
    ...rules
  };
}

function choice(field: FieldReference): CompanyField {
  return { ...text(field, { required: true }), kind: 'choice' };
}

function toggle(field: FieldReference): CompanyField {
  return { ...text(field, {}), kind: 'switch' };
}
