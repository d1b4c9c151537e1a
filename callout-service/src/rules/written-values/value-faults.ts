import { Decimal } from 'decimal.js';
import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { dayFault } from './day-fault.ts';
import { fieldFault } from './field-fault.ts';
import type { ColumnFacts, TableFacts, WrittenValue } from './written-value.ts';

const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/;
/** What a double holds exactly: numbers go to the Business Object Interface as doubles. */
const EXACT_DIGITS = 15;
// Neither Sage's files nor its screens have a place for them; a text may have line breaks and tabs.
const CONTROL_CHARACTER = /[^\P{Cc}\t\r\n]|\p{Cs}/u;

/**
 * What the columns of the table do not take: texts over their length, values of another type, columns that are not
 * there. Every value is looked at.
 */
export function valueFaults(values: readonly WrittenValue[], table: TableFacts): FieldFault[] {
  const columns = columnsByName(table);
  return values.flatMap((value) => {
    const column = columns.get(value.column);
    if (column === undefined || (value.kind === 'userDefined' && !column.userDefined))
      return value.value === null && value.kind !== 'userDefined' ? [] : [missingColumn(value, table)];
    const fault = value.value === null ? undefined : faultOf(value, value.value, column);
    return fault === undefined ? [] : [fault];
  });
}

/**
 * Required user-defined fields that the record would be without. A new record needs them all; an existing one must not
 * have them emptied.
 */
export function requiredFaults(
  values: readonly WrittenValue[],
  table: TableFacts,
  { prefix = '', isNew }: { readonly prefix?: string; readonly isNew: boolean }
): FieldFault[] {
  const given = new Map(values.map((value) => [value.column, value]));
  return table.columns.flatMap((column) => {
    const value = given.get(column.name);
    if (!column.userDefined || !column.required || (value?.value ?? '').trim() !== '') return [];
    if (value === undefined && !isNew) return [];
    const field = value?.field ?? `${prefix}userDefinedFields.${column.name}`;
    return [fieldFault('LB507', { field, value: '' }, `Sage requires ${column.name} of ${table.name}.`)];
  });
}

/** The kind in which a value goes into its column. */
export function columnKind(
  { kind, column }: WrittenValue,
  table: TableFacts
): 'text' | 'number' | 'date' | 'flag' {
  if (kind === 'code') return 'text';
  if (kind !== 'userDefined') return kind;
  return columnsByName(table).get(column)?.kind ?? 'text';
}

function columnsByName(table: TableFacts): ReadonlyMap<string, ColumnFacts> {
  return new Map(table.columns.map((column) => [column.name, column]));
}

function missingColumn(value: WrittenValue, table: TableFacts): FieldFault {
  const what = value.kind === 'userDefined' ? 'user-defined field' : 'column';
  return fieldFault('LB409', value, `${table.name} has no ${what} ${value.column}.`);
}

function faultOf(value: WrittenValue, text: string, column: ColumnFacts): FieldFault | undefined {
  switch (value.kind === 'userDefined' ? column.kind : value.kind) {
    case 'number':
      return numberFault(value, text, column);
    case 'date':
      return dayFault(value);
    case 'flag':
      return text === 'Y' || text === 'N'
        ? undefined
        : fieldFault('LB506', value, 'The field takes Y or N.', 'Send Y or N.');
    default:
      return textFault(value, text, column);
  }
}

function textFault(value: WrittenValue, text: string, { length }: ColumnFacts): FieldFault | undefined {
  if (CONTROL_CHARACTER.test(text))
    return fieldFault('LB506', value, 'The text has a character that no text of Sage can hold.');
  const characters = [...text].length;
  if (length === undefined || characters <= length) return undefined;
  return fieldFault('LB505', value, `The text has ${characters} characters, and the field holds ${length}.`);
}

function numberFault(value: WrittenValue, text: string, column: ColumnFacts): FieldFault | undefined {
  if (!PLAIN_NUMBER.test(text))
    return fieldFault('LB506', value, 'The field takes a plain decimal number.', 'Send it as 12.50.');
  const number = new Decimal(text);
  const { length = EXACT_DIGITS, scale = 0 } = column;
  if (number.decimalPlaces() > scale)
    return fieldFault('LB506', value, `The field takes ${scale} digits after the point.`);
  if (number.abs().greaterThanOrEqualTo(new Decimal(10).pow(length - scale)))
    return fieldFault('LB506', value, `The field takes ${length - scale} digits before the point.`);
  return number.precision(true) > EXACT_DIGITS
    ? fieldFault('LB506', value, `The number has more than the ${EXACT_DIGITS} digits that can be sent.`)
    : undefined;
}
