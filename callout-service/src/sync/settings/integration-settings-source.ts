import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SalesforceRecords, SalesforceRow } from '../../salesforce/port/salesforce-records.ts';
import type { StoredAnswers } from '../../store/port/stored-answers.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { Logger } from '../../telemetry/logger.ts';
import type { IntegrationSettings, IntegrationSettingsSource } from './integration-settings.ts';
import { settingsOfConfig } from './settings-of-config.ts';
import { settingsQuery } from './settings-query.ts';

export interface IntegrationSettingsOptions {
  readonly records: Pick<SalesforceRecords, 'all'>;
  /** Keeps what was last read, so that a start while Salesforce is away has settings too. */
  readonly store?: { readonly answers: StoredAnswers };
  readonly companyCode: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

const GOOD_FOR_MS = 60_000;
/** After a failure Salesforce is asked again this soon: often enough for an admin, seldom enough for the limit of requests. */
const FAILED_FOR_MS = 10_000;
const OPERATION = 'integration-settings';
/** Other answers in the store are none of this source's business. */
const NOTHING_GOES = { oldestAsOf: '1970-01-01T00:00:00.000Z', maxRows: Number.MAX_SAFE_INTEGER };

/** What was found out, and until when it counts. */
interface Kept {
  readonly outcome: { readonly settings: IntegrationSettings } | { readonly failure: unknown };
  readonly until: number;
}

/**
 * Reads the settings of a Sage company from Salesforce with one query, and keeps them for a minute. Callers at the same
 * moment share the query. While Salesforce cannot be asked, the last good ones hold: those in memory, or of the store after
 * a start. Settings that contradict themselves are never passed over for older ones: an admin would not see why his change
 * has no effect.
 */
export function createIntegrationSettings(options: IntegrationSettingsOptions): IntegrationSettingsSource {
  const now = () => options.clock().toMillis();
  let kept: Kept | undefined;
  let lastGood: IntegrationSettings | undefined;
  let reading: Promise<Kept> | undefined;

  async function read(): Promise<Kept> {
    try {
      const rows = await options.records.all(settingsQuery(options.companyCode));
      const settings = settingsOfConfig(rows, options.companyCode);
      lastGood = settings;
      await keepInStore(rows, options);
      return { outcome: { settings }, until: now() + GOOD_FOR_MS };
    } catch (failure) {
      const until = now() + FAILED_FOR_MS;
      if (!isOutage(failure)) return { outcome: { failure }, until };
      lastGood ??= await fromStore(options);
      if (lastGood === undefined) return { outcome: { failure }, until };
      options.logger.warn({ code: failure.code }, 'settings of the last good read are used');
      return { outcome: { settings: lastGood }, until };
    }
  }

  /** What is read while `refresh` is called is given to those who wait for it and not kept. */
  function startReading(): Promise<Kept> {
    const mine = read().then((result) => {
      if (reading === mine) [kept, reading] = [result, undefined];
      return result;
    });
    return mine;
  }

  return {
    async current() {
      const known = kept !== undefined && now() < kept.until ? kept : await (reading ??= startReading());
      if ('failure' in known.outcome) throw known.outcome.failure;
      return known.outcome.settings;
    },
    refresh() {
      kept = undefined;
      reading = undefined;
    }
  };
}

/** Salesforce did not say what the settings are: any failure but that of the settings themselves. */
function isOutage(failure: unknown): failure is LedgerBridgeError {
  return failure instanceof LedgerBridgeError && failure.code !== 'LB751';
}

/** The rows and not what was made of them, so that another release reads them in its own way. */
async function keepInStore(
  rows: readonly SalesforceRow[],
  { store, companyCode, clock, logger }: IntegrationSettingsOptions
): Promise<void> {
  const answer = { operation: OPERATION, key: companyCode, asOf: clock().toISO(), answer: rows };
  try {
    await store?.answers.write([answer], NOTHING_GOES);
  } catch (err) {
    logger.warn({ err }, 'the settings could not be kept in the store');
  }
}

async function fromStore({
  store,
  companyCode,
  logger
}: IntegrationSettingsOptions): Promise<IntegrationSettings | undefined> {
  try {
    const stored = await store?.answers.find(OPERATION, companyCode);
    return Array.isArray(stored?.answer) ? settingsOfConfig(stored.answer, companyCode) : undefined;
  } catch (err) {
    logger.warn({ err }, 'the settings of the last good read cannot be used');
    return undefined;
  }
}
