import { quoted } from '../../../salesforce/port/salesforce-records.ts';

/** The object pairs of a company's active configuration. */
export function syncObjectsQuery(companyCode: string): string {
  return [
    'SELECT Id, Sync_Key__c, Object_Pair__c, Active__c, Schedule__c, Check_Every_Seconds__c,',
    'Reconcile_Schedule__c, Max_Vanished_Percent__c, When_Vanished__c',
    'FROM Sync_Object__c',
    'WHERE Integration_Config__r.Active__c = true',
    `AND Integration_Config__r.Company_Code__c = ${quoted(companyCode)} ORDER BY Sync_Key__c`
  ].join(' ');
}
