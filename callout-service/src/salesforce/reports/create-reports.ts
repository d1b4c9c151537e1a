import { salesforceId } from '../../canonical/salesforce-id.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceReports } from '../port/salesforce-reports.ts';
import { quoted, type SalesforceRecords } from '../port/salesforce-records.ts';
import type { RestGateway } from '../rest/rest-gateway.ts';
import { type ReportAnswer, readReportAnswer } from './report-answer.ts';
import { columnsOf, rowsOf } from './report-rows.ts';
import { type RunReport, runInParts } from './run-in-parts.ts';

/** Salesforce ends a run after ten minutes; a page that was asked for answers within two. */
const TIMEOUT_MS = 120_000;

/** Reports of an org by the Analytics API. Running one changes nothing. */
export function createReports(
  gateway: Pick<RestGateway, 'root' | 'send'>,
  records: Pick<SalesforceRecords, 'all'>
): SalesforceReports {
  return {
    async run(report) {
      const id = await idOf(records, report);
      const run: RunReport = (reportMetadata) => runOnce(gateway, { id, report }, reportMetadata);
      const whole = await run();
      const table = { columns: columnsOf(whole), rows: rowsOf(whole) };
      const { name } = whole.reportMetadata;
      if (whole.allData) return { name, ...table, complete: true };
      return { name, columns: table.columns, ...(await runInParts(run, whole, table)) };
    }
  };
}

async function runOnce(
  gateway: Pick<RestGateway, 'root' | 'send'>,
  { id, report }: { readonly id: string; readonly report: string },
  reportMetadata?: object
): Promise<ReportAnswer> {
  const body = await gateway.send({
    kind: 'report',
    method: reportMetadata === undefined ? 'GET' : 'POST',
    path: `${gateway.root}/analytics/reports/${id}?includeDetails=true`,
    ...(reportMetadata !== undefined && { body: { reportMetadata } }),
    repeatable: true,
    mayBeAbsent: true,
    timeoutMs: TIMEOUT_MS
  });
  if (body === undefined) throw noReport(report);
  return readReportAnswer(body);
}

async function idOf(records: Pick<SalesforceRecords, 'all'>, report: string): Promise<string> {
  const given = report.startsWith('00O') ? salesforceId(report) : undefined;
  if (given !== undefined) return given;
  const [row] = await records.all(`SELECT Id FROM Report WHERE DeveloperName = ${quoted(report)} LIMIT 1`);
  const id = row?.['Id'];
  if (typeof id !== 'string') throw noReport(report);
  return id;
}

function noReport(report: string): LedgerBridgeError {
  const detail = 'There is no such report, or the integration user does not see it.';
  return new LedgerBridgeError('LB706', { detail, subject: `Report ${report}` });
}
