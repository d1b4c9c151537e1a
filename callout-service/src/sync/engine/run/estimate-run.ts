import type { Sage } from '../../../sage/port/sage.ts';
import type { Store } from '../../../store/port/store.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import { RECORDS_AT_ONCE } from '../detection/full-look.ts';

export interface EstimateParts {
  readonly sage: Pick<Sage, 'records' | 'projections'>;
  readonly store: Pick<Store, 'fingerprints' | 'links'>;
}

/** What reading everything of a pair would come to. */
export interface RunEstimate {
  /** In Sage, filters left aside; lines of documents come besides. */
  readonly records: number;
  /** Those that Salesforce has already. */
  readonly linked: number;
  /** To Salesforce, at most. */
  readonly apiRequests: number;
  /** That new records take in Salesforce, where nearly every record counts as 2 KB. */
  readonly storageMegabytes: number;
}

const COLLECTION = 200;
/** From here on a page goes by the Bulk API. */
const BULK_FROM = 2_000;
/** Create, upload, close, some looks, three results. */
const REQUESTS_OF_BULK_JOB = 12;
/** Ids that one query takes. */
const QUERIED = 400;
/** Source: Salesforce Help, Monitor Data and Storage Usage: most records count as 2 KB. */
const KILOBYTES = 2;

/** Estimates a run over all records of a pair, before it starts. Reads at most their digests. @throws LB3xx, LB60x. */
export async function estimateRun(parts: EstimateParts, pair: ObjectPair): Promise<RunEstimate> {
  const [records, linked] = await Promise.all([
    countRecords(parts, pair),
    parts.store.links.count(pair.entity)
  ]);
  const added = Math.max(0, records - linked);
  return {
    records,
    linked,
    apiRequests: requestsFor(records, pair),
    storageMegabytes: Math.ceil((added * KILOBYTES) / 1024)
  };
}

function requestsFor(records: number, pair: ObjectPair): number {
  const pages = Math.ceil(records / RECORDS_AT_ONCE);
  const writes = records <= BULK_FROM ? Math.ceil(records / COLLECTION) : pages * REQUESTS_OF_BULK_JOB;
  const withLines = pair.lines === undefined ? writes : writes + pages * 2 * REQUESTS_OF_BULK_JOB;
  return withLines + Math.ceil(records / QUERIED);
}

async function countRecords({ sage, store }: EstimateParts, pair: ObjectPair): Promise<number> {
  const known = await store.fingerprints.count(`${pair.name}:whole`);
  if (known > 0) return known;
  const { whole } = pair.projections;
  const pages =
    whole === undefined ? pair.reads(sage.records).scan() : sage.projections.scan(whole, { pageSize: 1_000 });
  let records = 0;
  for await (const page of pages) records += page.length;
  return records;
}
