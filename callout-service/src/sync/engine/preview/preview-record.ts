import type { StoredLink } from '../../../store/port/links.ts';
import type { PublishedMapping } from '../../settings/sync-object-settings.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import { engineAgreed } from '../record/link-agreed.ts';
import { pairAtWork, type PairAtWork } from '../record/pair-at-work.ts';
import { salesforceSides, type SalesforceSide } from '../record/read-both.ts';
import { previewRecords, previewSides, type PreviewedRecord, type PreviewParts } from './preview-records.ts';

/** Which record: by its key in Sage, by its id in Salesforce, or both. */
export interface RecordSought {
  readonly pair: ObjectPair;
  readonly mapping: PublishedMapping;
  readonly sageKey?: string | undefined;
  readonly salesforceId?: string | undefined;
}

/** One record as it is now on both sides, and what a mapping would make of it. */
export interface RecordPreview {
  /** Undefined where neither system has it. */
  readonly previewed: PreviewedRecord | undefined;
  readonly link: StoredLink | undefined;
  readonly inSage: boolean;
  readonly inSalesforce: boolean;
  /** When each side was last changed, ISO 8601 in UTC; null where it does not say. */
  readonly changedAt: { readonly sage: string | null; readonly salesforce: string | null };
}

/**
 * Shows one record as `previewMapping` shows many, also one that Sage does not have. Writes nothing.
 * @throws LedgerBridgeError LB3xx, LB70x; LB783 when Salesforce does not show the object.
 */
export async function previewRecord(parts: PreviewParts, sought: RecordSought): Promise<RecordPreview> {
  const at = await pairAtWork(parts, sought);
  const link = await linkOf(parts, sought);
  const salesforce = await salesforceSideOf(parts, at, link, sought);
  const key = sought.sageKey ?? link?.sageKey ?? salesforce?.key ?? undefined;
  const record = key === undefined ? undefined : (await at.pair.reads(parts.sage.records).byKeys([key]))[0];
  const preview = {
    link,
    inSage: record !== undefined,
    inSalesforce: salesforce !== undefined,
    changedAt: {
      sage: record === undefined ? null : at.pair.description.changedAt(record),
      salesforce: salesforce?.changedAt ?? null
    }
  };
  if (record === undefined)
    return { ...preview, previewed: salesforce && onlyInSalesforce(at, salesforce, link) };
  const [previewed] = await previewRecords(parts, at, [record]);
  const inSalesforce = preview.inSalesforce || (previewed?.salesforceId ?? null) !== null;
  return { ...preview, previewed, inSalesforce };
}

async function linkOf(
  { store }: PreviewParts,
  { pair, sageKey, salesforceId }: RecordSought
): Promise<StoredLink | undefined> {
  const { links } = store;
  const bySalesforce =
    salesforceId === undefined ? undefined : await links.bySalesforceId(pair.entity, salesforceId);
  if (bySalesforce !== undefined || sageKey === undefined) return bySalesforce;
  return links.bySageKey(pair.entity, sageKey);
}

async function salesforceSideOf(
  parts: PreviewParts,
  at: PairAtWork,
  link: StoredLink | undefined,
  { sageKey, salesforceId }: RecordSought
): Promise<SalesforceSide | undefined> {
  const id = salesforceId ?? link?.salesforceId;
  if (id !== undefined) return (await salesforceSides(parts, at, 'Id', [id]))[0];
  if (sageKey === undefined) return undefined;
  return (await salesforceSides(parts, at, at.pair.keyField, [sageKey]))[0];
}

function onlyInSalesforce(
  at: PairAtWork,
  salesforce: SalesforceSide,
  link: StoredLink | undefined
): PreviewedRecord {
  const sides = { key: undefined, sage: undefined, salesforce, changedInSage: null, place: undefined };
  const previewed = previewSides(at, { ...sides, agreed: engineAgreed(link?.agreed) });
  const { create, direction } = at.mapping.content;
  const isTaken =
    create.inSage && direction !== 'to-salesforce' && at.mapping.takesSalesforce(salesforce.values);
  return previewed.outcome === 'passes' && !isTaken ? { ...previewed, outcome: 'left-out' } : previewed;
}
