import { columnKind } from '../../rules/written-values/value-faults.ts';
import type { TableFacts, WrittenValue } from '../../rules/written-values/written-value.ts';
import type { BoiRecord } from '../boi/record.ts';

/** Plans to set the columns, in their order. The values have passed the checks of their table. */
export function putValues(record: BoiRecord, values: readonly WrittenValue[], table: TableFacts): void {
  for (const value of values) putValue(record, value, columnKind(value, table));
}

function putValue(
  record: BoiRecord,
  { column, field, value }: WrittenValue,
  kind: ReturnType<typeof columnKind>
): void {
  if (kind === 'number') record.setNumber(column, value ?? '0', field);
  else if (kind === 'date' && value !== null) record.setDate(column, value, field);
  else record.setText(column, value ?? '', field);
}
