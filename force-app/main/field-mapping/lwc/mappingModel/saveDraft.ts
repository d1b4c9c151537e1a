import { createRecord, deleteRecord, updateRecord } from 'lightning/uiRecordApi';
import { reduceErrors } from 'c/reduceErrors';
import type { Problem } from 'c/reduceErrors';
import type { Line } from './line';
import { FIELD_MAPPING_OBJECT, fieldsOfLine, fieldsOfPlace } from './rows';
import type { RowPlace, SavedLine } from './rows';

/** What came of saving: the rows that are there now, and why not all were written. */
export interface SaveOutcome {
  readonly saved: readonly SavedLine[];
  readonly problem: Problem | undefined;
}

/** Whether the lines are what the rows say, in this order. */
export function isSaved(lines: readonly Line[], saved: readonly SavedLine[]): boolean {
  return lines.length === saved.length && lines.every((line, index) => isSame(saved[index], line, index));
}

/**
 * Writes what differs, one record after another, and tells how many are done: stops at the first that is refused, and
 * keeps what was written until then, so that saving again goes on from there.
 */
export async function saveDraft(
  lines: readonly Line[],
  saved: readonly SavedLine[],
  place: RowPlace,
  onProgress: (done: number, all: number) => void
): Promise<SaveOutcome> {
  const rows = new Map(saved.map((row) => [row.line.id, row]));
  const gone = saved.filter(({ line }) => !lines.some(({ id }) => id === line.id));
  const changed = lines
    .map((line, order) => ({ line, order }))
    .filter(({ line, order }) => !isSame(rows.get(line.id), line, order));
  const all = gone.length + changed.length;
  let done = 0;
  const isDone = (): void => onProgress((done += 1), all);
  try {
    // New ones first: the rows that are there are the whole mapping, so that it never has fewer fields than both.
    for (const { line, order } of changed) {
      // eslint-disable-next-line no-await-in-loop -- one after another, so that it is known where it stopped
      rows.set(line.id, { recordId: await write(rows.get(line.id), line, { order, place }), line, order });
      isDone();
    }
    for (const { recordId, line } of gone) {
      // eslint-disable-next-line no-await-in-loop -- as above
      await deleteRecord(recordId);
      rows.delete(line.id);
      isDone();
    }
    return { saved: inOrder(rows), problem: undefined };
  } catch (error) {
    return { saved: inOrder(rows), problem: reduceErrors(error) };
  }
}

async function write(
  row: SavedLine | undefined,
  line: Line,
  { order, place }: { readonly order: number; readonly place: RowPlace }
): Promise<string> {
  const fields = fieldsOfLine(line, order);
  if (row === undefined) {
    const made = await createRecord({
      apiName: FIELD_MAPPING_OBJECT,
      fields: { ...fieldsOfPlace(place), ...fields }
    });
    return made.id;
  }
  await updateRecord({ fields: { Id: row.recordId, ...fields } });
  return row.recordId;
}

function isSame(row: SavedLine | undefined, line: Line, order: number): boolean {
  if (row === undefined || row.order !== order) return false;
  return JSON.stringify(fieldsOfLine(row.line, order)) === JSON.stringify(fieldsOfLine(line, order));
}

function inOrder(rows: ReadonlyMap<string, SavedLine>): readonly SavedLine[] {
  return [...rows.values()].sort((one, other) => one.order - other.order);
}
