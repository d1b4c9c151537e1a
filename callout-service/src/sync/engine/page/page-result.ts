import type { RunCounts } from '../../../store/port/sync-runs.ts';
import type { StoredLink } from '../../../store/port/links.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import type { PagePart, PageResult } from '../page-result.ts';
import { handOver } from '../record/hand-over.ts';
import { recordLog } from '../record/record-log.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { keepLinks } from './keep-settled.ts';
import type { Settled } from './settled.ts';
import { tell } from './tell.ts';

export interface Brought {
  readonly at: PairAtWork;
  readonly runId: number;
  readonly startedAt: string;
  readonly finishedAt: string;
  /** Records of Sage by key; vanished ones are not among them. */
  readonly records: ReadonlyMap<string, unknown>;
  readonly before: ReadonlyMap<string, StoredLink>;
  readonly settled: readonly Settled[];
}

/** Records whose outcome is kept in one transaction: some tenths of a second. */
const RECORDS_OF_PART = 200;

/** What became of a page, and how it is kept. */
export function resultOf(brought: Brought): PageResult {
  const { settled } = brought;
  const parts = Math.max(1, Math.ceil(settled.length / RECORDS_OF_PART));
  return Array.from({ length: parts }, (_, place) => {
    const from = place * RECORDS_OF_PART;
    return partOf({ ...brought, settled: settled.slice(from, from + RECORDS_OF_PART) });
  });
}

/** What became of records that are kept in one transaction. */
export function partOf(brought: Brought): PagePart {
  const { settled } = brought;
  return {
    counts: countsOf(settled),
    causes: causesOf(settled),
    commit: (within) => keep(within, brought)
  };
}

function countsOf(settled: readonly Settled[]): RunCounts {
  const count = (wanted: Settled['outcome']) => settled.filter(({ outcome }) => outcome === wanted).length;
  return {
    read: settled.length,
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    skipped: count('skipped'),
    failed: count('failed')
  };
}

function causesOf(settled: readonly Settled[]): Readonly<Record<string, number>> {
  const codes = Map.groupBy(
    settled.flatMap(({ error }) => (error === undefined ? [] : [error.code])),
    (code) => code
  );
  return Object.fromEntries([...codes].map(([code, some]) => [code, some.length]));
}

async function keep(within: StoreContent, brought: Brought): Promise<void> {
  const { at, settled, before, finishedAt } = brought;
  const { pair, version } = at;
  const moved = await keepLinks(within, { entity: pair.entity, mappingVersion: version, before, settled });
  const again = settled.filter(({ handedOver }) => handedOver !== undefined);
  for (const each of new Set([...again, ...moved])) await handOver(within, jobOf(each, brought));
  const told = settled.flatMap(({ key, salesforceId, told: change }) =>
    change === undefined ? [] : [{ key, salesforceId, change, values: valuesOf(key, brought) }]
  );
  await tell(within, pair, told, finishedAt);
  for (const { key, salesforceId, story = [] } of settled)
    if (story.length > 0)
      await recordLog(within, { ...brought, key, salesforceId, story, name: `run-${brought.runId}` });
}

function jobOf({ key, salesforceId, handedOver }: Settled, { at: { pair }, runId, records }: Brought) {
  const record = records.get(key);
  const payload = { pair: pair.name, sageKey: key, because: handedOver ?? 'moved', runId };
  return {
    payload: salesforceId === undefined ? payload : { ...payload, salesforceId },
    changedAt: record === undefined ? null : pair.description.changedAt(record)
  };
}

function valuesOf(key: string, { at: { pair }, records }: Brought) {
  const record = records.get(key);
  return record === undefined ? {} : pair.description.valuesOf(record);
}
