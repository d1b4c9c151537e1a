import { isDeepStrictEqual } from 'node:util';
import type { StoredLink } from '../../../store/port/links.ts';
import type { StoreContent } from '../../../store/port/store.ts';
import { withEngineAgreed } from '../record/link-agreed.ts';
import { linksOf } from './page-row.ts';
import type { Settled } from './settled.ts';

interface Kept {
  readonly entity: string;
  readonly mappingVersion: number;
  /** Links as they were when the records were read, by key. */
  readonly before: ReadonlyMap<string, StoredLink>;
  readonly settled: readonly Settled[];
}

/**
 * Keeps what both sides agree on now, in the links. One that somebody else wrote since it was read is left as it is, and
 * so is a record that was linked elsewhere meanwhile: these are given back, to be looked at again.
 */
export async function keepLinks(within: StoreContent, kept: Kept): Promise<readonly Settled[]> {
  const { entity, before, settled, mappingVersion } = kept;
  const linked = settled.filter(
    ({ agreed, salesforceId }) => agreed !== undefined && salesforceId !== undefined
  );
  const ended = settled.filter(({ unlinked }) => unlinked);
  const moved = await movedOnes(within, entity, before, [...linked, ...ended]);
  for (const { key, salesforceId } of ended)
    if (!moved.has(key) && salesforceId !== undefined) await within.links.remove(entity, salesforceId);
  const links = linked
    .filter(({ key }) => !moved.has(key))
    .map(({ key, salesforceId = '', agreed = {} }) => ({
      entity,
      salesforceId,
      sageKey: key,
      agreed: withEngineAgreed(before.get(key)?.agreed, agreed),
      mappingVersion
    }));
  for (const { sageKey, salesforceId } of links) {
    const old = before.get(sageKey);
    // A record that was deleted in Salesforce and made anew.
    if (old !== undefined && old.salesforceId !== salesforceId)
      await within.links.remove(entity, old.salesforceId);
  }
  if (links.length > 0) await within.links.putAll(links);
  return settled.filter(({ key }) => moved.has(key));
}

async function movedOnes(
  within: StoreContent,
  entity: string,
  before: ReadonlyMap<string, StoredLink>,
  settled: readonly Settled[]
): Promise<ReadonlySet<string>> {
  const now = await linksOf(
    within.links,
    entity,
    settled.map(({ key }) => key)
  );
  const ids = settled.flatMap(({ salesforceId }) => (salesforceId === undefined ? [] : [salesforceId]));
  const byId = ids.length === 0 ? [] : await within.links.bySalesforceIds(entity, ids);
  const owners = new Map(byId.map(({ salesforceId, sageKey }) => [salesforceId, sageKey]));
  const isMoved = ({ key, salesforceId = '' }: Settled) =>
    !isSameLink(before.get(key), now.get(key)) || (owners.get(salesforceId) ?? key) !== key;
  return new Set(settled.filter(isMoved).map(({ key }) => key));
}

/** Whether a link is as it was read. */
export function isSameLink(one: StoredLink | undefined, other: StoredLink | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.salesforceId === other.salesforceId && isDeepStrictEqual(one.agreed, other.agreed);
}
