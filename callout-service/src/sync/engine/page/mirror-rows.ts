import { digestOf } from '../../../mapping/digest.ts';
import type { SalesforceFields } from '../../../salesforce/port/salesforce-records.ts';
import type { EngineParts } from '../record/engine-parts.ts';
import { valueFaults } from '../record/faults.ts';
import type { PairAtWork } from '../record/pair-at-work.ts';
import { mappedLines, type MappedLine, type MappedLines } from './mapped-lines.ts';
import type { PageRow } from './page-row.ts';
import { pointsAt, type PointsAt } from './references.ts';
import { failed, step, type Step } from './settled.ts';

/** A record as it is to stand in Salesforce, with its lines. */
export interface MirrorRow extends PageRow {
  readonly fields: SalesforceFields;
  /** What Salesforce takes with a new record only. */
  readonly forNew: SalesforceFields;
  readonly lines: readonly MappedLine[];
  readonly digest: string;
}

/** Maps records and their lines; one fails that has a value which Salesforce cannot take, or lacks what it belongs to. */
export async function mirrorRows(
  { store }: Pick<EngineParts, 'store'>,
  at: PairAtWork,
  rows: readonly PageRow[]
): Promise<Step<MirrorRow>> {
  const records = rows.map(({ record }) => record);
  const [places, lines] = await Promise.all([
    pointsAt(store, at.pair.references, records),
    mappedLines(store, at.lines, records)
  ]);
  const found = rows.map((row, index) => ({ row, place: places[index], lines: lines[index] }));
  return step(found, ({ row, place, lines: ofRow }) => {
    const missing = place?.missing ?? ofRow?.missing;
    if (missing !== undefined) return { settled: failed(row, missing) };
    const { values, faults } = at.mapping.toSalesforce(row.values);
    const all = [...faults, ...(ofRow?.faults ?? [])];
    if (all.length > 0) return { settled: failed(row, valueFaults(all, `${at.pair.entity} ${row.key}`)) };
    return { on: mirrorRow(row, at, values, place, ofRow) };
  });
}

function mirrorRow(
  row: PageRow,
  { fields, missingField }: PairAtWork,
  values: SalesforceFields,
  place: PointsAt | undefined,
  ofRow: MappedLines | undefined
): MirrorRow {
  const back = row.agreed.vanished && missingField !== undefined ? { [missingField]: false } : {};
  const wanted = Object.entries({ ...values, ...place?.ids });
  const isForNew = (name: string) => fields.isOnlyForNew(name) || place?.onlyForNew.has(name) === true;
  const lines = ofRow?.lines ?? [];
  const digest = digestOf({ record: JSON.stringify(wanted.toSorted()), lines: JSON.stringify(lines) });
  return {
    ...row,
    fields: { ...Object.fromEntries(wanted.filter(([name]) => !isForNew(name))), ...back },
    forNew: Object.fromEntries(wanted.filter(([name]) => isForNew(name))),
    lines,
    digest
  };
}
