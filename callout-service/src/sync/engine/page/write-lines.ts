import type { LedgerBridgeError } from '../../../errors/ledger-bridge-error.ts';
import type { SalesforceRow } from '../../../salesforce/port/salesforce-records.ts';
import type { EngineParts } from '../record/engine-parts.ts';
import type { LinesAtWork, PairAtWork } from '../record/pair-at-work.ts';
import { rowsByValues } from '../record/read-salesforce.ts';
import { textOf } from '../record/salesforce-values.ts';
import type { BringOptions } from './bring-records.ts';
import type { MappedLine } from './mapped-lines.ts';
import type { MirrorRow } from './mirror-rows.ts';
import { differingFields } from './same-in-salesforce.ts';
import { failed, type Settled } from './settled.ts';
import { writeRows, type RowToWrite } from './write-rows.ts';

/** A record that was just written. */
export interface WrittenDocument {
  readonly row: MirrorRow;
  readonly salesforceId: string;
  readonly isNew: boolean;
}

/**
 * Brings the lines of documents in step that were just written: only those that differ are written, and those that their
 * document has no more are deleted. A document of which a line fails counts as failed, and keeps no digest, so that it is
 * looked at again.
 */
export async function writeLines(
  parts: EngineParts,
  at: PairAtWork,
  documents: readonly WrittenDocument[],
  options: BringOptions
): Promise<readonly Settled[]> {
  const failures =
    at.lines === undefined || documents.length === 0
      ? new Map<string, LedgerBridgeError>()
      : await linesInStep(parts, at.lines, documents, options);
  return documents.map(({ row, salesforceId, isNew }) => {
    const error = failures.get(row.key);
    if (error !== undefined) return { ...failed(row, error), salesforceId, agreed: {} };
    const told = isNew ? 'created' : 'updated';
    return { key: row.key, outcome: told, told, salesforceId, agreed: { digest: row.digest } };
  });
}

/** Failures by key of the document. */
async function linesInStep(
  parts: EngineParts,
  at: LinesAtWork,
  documents: readonly WrittenDocument[],
  options: BringOptions
): Promise<ReadonlyMap<string, LedgerBridgeError>> {
  const present = await presentLines(parts, at, documents);
  const wanted = documents.flatMap((document) =>
    document.row.lines.flatMap((line) => {
      const sent = lineToWrite(line, document.salesforceId, present.get(line.key), at);
      return sent === undefined ? [] : [{ sent, document: document.row.key }];
    })
  );
  const { salesforceObject: object, keyField } = at.pair;
  const target = { object, keyField, remakes: false, ...options };
  const outcomes = await writeRows(
    parts,
    target,
    wanted.map(({ sent }) => sent)
  );
  const failures = new Map<string, LedgerBridgeError>();
  for (const [place, { document }] of wanted.entries()) {
    const outcome = outcomes[place];
    if (outcome?.ok === false) failures.set(document, outcome.error);
  }
  for (const [document, error] of await deleteVanished(parts, at, documents, present))
    failures.set(document, error);
  return failures;
}

/** Undefined where the line stands so already. */
function lineToWrite(
  { key, fields, forNew }: MappedLine,
  documentId: string,
  present: SalesforceRow | undefined,
  { pair, fields: known }: LinesAtWork
): RowToWrite | undefined {
  if (present === undefined) return { key, fields, forNew: { ...forNew, [pair.parentField]: documentId } };
  const differing = differingFields(present, fields, known);
  return Object.keys(differing).length === 0
    ? undefined
    : { key, id: textOf(present, 'Id') ?? '', fields: differing };
}

/** Lines that Salesforce has of documents that are not new, by key. */
async function presentLines(
  { records }: EngineParts,
  { pair }: LinesAtWork,
  documents: readonly WrittenDocument[]
): Promise<ReadonlyMap<string, SalesforceRow>> {
  const values = documents.filter(({ isNew }) => !isNew).map(({ salesforceId }) => salesforceId);
  const mapped = documents.flatMap(({ row }) => row.lines.flatMap(({ fields }) => Object.keys(fields)));
  const rows = await rowsByValues(records, {
    object: pair.salesforceObject,
    fields: [pair.keyField, pair.parentField, ...new Set(mapped)],
    where: pair.parentField,
    values
  });
  return new Map(
    rows.map((row) => [textOf(row, pair.keyField) ?? `without key ${textOf(row, 'Id') ?? ''}`, row])
  );
}

/** Failures by key of the document. */
async function deleteVanished(
  { records }: EngineParts,
  { pair }: LinesAtWork,
  documents: readonly WrittenDocument[],
  present: ReadonlyMap<string, SalesforceRow>
): Promise<readonly (readonly [string, LedgerBridgeError])[]> {
  const wanted = new Set(documents.flatMap(({ row }) => row.lines.map(({ key }) => key)));
  const vanished = [...present].filter(([key]) => !wanted.has(key)).map(([, row]) => row);
  if (vanished.length === 0) return [];
  const ids = vanished.map((row) => textOf(row, 'Id') ?? '');
  const outcomes = await records.delete(pair.salesforceObject, ids);
  const keys = new Map(documents.map(({ salesforceId, row }) => [salesforceId, row.key]));
  return vanished.flatMap((row, place) => {
    const outcome = outcomes[place];
    const document = keys.get(textOf(row, pair.parentField) ?? '');
    return outcome?.ok === false && document !== undefined ? [[document, outcome.error] as const] : [];
  });
}
