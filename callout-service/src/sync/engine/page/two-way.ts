import { isDeepStrictEqual } from 'node:util';
import { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { EngineParts } from '../record/engine-parts.ts';
import { conflictFault, valueFaults } from '../record/faults.ts';
import { saysNew } from '../record/keep-record.ts';
import { mergeSides, passableWay, sageDigest, type Merged } from '../record/merged.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { isSameKey } from '../record/same-key.ts';
import { conflictStory } from '../record/record-story.ts';
import type { BringOptions } from './bring-records.ts';
import { otherSides, type FoundRow } from './other-sides.ts';
import type { PageRow } from './page-row.ts';
import { pointsAt, type PointsAt } from './references.ts';
import { failed, step, type Settled, type Step } from './settled.ts';
import { writeInOrder } from './write-in-order.ts';

export interface PlacedRow extends PageRow {
  readonly place: PointsAt;
}

/**
 * Brings records in step that people change on both sides: Salesforce's are read too, and merged with what both agreed on
 * last. What must go to Sage, and conflicts that a person decides, become jobs of their own.
 */
export async function bringTwoWay(
  parts: EngineParts,
  at: PairAtWork,
  rows: readonly PageRow[],
  options: BringOptions
): Promise<readonly Settled[]> {
  const { on: placed, settled: waiting } = await placedRows(parts, at, rows);
  const { on: changed, settled: unchanged } = await changedInSage(at, placed, options);
  const { on: found, settled: unclear } = await otherSides(parts, at, changed);
  const { on: merged, settled: decided } = await step(found, (row) => decide(at, row));
  const written = await write(parts, at, merged, options);
  return [...waiting, ...unchanged, ...unclear, ...decided, ...written];
}

async function placedRows(
  { store }: EngineParts,
  { pair }: PairAtWork,
  rows: readonly PageRow[]
): Promise<Step<PlacedRow>> {
  const records = rows.map(({ record }) => record);
  const places = await pointsAt(store, pair.references, records);
  return step(rows, (row, index) => {
    const place = places[index];
    if (place === undefined) throw new Error('A record was looked up without an answer');
    return place.missing === undefined ? { on: { ...row, place } } : { settled: failed(row, place.missing) };
  });
}

/** What Salesforce changed is told by its own events; a full run looks all the same. */
function changedInSage(
  at: PairAtWork,
  rows: readonly PlacedRow[],
  { mode }: BringOptions
): Promise<Step<PlacedRow>> {
  return step(rows, (row) => {
    const { key, agreed, values: sage, place } = row;
    const isSame = !agreed.vanished && agreed.digest === sageDigest(at, { sage, place });
    return isSame && mode !== 'full' ? { settled: { key, outcome: 'unchanged' } } : { on: row };
  });
}

interface MergedRow extends FoundRow {
  readonly merged: Merged;
}

function decide(at: PairAtWork, row: FoundRow): { readonly on: MergedRow } | { readonly settled: Settled } {
  const { key, link, salesforce } = row;
  const skipped: Settled = { key, outcome: 'skipped' };
  if (link !== undefined && salesforce === undefined)
    return { settled: failed(row, goneFromSalesforce(at, row)) };
  if (salesforce === undefined && !mayCreate(at)) return { settled: skipped };
  const entered = salesforce?.key ?? key;
  if (salesforce !== undefined && !isSameKey(entered, key)) return { settled: renamed(row, salesforce.id) };
  if (passableWay(at, { sage: row.values, salesforce }) === undefined) return { settled: skipped };
  const merged = mergeSides(at, {
    ...row,
    sage: row.values,
    changedInSage: at.pair.description.changedAt(row.record)
  });
  const known = salesforce === undefined ? undefined : { salesforceId: salesforce.id };
  const error = refusal(at, key, merged);
  if (error !== undefined) return { settled: failed({ key, link: known }, error) };
  const salesforceId = salesforce?.id;
  if (Object.keys(merged.toSage).length > 0)
    return {
      settled: {
        key,
        outcome: 'updated',
        handedOver: 'page',
        ...(salesforceId !== undefined && { salesforceId })
      }
    };
  if (Object.keys(merged.toSalesforce).length > 0 || salesforceId === undefined)
    return { on: { ...row, merged } };
  return { settled: { key, outcome: 'unchanged', salesforceId, ...newlyAgreed(row, merged) } };
}

/** A person entered another key in the linked record: his word is followed by a job, which looks at both records. */
function renamed({ key }: PageRow, salesforceId: string): Settled {
  return { key, outcome: 'skipped', salesforceId, handedOver: 'renamed' };
}

function mayCreate({ mapping: { content } }: PairAtWork): boolean {
  return content.create.inSalesforce && content.direction !== 'to-sage';
}

function refusal(
  { pair }: PairAtWork,
  key: string,
  { faults, conflicts }: Merged
): LedgerBridgeError | undefined {
  if (conflicts.length > 0) return conflictFault(conflicts, `${pair.entity} ${key}`);
  return faults.length > 0 ? valueFaults(faults, `${pair.entity} ${key}`) : undefined;
}

function goneFromSalesforce({ fields, pair }: PairAtWork, { key, link }: PageRow): LedgerBridgeError {
  return new LedgerBridgeError('LB792', {
    detail: `Salesforce does not have the ${fields.object} any more that the ${pair.entity} is linked with.`,
    subject: `${pair.entity} ${key} of ${fields.object} ${link?.salesforceId ?? ''}`
  });
}

/** Nothing is kept where the link says so already: most records of a repeated run are like that. */
function newlyAgreed({ link, agreed }: PageRow, merged: Merged): Pick<Settled, 'agreed' | 'told'> {
  const { mapped, digest, references } = agreed;
  const isKept = isDeepStrictEqual({ mapped, digest, references }, { ...merged.agreed });
  if (link !== undefined && isKept && !agreed.vanished) return {};
  return saysNew(link, merged.agreed.digest)
    ? { agreed: merged.agreed, told: 'updated' }
    : { agreed: merged.agreed };
}

async function write(
  parts: EngineParts,
  at: PairAtWork,
  rows: readonly MergedRow[],
  options: BringOptions
): Promise<readonly Settled[]> {
  const { pair, fields, asOf } = at;
  const target = { object: fields.object, keyField: pair.keyField, remakes: false, ...options };
  const sent = rows.map(({ key, salesforce, merged }) => ({
    key,
    ...(salesforce !== undefined && { id: salesforce.id }),
    fields: { ...merged.toSalesforce, ...asOf }
  }));
  const isFirst = rows.map(({ record }) => pair.goesFirst?.(record) ?? false);
  const outcomes = await writeInOrder(parts, target, sent, isFirst);
  return rows.map((row, place) => {
    const outcome = outcomes[place];
    if (outcome === undefined) throw new Error('A record was written without an outcome');
    const known = row.salesforce === undefined ? undefined : { salesforceId: row.salesforce.id };
    if (!outcome.ok) return failed({ key: row.key, link: known }, outcome.error);
    const told = outcome.created ? 'created' : 'updated';
    const story = conflictStory(row.merged.decisions);
    const settled = {
      key: row.key,
      outcome: told,
      told,
      salesforceId: outcome.id,
      agreed: row.merged.agreed
    } as const;
    return story.length === 0 ? settled : { ...settled, story };
  });
}
