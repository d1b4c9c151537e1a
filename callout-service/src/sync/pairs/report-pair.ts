import type { ReportRecord } from '../../canonical/reports/report-record.ts';
import { reportEntity } from '../../mapping/entities/report.ts';
import type { ObjectPair } from './object-pair.ts';
import type { ReadSettings } from './read-settings.ts';
import { reportReads } from './reads/report-reads.ts';

/** Rows of Sage's reports, for dashboards in Salesforce. */
export function reportPair(settings: ReadSettings): ObjectPair<ReportRecord> {
  return {
    name: 'Sage_Report__c-report',
    label: 'Reports',
    entity: reportEntity.entity,
    salesforceObject: 'Sage_Report__c',
    keyField: 'Sage_Key__c',
    description: reportEntity,
    dependsOn: ['Account-customer', 'Product2-item'],
    references: [
      { field: 'Account__c', entity: 'customer', keyOf: ({ customerNo }) => customerNo, required: false },
      { field: 'Product__c', entity: 'item', keyOf: ({ itemCode }) => itemCode, required: false }
    ],
    directions: ['to-salesforce'],
    reads: (records) => reportReads(records, settings),
    projections: {}
  };
}
