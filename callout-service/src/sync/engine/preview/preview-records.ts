import type { FieldFault } from '../../../errors/ledger-bridge-error.ts';
import type { MappingContent } from '../../../mapping/mapping-content.ts';
import { describeDecision } from '../../../mapping/merge/describe-decision.ts';
import type { FieldDecision } from '../../../mapping/merge/merge.ts';
import type { SageRecords } from '../../../sage/port/sage-records.ts';
import type { ObjectPair } from '../../pairs/object-pair.ts';
import { otherSides } from '../page/other-sides.ts';
import { linksOf, rowsOf } from '../page/page-row.ts';
import { pointsAt } from '../page/references.ts';
import type { EngineParts } from '../record/engine-parts.ts';
import { conflictFault } from '../record/faults.ts';
import { mergeSides, type BothSides } from '../record/merged.ts';
import { pairAtWork, type PairAtWork } from '../record/pair-at-work.ts';
import { engineAgreed } from '../record/link-agreed.ts';

export interface PreviewParts extends EngineParts {
  readonly sage: { readonly records: SageRecords };
}

export interface PreviewRequest {
  readonly pair: ObjectPair;
  readonly content: MappingContent;
  /** Records of Sage by key; the first ones of Sage where left out. */
  readonly keys?: readonly string[];
  /** How many of the first ones, 1 to 200; 20 where left out. */
  readonly sample?: number;
}

/** One field map of one record, as it would go. */
export interface PreviewedField extends FieldDecision {
  /** The decision as a sentence. */
  readonly sentence: string;
}

export interface PreviewedRecord {
  readonly key: string;
  readonly salesforceId: string | null;
  /** `fails` for what would become a dead letter, `left-out` for what the filter leaves out or nobody may make. */
  readonly outcome: 'passes' | 'fails' | 'left-out';
  /** Codes and fields of what is wrong; empty where it passes. */
  readonly faults: readonly FieldFault[];
  readonly fields: readonly PreviewedField[];
}

export interface MappingPreview {
  readonly passes: number;
  readonly fails: number;
  readonly leftOut: number;
  /** Keys that Sage does not have. */
  readonly unknown: readonly string[];
  readonly records: readonly PreviewedRecord[];
}

const USUAL_SAMPLE = 20;
const MOST = 200;

/**
 * Shows on real records what a mapping would do, field by field: what each side has, what was agreed on, what comes of it
 * and which rule decides. Writes nothing, in neither system nor the store.
 * @throws LedgerBridgeError LB3xx, LB70x; LB783 when Salesforce does not show the object.
 */
export async function previewMapping(parts: PreviewParts, request: PreviewRequest): Promise<MappingPreview> {
  const { pair, content, keys } = request;
  const at = await pairAtWork(parts, { pair, mapping: { version: 0, content } });
  const records = await recordsOf(parts, request);
  const found = new Set(records.map((record) => pair.description.keyOf(record)));
  const previewed = await previewRecords(parts, at, records);
  const count = (outcome: PreviewedRecord['outcome']) =>
    previewed.filter((each) => each.outcome === outcome).length;
  return {
    passes: count('passes'),
    fails: count('fails'),
    leftOut: count('left-out'),
    unknown: (keys ?? []).filter((key) => !found.has(key)),
    records: previewed
  };
}

async function recordsOf(
  { sage }: PreviewParts,
  { pair, keys, sample = USUAL_SAMPLE }: PreviewRequest
): Promise<readonly unknown[]> {
  const reads = pair.reads(sage.records);
  if (keys !== undefined) return reads.byKeys(keys.slice(0, MOST));
  const wanted = Math.min(sample, MOST);
  const records: unknown[] = [];
  for await (const page of reads.scan()) {
    records.push(...page.slice(0, wanted - records.length));
    if (records.length >= wanted) break;
  }
  return records;
}

/** Records of Sage, each with what Salesforce has of it. */
export async function previewRecords(
  parts: PreviewParts,
  at: PairAtWork,
  records: readonly unknown[]
): Promise<readonly PreviewedRecord[]> {
  const keys = records.map((record) => at.pair.description.keyOf(record));
  const links = await linksOf(parts.store.links, at.pair.entity, keys);
  const { on: rows, settled: leftOut } = await rowsOf(at, records, links);
  const places = await pointsAt(
    parts.store,
    at.pair.references,
    rows.map(({ record }) => record)
  );
  const placed = rows.flatMap((row, index) => {
    const place = places[index];
    return place === undefined ? [] : [{ ...row, place }];
  });
  const { on: both, settled: unclear } = await otherSides(parts, at, placed);
  return [
    ...leftOut.map(({ key }) => nothingOf(key, 'left-out')),
    ...unclear.map(({ key, error }) => nothingOf(key, 'fails', error?.faults)),
    ...both.map((row) => previewed(at, row))
  ];
}

function nothingOf(
  key: string,
  outcome: PreviewedRecord['outcome'],
  faults: readonly FieldFault[] = []
): PreviewedRecord {
  return { key, salesforceId: null, outcome, faults, fields: [] };
}

type PlacedRow = Awaited<ReturnType<typeof otherSides>>['on'][number];

function previewed(at: PairAtWork, row: PlacedRow): PreviewedRecord {
  const { key, values: sage, salesforce, place, link } = row;
  const changedInSage = at.pair.description.changedAt(row.record);
  const agreed = engineAgreed(link?.agreed);
  const shown = previewSides(at, { key, sage, salesforce, place, changedInSage, agreed });
  const salesforceId = shown.salesforceId ?? link?.salesforceId ?? null;
  const outcome = shown.outcome === 'passes' && isLeftOut(at, row) ? 'left-out' : shown.outcome;
  return { ...shown, salesforceId, outcome };
}

/** One record of which both sides are known, or one of them. */
export function previewSides(at: PairAtWork, sides: BothSides): PreviewedRecord {
  const { key = '', salesforce, place } = sides;
  const merged = mergeSides(at, sides);
  const conflicts = merged.conflicts.length === 0 ? [] : conflictFault(merged.conflicts, key).faults;
  const faults = [...(place?.missing?.faults ?? []), ...merged.faults, ...conflicts];
  return {
    key,
    salesforceId: salesforce?.id ?? null,
    outcome: faults.length > 0 ? 'fails' : 'passes',
    faults,
    fields: merged.decisions.map((decision) => ({ ...decision, sentence: describeDecision(decision) }))
  };
}

function isLeftOut({ mapping }: PairAtWork, { salesforce }: PlacedRow): boolean {
  if (salesforce === undefined) return !mapping.content.create.inSalesforce;
  return !mapping.takesSalesforce(salesforce.values);
}
