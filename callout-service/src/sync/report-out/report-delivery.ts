import { z } from 'zod';
import { quoted } from '../../salesforce/port/salesforce-records.ts';

const text = z
  .string()
  .nullish()
  .transform((value) => (value?.trim() ?? '') || null);

/** A `Sage_Report_Delivery__c`. */
export const reportDeliverySchema = z
  .object({ Id: z.string(), Report_Id__c: z.string(), File_Name__c: z.string(), Schedule__c: text })
  .transform(({ Id, Report_Id__c, File_Name__c, Schedule__c }) => ({
    id: Id,
    /** Id or developer name. */
    report: Report_Id__c,
    fileName: File_Name__c,
    schedule: Schedule__c
  }));
export type ReportDelivery = z.infer<typeof reportDeliverySchema>;

/** Payload of a job in lane `report-out`; key: the delivery's id. */
export const reportOutSchema = z.object({ deliveryId: z.string() });

const FIELDS = 'SELECT Id, Report_Id__c, File_Name__c, Schedule__c FROM Sage_Report_Delivery__c';

/** Those of a company that are switched on. */
export function deliveriesQuery(companyCode: string): string {
  const company = `Integration_Config__r.Company_Code__c = ${quoted(companyCode)}`;
  return `${FIELDS} WHERE Active__c = true AND Integration_Config__r.Active__c = true AND ${company} ORDER BY Id`;
}

export function deliveryQuery(id: string): string {
  return `${FIELDS} WHERE Active__c = true AND Id = ${quoted(id)}`;
}
