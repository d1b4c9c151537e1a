import { BoiRefusal } from '../com/boi-object.ts';
import type { Settings } from '../state/settings.ts';
import type { CurrentRecord } from './current-record.ts';

/** Throws a `BoiRefusal` for a column that the company requires, as user-defined fields may be, and that is empty. */
export function refuseEmptyFields(record: CurrentRecord, { requiredFields }: Settings): void {
  for (const [table, name] of requiredFields.split(/\s+/).map((field) => field.split('.'))) {
    const column = table === record.table.name ? record.table.columns.get(name ?? '') : undefined;
    if (column !== undefined && [null, '', 0].includes(record.give(column)))
      throw new BoiRefusal(`The ${column.name} field is required.`);
  }
}
