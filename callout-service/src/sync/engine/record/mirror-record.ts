import type { JobResult } from '../../../jobs/handler.ts';
import { bringRecords } from '../page/bring-records.ts';
import { linksOf } from '../page/page-row.ts';
import { partOf } from '../page/page-result.ts';
import { settleVanished } from '../page/settle-vanished.ts';
import type { RecordWork } from './record-work.ts';

/**
 * Brings one record in step that only goes to Salesforce: as a page of one. What Sage has no more is settled only when a
 * run found it to have vanished, since the run has made sure of that.
 * @throws the LedgerBridgeError that the record failed of.
 */
export async function bringMirrorRecord(work: RecordWork): Promise<JobResult | undefined> {
  const { parts, at, reads, wanted, settings, signal, startedAt } = work;
  const key = wanted.sageKey ?? (await keyOf(work));
  if (key === undefined) return undefined;
  const before = await linksOf(parts.store.links, at.pair.entity, [key]);
  const records = await reads.byKeys([key]);
  const isVanished = records.length === 0 && wanted.because === 'vanished';
  const settled = isVanished
    ? await settleVanished(parts, at, [key], before, settings)
    : await bringRecords(parts, at, records, before, { mode: 'changes', signal });
  const failure = settled.find(({ outcome }) => outcome === 'failed');
  if (failure?.error !== undefined) throw failure.error;
  const byKey = new Map(records.map((record) => [at.pair.description.keyOf(record), record]));
  const finishedAt = parts.clock().toISO();
  const brought = { at, runId: wanted.runId ?? 0, records: byKey, before, settled, startedAt, finishedAt };
  return partOf(brought);
}

async function keyOf({ parts, at, wanted }: RecordWork): Promise<string | undefined> {
  if (wanted.salesforceId === undefined) return undefined;
  return (await parts.store.links.bySalesforceId(at.pair.entity, wanted.salesforceId))?.sageKey;
}
