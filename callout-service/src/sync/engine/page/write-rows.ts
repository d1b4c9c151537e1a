import type { RecordOutcome, SalesforceFields } from '../../../salesforce/port/salesforce-records.ts';
import type { RunMode } from '../detection.ts';
import type { EngineParts } from '../record/engine-parts.ts';

/** A record as it is to be in Salesforce. */
export interface RowToWrite {
  /** In Sage. */
  readonly key: string;
  /** Known ones are updated; all others are written by their key, so that what is sent twice is there once. */
  readonly id?: string;
  readonly fields: SalesforceFields;
  /** What Salesforce takes with a new record only. */
  readonly forNew?: SalesforceFields;
}

export interface Target {
  readonly object: string;
  readonly keyField: string;
  readonly mode: RunMode;
  readonly signal: AbortSignal;
  /** A known record that is not there any more is made anew. */
  readonly remakes: boolean;
}

/** Beyond it Bulk API 2.0 costs less; a full run, which nobody waits for, uses it earlier. */
const MOST_IN_COLLECTIONS = 2_000;
const MOST_IN_COLLECTIONS_OF_FULL_RUN = 1_000;

/**
 * Writes records to Salesforce, each with its own outcome, in the order given.
 * @throws LedgerBridgeError LB70x when nothing is known of any record.
 */
export async function writeRows(
  parts: Pick<EngineParts, 'records' | 'bulk'>,
  target: Target,
  rows: readonly RowToWrite[]
): Promise<readonly RecordOutcome[]> {
  const outcomes = await eachKind(parts, target, rows);
  const gone = target.remakes
    ? rows.filter((row, place) => row.id !== undefined && isGone(outcomes[place]))
    : [];
  if (gone.length === 0) return outcomes;
  const again = await upserted(parts, target, gone);
  const renewed = new Map(gone.map((row, place) => [row, again[place]]));
  return outcomes.map((outcome, place) => renewedAt(rows[place], renewed) ?? outcome);
}

function renewedAt(
  row: RowToWrite | undefined,
  renewed: ReadonlyMap<RowToWrite, RecordOutcome | undefined>
): RecordOutcome | undefined {
  return row === undefined ? undefined : renewed.get(row);
}

function isGone(outcome: RecordOutcome | undefined): boolean {
  return outcome?.ok === false && outcome.error.code === 'LB706';
}

async function eachKind(
  parts: Pick<EngineParts, 'records' | 'bulk'>,
  target: Target,
  rows: readonly RowToWrite[]
): Promise<readonly RecordOutcome[]> {
  const known = rows.filter(({ id }) => id !== undefined);
  const others = rows.filter(({ id }) => id === undefined);
  const [updates, upserts] = [await updated(parts, target, known), await upserted(parts, target, others)];
  const byRow = new Map([
    ...known.map((row, place) => [row, updates[place]] as const),
    ...others.map((row, place) => [row, upserts[place]] as const)
  ]);
  return rows.map((row) => outcomeOf(byRow.get(row)));
}

function outcomeOf(outcome: RecordOutcome | undefined): RecordOutcome {
  if (outcome !== undefined) return outcome;
  throw new Error('An adapter gave fewer outcomes than it was given records');
}

async function updated(
  { records, bulk }: Pick<EngineParts, 'records' | 'bulk'>,
  target: Target,
  rows: readonly RowToWrite[]
): Promise<readonly RecordOutcome[]> {
  if (rows.length === 0) return [];
  target.signal.throwIfAborted();
  const sent = rows.map(({ id = '', fields }) => ({ id, fields }));
  if (!isMany(target, rows.length)) return records.update(target.object, sent);
  return bulk.ingest({
    object: target.object,
    operation: 'update',
    rows: sent.map(({ id, fields }) => ({ Id: id, ...fields })),
    signal: target.signal
  });
}

async function upserted(
  { records, bulk }: Pick<EngineParts, 'records' | 'bulk'>,
  target: Target,
  rows: readonly RowToWrite[]
): Promise<readonly RecordOutcome[]> {
  if (rows.length === 0) return [];
  target.signal.throwIfAborted();
  const { object, keyField } = target;
  const sent = rows.map(({ key, fields, forNew }) => ({ ...fields, ...forNew, [keyField]: key }));
  if (!isMany(target, rows.length)) return records.upsert(object, keyField, sent);
  return bulk.ingest({
    object,
    operation: 'upsert',
    externalIdField: keyField,
    rows: sent,
    signal: target.signal
  });
}

function isMany({ mode }: Target, rows: number): boolean {
  return rows > (mode === 'full' ? MOST_IN_COLLECTIONS_OF_FULL_RUN : MOST_IN_COLLECTIONS);
}
