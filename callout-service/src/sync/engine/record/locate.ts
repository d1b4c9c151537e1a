import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { StoredLink } from '../../../store/port/links.ts';
import { rowsOf } from '../page/page-row.ts';
import { matchedSides } from '../page/matched-sides.ts';
import { onlyNamed } from './only-named.ts';
import { isSameKey } from './same-key.ts';
import type { RecordWork } from './record-work.ts';
import { salesforceSides, type SalesforceSide } from './read-both.ts';

/** One record as it is now in both systems, and how it is linked. */
export interface Located {
  readonly link: StoredLink | undefined;
  /** Links that the record outlived: they end with what is kept of it. */
  readonly ended: readonly StoredLink[];
  /** In Sage; undefined where it has none. */
  readonly key: string | undefined;
  readonly record: unknown;
  readonly salesforce: SalesforceSide | undefined;
}

/** Which record is meant, as far as it is known. */
export interface Sought {
  readonly sageKey: string | undefined;
  readonly salesforceId: string | undefined;
}

/**
 * Reads both sides of a record. The key that a person entered in Salesforce wins over an older link; without either, the
 * match keys look for the other side.
 * @throws LedgerBridgeError LB782 when several records may be meant, or the key belongs to another; LB3xx, LB70x.
 */
export async function locate(work: RecordWork, sought: Sought): Promise<Located> {
  const { store } = work.parts;
  const { entity } = work.at.pair;
  const bySalesforce =
    sought.salesforceId === undefined
      ? undefined
      : await store.links.bySalesforceId(entity, sought.salesforceId);
  const bySage =
    bySalesforce !== undefined || sought.sageKey === undefined
      ? undefined
      : await store.links.bySageKey(entity, sought.sageKey);
  const link = bySalesforce ?? (isOther(bySage, sought) ? undefined : bySage);
  const id = link?.salesforceId ?? sought.salesforceId;
  const key = link?.sageKey ?? sought.sageKey;
  const salesforce = id === undefined ? await namedBy(work, key) : await sideById(work, id);
  return withSage(work, { link, key, salesforce });
}

/** The record of Salesforce is another one than the one that the key is linked with. */
function isOther(link: StoredLink | undefined, { salesforceId }: Sought): boolean {
  return link !== undefined && salesforceId !== undefined && link.salesforceId !== salesforceId;
}

async function sideById({ parts, at }: RecordWork, id: string): Promise<SalesforceSide | undefined> {
  return (await salesforceSides(parts, at, 'Id', [id]))[0];
}

/** The only record of Salesforce whose key field has the key. @throws LedgerBridgeError LB782 where several have it. */
async function namedBy(
  { parts, at }: RecordWork,
  key: string | undefined
): Promise<SalesforceSide | undefined> {
  if (key === undefined) return undefined;
  const { side, error } = onlyNamed(at, key, await salesforceSides(parts, at, at.pair.keyField, [key]));
  if (error !== undefined) throw error;
  return side;
}

async function withSage(
  work: RecordWork,
  { link, key, salesforce }: Pick<Located, 'link' | 'key' | 'salesforce'>
): Promise<Located> {
  const entered = salesforce?.key ?? undefined;
  const isRenamed = link !== undefined && entered !== undefined && !isSameKey(entered, link.sageKey);
  const wanted = isRenamed ? entered : (key ?? entered ?? (await work.inSage(salesforce)));
  const record = wanted === undefined ? undefined : (await work.reads.byKeys([wanted]))[0];
  const found = record === undefined ? wanted : work.at.pair.description.keyOf(record);
  const own = isRenamed ? undefined : link;
  const other = found === undefined ? undefined : await ownerOf(work, found, salesforce);
  const match =
    salesforce === undefined && own === undefined ? await matchInSalesforce(work, record) : undefined;
  const ended = [...(isRenamed ? [link] : []), ...(other === undefined ? [] : [other])];
  return { link: own, ended, key: found, record, salesforce: salesforce ?? match };
}

/**
 * The link of another record of Salesforce that has the key but does not stand for it any more, as after a merge.
 * @throws LedgerBridgeError LB782 when it still stands for it.
 */
async function ownerOf(
  work: RecordWork,
  key: string,
  salesforce: SalesforceSide | undefined
): Promise<StoredLink | undefined> {
  const { parts, at } = work;
  const link = await parts.store.links.bySageKey(at.pair.entity, key);
  if (link === undefined || salesforce === undefined || link.salesforceId === salesforce.id) return undefined;
  const other = await sideById(work, link.salesforceId);
  if (other === undefined || (other.key !== null && !isSameKey(other.key, key))) return link;
  throw new LedgerBridgeError('LB782', {
    detail: `The ${at.pair.entity} in Sage is linked with another ${at.fields.object}.`,
    subject: `${at.pair.entity} ${key} of ${at.fields.object} ${other.id}, wanted for ${salesforce.id}`,
    faults: [
      {
        code: 'LB782',
        field: at.pair.keyField,
        value: key,
        problem: `${key} is linked with ${other.id}.`,
        fix: `Merge the two records, clear the field of ${other.id}, or enter another key here; then replay.`
      }
    ]
  });
}

async function matchInSalesforce(
  { parts, at }: RecordWork,
  record: unknown
): Promise<SalesforceSide | undefined> {
  if (record === undefined) return undefined;
  const { on: rows } = await rowsOf(at, [record], new Map());
  const [match] = (await matchedSides(parts, at, rows)).values();
  if (match?.error !== undefined) throw match.error;
  return match?.side;
}
