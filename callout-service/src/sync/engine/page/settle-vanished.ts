import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { RecordOutcome } from '../../../salesforce/port/salesforce-records.ts';
import type { StoredLink } from '../../../store/port/links.ts';
import type { SyncObjectSettings } from '../../settings/sync-object-settings.ts';
import type { EngineParts } from '../record/engine-parts.ts';
import { engineAgreed } from '../record/link-agreed.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { failed, type Settled } from './settled.ts';

/**
 * Does to records of Salesforce what follows when Sage has theirs no more: kept, marked, or deleted. Links of kept and
 * marked ones stay, with a note, so that a record which comes back finds its own. Where the object has no field for the
 * mark, the record is kept.
 */
export async function settleVanished(
  parts: Pick<EngineParts, 'records'>,
  at: PairAtWork,
  keys: readonly string[],
  links: ReadonlyMap<string, StoredLink>,
  { whenVanished }: Pick<SyncObjectSettings, 'whenVanished'>
): Promise<readonly Settled[]> {
  const linked = [...new Set(keys)].map((key) => links.get(key)).filter((link) => link !== undefined);
  const known = linked.filter(({ agreed }) => !engineAgreed(agreed).vanished);
  const outcomes = known.length === 0 ? [] : await carryOut(parts, at, known, whenVanished);
  const settled = new Map(
    known.map((link, place) => [link.sageKey, settle(link, outcomes[place], whenVanished)])
  );
  return [...new Set(keys)].map((key) => settled.get(key) ?? { key, outcome: 'unchanged' });
}

async function carryOut(
  { records }: Pick<EngineParts, 'records'>,
  { fields, missingField }: PairAtWork,
  links: readonly StoredLink[],
  whenVanished: SyncObjectSettings['whenVanished']
): Promise<readonly (RecordOutcome | undefined)[]> {
  const ids = links.map(({ salesforceId }) => salesforceId);
  if (whenVanished === 'delete') return records.delete(fields.object, ids);
  if (whenVanished === 'keep' || missingField === undefined) return [];
  return records.update(
    fields.object,
    ids.map((id) => ({ id, fields: { [missingField]: true } }))
  );
}

function settle(
  link: StoredLink,
  outcome: RecordOutcome | undefined,
  whenVanished: SyncObjectSettings['whenVanished']
): Settled {
  const { sageKey: key, salesforceId, agreed } = link;
  // What was deleted in Salesforce, too, needs no mark.
  const isGone = outcome?.ok === false && outcome.error.code === 'LB706';
  if (outcome?.ok === false && !isGone)
    return { ...failed({ key, link }, outcome.error), handedOver: 'vanished' };
  if (isGone || whenVanished === 'delete')
    return { key, outcome: 'updated', salesforceId, unlinked: true, told: 'deleted' };
  const { mapped, references } = engineAgreed(agreed);
  const noted = { salesforceId, agreed: { mapped, references, vanished: true }, told: 'deleted' } as const;
  return outcome === undefined
    ? { key, outcome: 'skipped', error: keptError(key, salesforceId), ...noted }
    : { key, outcome: 'updated', ...noted };
}

function keptError(key: string, salesforceId: string): LedgerBridgeError {
  return new LedgerBridgeError('LB792', {
    detail: 'Sage has the record no more, and it stays in Salesforce as the settings say.',
    subject: `${key} of ${salesforceId}`
  });
}
