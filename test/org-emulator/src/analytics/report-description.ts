import type { ReportMetadata } from '../metadata/report.ts';
import { reportAggregates } from './report-aggregates.ts';
import { type ReportCall, reportSource } from './report-source.ts';
import { detailColumns, type ReportChanges } from './run-report.ts';

/** What a report is: its own settings, and labels and types of its columns. */
export function describeReport(
  call: ReportCall,
  id: string,
  report: ReportMetadata,
  changes: ReportChanges = {}
): Record<string, unknown> {
  const source = reportSource(call, report);
  const details = detailColumns(source, report, changes);
  const aggregates = reportAggregates(source, report);
  const groupings = [...report.groupingsDown, ...report.groupingsAcross].map(({ field }) =>
    source.column(field)
  );
  const info = (columns: readonly { name: string; label: string; field: { type: string } }[]) =>
    Object.fromEntries(columns.map(({ name, label, field }) => [name, { dataType: field.type, label }]));
  return {
    reportMetadata: {
      id,
      name: report.name,
      developerName: report.fullName.split('/').at(-1),
      reportFormat: report.format.toUpperCase(),
      reportType: { type: report.reportType, label: report.reportType },
      aggregates: aggregates.map(({ name }) => name),
      detailColumns: details.map(({ name }) => name),
      groupingsDown: report.groupingsDown.map(groupingInfo),
      groupingsAcross: report.groupingsAcross.map(groupingInfo),
      reportBooleanFilter: changes.reportBooleanFilter ?? report.filter?.booleanFilter ?? null,
      reportFilters: changes.reportFilters ?? report.filter?.criteriaItems ?? [],
      hasDetailRows: report.showDetails ?? true,
      currency: null,
      historicalSnapshotDates: []
    },
    reportExtendedMetadata: {
      aggregateColumnInfo: Object.fromEntries(
        aggregates.map(({ name, label, dataType }) => [name, { label, dataType }])
      ),
      detailColumnInfo: info(details),
      groupingColumnInfo: info(groupings)
    }
  };
}

function groupingInfo({ field, dateGranularity, sortOrder }: ReportMetadata['groupingsDown'][number]) {
  return {
    name: field,
    dateGranularity: dateGranularity ?? 'None',
    sortOrder: sortOrder ?? 'Asc',
    sortAggregate: null
  };
}
