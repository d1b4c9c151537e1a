import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import { keepLinks } from '../page/keep-settled.ts';
import { settleVanished } from '../page/settle-vanished.ts';
import { tell } from '../page/tell.ts';
import { engineAgreed } from './link-agreed.ts';
import type { Located } from './locate.ts';
import type { RecordWork } from './record-work.ts';

/**
 * Does what follows when a record is missing on one side or on both; false where it is on both sides, or is a new one.
 * @throws LedgerBridgeError LB792 when one side deleted what the other one still has, and a person must decide.
 */
export async function settleMissing(work: RecordWork, located: Located): Promise<boolean> {
  const { link, record, salesforce, key } = located;
  if (record !== undefined && salesforce !== undefined) return false;
  if (record === undefined && salesforce === undefined) return forget(work, located);
  if (salesforce === undefined) {
    if (link === undefined) return false;
    throw gone(work, located, `Salesforce does not have the ${work.at.fields.object} any more.`);
  }
  // What Sage takes once it may have under a key of its own: there is nothing to compare it with.
  if (link !== undefined && (engineAgreed(link.agreed).vanished || work.at.pair.writtenOnce === true))
    return true;
  if (link !== undefined && work.wanted.because === 'vanished') return vanish(work, located);
  if (key === undefined) return false;
  throw gone(work, located, `Sage does not have the ${work.at.pair.entity} that the record names.`);
}

/** Neither side has it: the link has nothing left to say. */
async function forget({ parts, at }: RecordWork, { link }: Located): Promise<true> {
  if (link !== undefined) await parts.store.links.remove(at.pair.entity, link.salesforceId);
  return true;
}

/** Deletes or marks what a run found to have vanished, and could not settle itself. */
async function vanish(work: RecordWork, { link }: Located): Promise<true> {
  const { parts, at, settings } = work;
  if (link === undefined) return true;
  const before = new Map([[link.sageKey, link]]);
  const settled = await settleVanished(parts, at, [link.sageKey], before, settings);
  const error = settled.find(({ outcome }) => outcome === 'failed')?.error;
  if (error !== undefined) throw error;
  const told = { key: link.sageKey, salesforceId: link.salesforceId, change: 'deleted', values: {} } as const;
  await parts.store.transaction(async (within) => {
    await keepLinks(within, { entity: at.pair.entity, mappingVersion: at.version, before, settled });
    await tell(within, at.pair, [told], parts.clock().toISO());
  });
  return true;
}

function gone({ at }: RecordWork, { key, link, salesforce }: Located, detail: string): LedgerBridgeError {
  const id = salesforce?.id ?? link?.salesforceId ?? '';
  return new LedgerBridgeError('LB792', {
    detail,
    subject: `${at.fields.object} ${id}, ${at.pair.entity} ${key ?? ''}`
  });
}
