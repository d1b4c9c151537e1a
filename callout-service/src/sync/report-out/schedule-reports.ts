import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceRecords } from '../../salesforce/port/salesforce-records.ts';
import type { Store } from '../../store/port/store.ts';
import type { Logger } from '../../telemetry/logger.ts';
import { lanes } from '../lanes.ts';
import { deliveriesQuery, reportDeliverySchema, type ReportDelivery } from './report-delivery.ts';

export interface ReportScheduleParts {
  readonly records: Pick<SalesforceRecords, 'all'>;
  readonly store: Pick<Store, 'schedules'>;
  readonly companyCode: string;
  /** Of the Sage company; IANA. */
  readonly timeZone: string;
  readonly logger: Logger;
}

/** Names of schedules are stored: they never change. */
const PREFIX = 'report-out:';

/** Keeps the schedules of reports in line with what admins decided; to be called again and again. @throws LB70x, LB60x. */
export async function scheduleReports(parts: ReportScheduleParts): Promise<void> {
  const { records, store, companyCode } = parts;
  const rows = await records.all(deliveriesQuery(companyCode));
  const deliveries = rows.flatMap((row) => reportDeliverySchema.safeParse(row).data ?? []);
  const wanted = deliveries.filter(({ schedule }) => schedule !== null);
  const known = (await store.schedules.all()).filter(({ name }) => name.startsWith(PREFIX));
  for (const delivery of wanted) {
    const stands = known.find(({ name }) => name === `${PREFIX}${delivery.id}`);
    if (stands?.cron !== delivery.schedule || stands.timeZone !== parts.timeZone) await put(parts, delivery);
  }
  for (const { name } of known) {
    if (!wanted.some(({ id }) => name === `${PREFIX}${id}`)) await store.schedules.remove(name);
  }
}

async function put(
  { store, timeZone, logger }: ReportScheduleParts,
  { id, schedule }: ReportDelivery
): Promise<void> {
  try {
    await store.schedules.put({
      ...{ name: `${PREFIX}${id}`, cron: schedule ?? '', timeZone, enabled: true },
      ...{ lane: lanes.reportOut, key: id, payload: { deliveryId: id } }
    });
  } catch (err) {
    if (!(err instanceof LedgerBridgeError) || err.code !== 'LB614') throw err;
    logger.error({ err, deliveryId: id, cron: schedule }, 'the schedule of a report cannot be used');
  }
}
