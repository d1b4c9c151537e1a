import type { EngineParts } from '../record/engine-parts.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { rowsByValues } from '../record/read-salesforce.ts';
import { textOf } from '../record/salesforce-values.ts';
import type { SalesforceRow } from '../../../salesforce/port/salesforce-records.ts';
import type { BringOptions } from './bring-records.ts';
import { mirrorRows, type MirrorRow } from './mirror-rows.ts';
import type { PageRow } from './page-row.ts';
import { differingFields } from './same-in-salesforce.ts';
import { failed, step, type Settled, type Step } from './settled.ts';
import { writeInOrder } from './write-in-order.ts';
import { writeLines, type WrittenDocument } from './write-lines.ts';

/**
 * Brings records in step that only go to Salesforce: what differs from what was written last is written, by its key or,
 * once it is linked, by its id.
 */
export async function bringMirrors(
  parts: EngineParts,
  at: PairAtWork,
  rows: readonly PageRow[],
  options: BringOptions
): Promise<readonly Settled[]> {
  const { on: mapped, settled: faulty } = await mirrorRows(parts, at, rows);
  const { on: changed, settled: unchanged } = await changedOnes(parts, at, mapped, options);
  const { on: writable, settled: unwanted } = await withIds(parts, at, changed);
  const { on: written, settled: refused } = await write(parts, at, writable, options);
  const done = await writeLines(parts, at, written, options);
  return [...faulty, ...unchanged, ...unwanted, ...refused, ...done];
}

/** A full run looks at Salesforce, so that it finds what others changed or deleted there; others go by the digest. */
async function changedOnes(
  parts: EngineParts,
  at: PairAtWork,
  rows: readonly MirrorRow[],
  { mode }: BringOptions
): Promise<Step<MirrorRow>> {
  const isKnown = (row: MirrorRow) => row.agreed.digest === row.digest && !row.agreed.vanished;
  const ids = rows.filter(isKnown).flatMap(({ link }) => (link === undefined ? [] : [link.salesforceId]));
  const there = mode === 'full' ? await rowsById(parts, at, rows, ids) : undefined;
  return step(rows, (row) => {
    const isSame = isKnown(row) && (there === undefined || stands(row, there, at));
    return isSame ? { settled: { key: row.key, outcome: 'unchanged' } } : { on: row };
  });
}

async function rowsById(
  { records }: EngineParts,
  { fields: { object } }: PairAtWork,
  rows: readonly MirrorRow[],
  ids: readonly string[]
): Promise<ReadonlyMap<string, SalesforceRow>> {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row.fields)))];
  const found = await rowsByValues(records, { object, fields, where: 'Id', values: ids });
  return new Map(found.map((row) => [textOf(row, 'Id') ?? '', row]));
}

function stands(row: MirrorRow, there: ReadonlyMap<string, SalesforceRow>, at: PairAtWork): boolean {
  const found = there.get(row.link?.salesforceId ?? '');
  return found !== undefined && Object.keys(differingFields(found, row.fields, at.fields)).length === 0;
}

/**
 * Gives what is not linked the id that it has in Salesforce by its key, where that must be known: because nothing may be
 * made there, or a part of the record can be set only once.
 */
async function withIds(
  { records }: EngineParts,
  { pair, mapping, fields }: PairAtWork,
  rows: readonly MirrorRow[]
): Promise<Step<MirrorRow & { readonly id: string | undefined }>> {
  const creates = mapping.content.create.inSalesforce;
  const wanted = rows.filter(
    (row) => row.link === undefined && (!creates || Object.keys(row.forNew).length > 0)
  );
  const values = wanted.map(({ key }) => key);
  const where = pair.keyField;
  const found = await rowsByValues(records, { object: fields.object, fields: [where], where, values });
  const ids = new Map(found.map((row) => [textOf(row, where), textOf(row, 'Id') ?? undefined]));
  return step(rows, (row) => {
    const id = row.link?.salesforceId ?? ids.get(row.key);
    if (id === undefined && !creates) return { settled: { key: row.key, outcome: 'skipped' } };
    return { on: { ...row, id } };
  });
}

async function write(
  parts: EngineParts,
  { pair, fields, asOf }: PairAtWork,
  rows: readonly (MirrorRow & { readonly id: string | undefined })[],
  options: BringOptions
): Promise<Step<WrittenDocument>> {
  const target = { object: fields.object, keyField: pair.keyField, remakes: true, ...options };
  const sent = rows.map(({ key, id, fields: values, forNew }) => ({
    key,
    ...(id !== undefined && { id }),
    fields: { ...values, ...asOf, [pair.keyField]: key },
    forNew
  }));
  const isFirst = rows.map(({ record }) => pair.goesFirst?.(record) ?? false);
  const outcomes = await writeInOrder(parts, target, sent, isFirst);
  const written = rows.map((row, place) => ({ row, outcome: outcomes[place] }));
  return step(written, ({ row, outcome }) => {
    if (outcome === undefined) throw new Error('A record was written without an outcome');
    if (!outcome.ok) return { settled: failed(row, outcome.error) };
    return { on: { row, salesforceId: outcome.id, isNew: outcome.created } };
  });
}
