import type { StoredLink } from '../../../store/port/links.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import { isSameLink } from '../page/keep-settled.ts';
import { tell, type Told } from '../page/tell.ts';
import { engineAgreed, withEngineAgreed, type EngineAgreed } from './link-agreed.ts';
import { recordLog } from './record-log.ts';
import type { RecordWork } from './record-work.ts';
import type { Located } from './locate.ts';

export interface RecordKept {
  readonly located: Located;
  readonly key: string;
  readonly salesforceId: string;
  readonly agreed: Partial<EngineAgreed>;
  readonly told: Told | undefined;
  /** For the sync log; empty where nothing is to be told. */
  readonly story: readonly string[];
  readonly toSage: boolean;
}

/**
 * Keeps what both sides agree on now, if the link still is the one that the record was compared by; false, with nothing
 * kept, where somebody else was there meanwhile.
 */
export function keepRecord(work: RecordWork, kept: RecordKept): Promise<boolean> {
  return work.parts.store.transaction(async (within) => {
    const { pair, entity } = { pair: work.at.pair, entity: work.at.pair.entity };
    const { key, salesforceId, agreed, located } = kept;
    for (const link of located.ended) await within.links.remove(entity, link.salesforceId);
    if (!(await isUntouched(within, entity, kept))) return false;
    const mappingVersion = work.at.version;
    const whole = withEngineAgreed(located.link?.agreed, agreed);
    await within.links.put({ entity, salesforceId, sageKey: key, agreed: whole, mappingVersion });
    const finishedAt = work.parts.clock().toISO();
    if (kept.told !== undefined) await tell(within, pair, [kept.told], finishedAt);
    if (kept.story.length > 0) await log(within, work, kept, finishedAt);
    return true;
  });
}

async function isUntouched(
  { links }: StoreContent,
  entity: string,
  { located: { link }, key, salesforceId }: RecordKept
): Promise<boolean> {
  const now = await links.bySalesforceId(entity, salesforceId);
  const owner = await links.bySageKey(entity, key);
  return isSameLink(link, now) && (owner === undefined || owner.salesforceId === salesforceId);
}

async function log(
  within: StoreContent,
  { at, job, startedAt }: RecordWork,
  { key, salesforceId, story, toSage }: RecordKept,
  finishedAt: string
): Promise<void> {
  const name = `job-${job.id}-${job.attempt}`;
  await recordLog(within, {
    at,
    name,
    key,
    salesforceId,
    story,
    startedAt,
    finishedAt,
    toSage,
    attempts: job.attempt
  });
}

/** Whether Sage says something that was not agreed on before, whatever the mapping of then was. */
export function saysNew(link: StoredLink | undefined, digest: string | undefined): boolean {
  return valuesPart(engineAgreed(link?.agreed).digest) !== valuesPart(digest);
}

function valuesPart(digest: string | undefined): string | undefined {
  return digest?.split('.').at(-1);
}
