import { asLedgerBridgeError } from '../../errors/as-ledger-bridge-error.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type { ReportFiles } from '../../sage/port/report-files.ts';
import type { SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { SalesforceReports } from '../../salesforce/port/salesforce-reports.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { lanes } from '../lanes.ts';
import { cutText } from '../write-back/cut-text.ts';
import { readPayload } from '../write-back/read-payload.ts';
import {
  deliveryQuery,
  reportDeliverySchema,
  reportOutSchema,
  type ReportDelivery
} from './report-delivery.ts';

export interface ReportOutParts {
  readonly salesforce: {
    readonly records: Pick<SalesforceRecords, 'all' | 'update'>;
    readonly reports: SalesforceReports;
  };
  readonly files: ReportFiles;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Last_Message__c. */
const MESSAGE_LENGTH = 255;

/**
 * Runs reports of Salesforce and puts them where Sage's side imports them: lane `report-out`. Delivering one again replaces
 * the file by a newer one. A report of which Salesforce gives a part only is not delivered.
 */
export function createReportOut(parts: ReportOutParts): JobHandler {
  return {
    lane: lanes.reportOut,
    concurrency: 1,
    async run(job) {
      const { deliveryId } = readPayload(reportOutSchema, job);
      const [row] = await parts.salesforce.records.all(deliveryQuery(deliveryId));
      // It was switched off or deleted since its schedule fired.
      if (row === undefined) return undefined;
      const delivery = reportDeliverySchema.parse(row);
      try {
        const rows = await deliver(parts, delivery);
        await show(parts, delivery, `${rows} rows were delivered as ${delivery.fileName}.`);
      } catch (error) {
        const { code, message } = asLedgerBridgeError(error);
        await show(parts, delivery, `${code} ${message}`);
        throw error;
      }
      return undefined;
    }
  };
}

async function deliver(
  { salesforce, files, logger }: ReportOutParts,
  delivery: ReportDelivery
): Promise<number> {
  const { columns, rows, complete } = await salesforce.reports.run(delivery.report);
  if (!complete) {
    throw new LedgerBridgeError('LB786', {
      detail:
        `Salesforce gave ${rows.length} rows of report ${delivery.report} and left others out. ` +
        'Nothing was delivered: part the report by filters.'
    });
  }
  await files.deliver({ fileName: delivery.fileName, columns: columns.map(({ label }) => label), rows });
  logger.info({ report: delivery.report, rows: rows.length }, 'a report was delivered');
  return rows.length;
}

/** Shows at the delivery what became of it; the log has it too. */
async function show(
  { salesforce: { records }, clock, logger }: ReportOutParts,
  { id }: ReportDelivery,
  message: string
): Promise<void> {
  const fields = {
    Last_Run_At__c: clock().toUTC().toISO(),
    Last_Message__c: cutText(message, MESSAGE_LENGTH)
  };
  try {
    const [outcome] = await records.update('Sage_Report_Delivery__c', [{ id, fields }]);
    if (outcome?.ok === false) throw outcome.error;
  } catch (err) {
    logger.warn({ err, deliveryId: id }, 'the end of a delivery could not be shown');
  }
}
