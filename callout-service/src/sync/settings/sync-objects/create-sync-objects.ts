import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { mappingContentSchema, type MappingContent } from '../../../mapping/mapping-content.ts';
import type { SalesforceRecords } from '../../../salesforce/port/salesforce-records.ts';
import type { Store } from '../../../store/port/store.ts';
import type { Clock } from '../../../telemetry/clock.ts';
import type { Logger } from '../../../telemetry/logger.ts';
import type { PairName } from '../../pairs/pair-names.ts';
import type { PublishedMapping, SyncObjectSettings, SyncObjectsSource } from '../sync-object-settings.ts';
import { syncObjectsOfRows } from './sync-objects-of-rows.ts';
import { syncObjectsQuery } from './sync-objects-query.ts';

export interface SyncObjectsParts {
  readonly records: Pick<SalesforceRecords, 'all'>;
  readonly store: Pick<Store, 'answers' | 'mappingVersions'>;
  readonly companyCode: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The mapping that comes with the package. */
  readonly packagedMapping: (pair: PairName) => MappingContent;
}

/** The name under which rows of the last good read are kept in the store. */
const OPERATION = 'syncObjects';
const NOTHING_GOES = { oldestAsOf: '1970-01-01T00:00:00.000Z', maxRows: Number.MAX_SAFE_INTEGER };
const GOOD_FOR_MS = 60_000;

interface Kept {
  readonly objects: Promise<readonly SyncObjectSettings[]>;
  readonly until: number;
}

/**
 * What admins decided for the object pairs of a company, read with one query and kept for a minute. While Salesforce cannot
 * be asked, the last good ones hold; what contradicts itself is never passed over for older ones.
 */
export function createSyncObjects(parts: SyncObjectsParts): SyncObjectsSource {
  let kept: Kept | undefined;

  function current(): Promise<readonly SyncObjectSettings[]> {
    const now = parts.clock().toMillis();
    if (kept !== undefined && now < kept.until) return kept.objects;
    const mine = { objects: readOrLast(parts), until: now + GOOD_FOR_MS };
    kept = mine;
    // A failure is not kept: who asks next asks anew.
    mine.objects.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return mine.objects;
  }

  return {
    active: async () => (await current()).filter(({ active }) => active),
    find: async (pair) => (await current()).find((each) => each.pair === pair),
    mapping: (pair) => mappingInForce(parts, pair),
    refresh() {
      kept = undefined;
    }
  };
}

/** The published mapping, or the packaged one as version 0. @throws LB751 when what is stored is no mapping. */
async function mappingInForce(
  { store, packagedMapping }: SyncObjectsParts,
  pair: PairName
): Promise<PublishedMapping> {
  const published = await store.mappingVersions.current(pair);
  if (published === undefined) return { version: 0, content: packagedMapping(pair) };
  const read = mappingContentSchema.safeParse(published.content);
  if (read.success) return { version: published.version, content: read.data };
  throw new LedgerBridgeError('LB751', {
    detail: `Version ${published.version} of the mapping of ${pair} cannot be read; publish it again.`
  });
}

async function readOrLast(parts: SyncObjectsParts): Promise<readonly SyncObjectSettings[]> {
  const { records, companyCode, logger } = parts;
  try {
    const rows = await records.all(syncObjectsQuery(companyCode));
    const objects = syncObjectsOfRows(rows, companyCode);
    await keep(parts, rows);
    return objects;
  } catch (failure) {
    const isOutage = failure instanceof LedgerBridgeError && failure.code !== 'LB751';
    const last = isOutage ? await lastGood(parts) : undefined;
    if (last === undefined) throw failure;
    logger.warn({ err: failure }, 'object pairs of the last good read are used');
    return last;
  }
}

async function keep(
  { store, companyCode, clock, logger }: SyncObjectsParts,
  rows: readonly unknown[]
): Promise<void> {
  try {
    const answer = { operation: OPERATION, key: companyCode, asOf: clock().toISO(), answer: rows };
    await store.answers.write([answer], NOTHING_GOES);
  } catch (err) {
    logger.warn({ err }, 'the object pairs could not be kept in the store');
  }
}

async function lastGood({
  store,
  companyCode,
  logger
}: SyncObjectsParts): Promise<readonly SyncObjectSettings[] | undefined> {
  try {
    const stored = await store.answers.find(OPERATION, companyCode);
    return Array.isArray(stored?.answer) ? syncObjectsOfRows(stored.answer, companyCode) : undefined;
  } catch (err) {
    logger.warn({ err }, 'the object pairs of the last good read cannot be used');
    return undefined;
  }
}
