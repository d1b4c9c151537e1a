import { BoiRefusal } from '../com/boi-object.ts';
import type { SessionState } from '../session/session-state.ts';
import type { CurrentRecord } from './current-record.ts';

/**
 * Throws a `BoiRefusal` for a column that is empty and required: user-defined fields that CM_UDF marks so, and those that
 * a setting names.
 */
export function refuseEmptyFields(record: CurrentRecord, { database, state }: SessionState): void {
  const { name: table, columns } = record.table;
  const defined = database.findTable('CM_UDF')
    ? database.all(
        "SELECT FieldName FROM CM_UDF WHERE Entity = ? AND RecordFlag = 'A' AND Required = 'Y'",
        table
      )
    : [];
  const set = state.settings.requiredFields.split(/\s+/).filter((field) => field.startsWith(`${table}.`));
  const names = [
    ...defined.map((row) => String(row['FieldName'])),
    ...set.map((field) => field.split('.')[1] ?? '')
  ];
  for (const column of names.map((name) => columns.get(name)))
    if (column !== undefined && [null, '', 0].includes(record.give(column)))
      throw new BoiRefusal(`The ${column.name} field is required.`);
}
