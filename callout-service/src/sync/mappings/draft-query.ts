import { quoted } from '../../salesforce/port/salesforce-records.ts';

/** One query for the draft of a pair's mapping, so that it is of one moment. */
export function draftQuery(companyCode: string, pair: string): string {
  return [
    'SELECT Id, Object_Pair__c, Direction__c, Master__c, Create_In_Salesforce__c, Create_In_Sage__c,',
    'Sage_Filter__c, Salesforce_Filter__c, Match_Keys__c,',
    '(SELECT Map_Key__c, Object__c, Salesforce_Field__c, Sage_Field__c, Direction__c, Transforms__c,',
    'Conflict_Rule__c, When_Empty_Salesforce__c, When_Empty_Sage__c, Default_Salesforce__c, Default_Sage__c,',
    'Only_If__c, Sort_Order__c FROM Field_Mappings__r WHERE Active__c = true',
    'ORDER BY Sort_Order__c NULLS LAST, Map_Key__c)',
    `FROM Sync_Object__c WHERE Sync_Key__c = ${quoted(`${companyCode}:${pair}`)}`
  ].join(' ');
}
