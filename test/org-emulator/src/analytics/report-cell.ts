import type { FieldDefinition, FieldValue } from '../schema/field.ts';
import { displayText } from '../soql/format.ts';

/** A value in a report, with the text that people see. */
export interface ReportCell {
  readonly label: string;
  readonly value: FieldValue;
}

/** A value of a field as a report shows it; `-` where there is none. */
export function cellOf(field: FieldDefinition, value: FieldValue): ReportCell {
  const shown = displayText(field, value, 'GMT');
  return { label: shown === null ? '-' : String(shown), value };
}
