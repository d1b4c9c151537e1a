import { quoted } from '../../salesforce/port/salesforce-records.ts';

/** One query for a company's active configuration with everything below it, so that it is of one moment. */
export function settingsQuery(companyCode: string): string {
  return [
    'SELECT Id, Name, Company_Code__c, Order_Trigger__c, Customer_Match_Keys__c, Create_Customers__c,',
    'Update_Customers__c, Send_Contacts__c, New_Customer_Division__c, New_Customer_Terms__c,',
    'New_Customer_Tax_Schedule__c, New_Customer_Salesperson__c, Price_Source__c, Credit_Reaction__c,',
    'Default_Warehouse__c, Currency_Rule__c, Business_Country__c, Alert_Addresses__c,',
    '(SELECT Name, Kind__c, Salesforce_Value__c, Sage_Value__c, Preferred__c FROM Value_Mappings__r ORDER BY Name),',
    '(SELECT Name, Object__c, Salesforce_Field__c, Sage_Field__c FROM Field_Mappings__r WHERE Active__c = true AND Sync_Object__c = null ORDER BY Name),',
    '(SELECT Name, From_Currency__c, To_Currency__c, Rate__c, Valid_From__c FROM Exchange_Rates__r ORDER BY Name)',
    'FROM Integration_Config__c',
    `WHERE Active__c = true AND Company_Code__c = ${quoted(companyCode)} ORDER BY Name`
  ].join(' ');
}
