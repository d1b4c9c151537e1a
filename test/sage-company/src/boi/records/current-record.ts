import { Decimal } from 'decimal.js';
import { BoiRefusal } from '../com/boi-object.ts';
import { providexError } from '../com/com-fault.ts';
import type { ComValue } from '../com/com-object.ts';
import type { Row } from '../company/company-database.ts';
import type { LiveColumn, LiveTable } from '../company/live-table.ts';
import type { StoredRecord } from '../company/write-plan.ts';

/** A record in memory. Texts and dates (`yyyymmdd`) are text, numbers are exact decimals. */
export class CurrentRecord {
  readonly table: LiveTable;
  readonly #values = new Map<string, string | Decimal>();

  constructor(table: LiveTable, row: Row = {}) {
    this.table = table;
    for (const column of table.columns.values())
      this.#values.set(column.name, fromStored(column, row[column.name]));
  }

  /** A text or date column; blank for one that the table does not have. */
  text(name: string): string {
    const value = this.#values.get(name);
    return typeof value === 'string' ? value : '';
  }

  /** A numeric column; zero for one that the table does not have. */
  decimal(name: string): Decimal {
    const value = this.#values.get(name);
    return value instanceof Decimal ? value : new Decimal(0);
  }

  /** Sets columns from within, without the checks for callers; those that the table does not have are passed over. */
  fill(values: Readonly<Record<string, string | Decimal>>): void {
    for (const [name, value] of Object.entries(values))
      if (this.#values.has(name)) this.#values.set(name, value);
  }

  /** Sets a column as nSetValue does. Throws a `BoiRefusal` for a value that the column does not hold. */
  accept(column: LiveColumn, value: ComValue): void {
    this.#values.set(column.name, acceptValue(column, value));
  }

  /** A column as nGetValue gives it: a number is a double. */
  give(column: LiveColumn): ComValue {
    const value = this.#values.get(column.name);
    return value instanceof Decimal ? value.toNumber() : (value ?? '');
  }

  stored(): StoredRecord {
    const entries = [...this.table.columns.values()].map(
      (column) => [column.name, this.#stored(column)] as const
    );
    return Object.fromEntries(entries);
  }

  /** Takes over all values of another record of the same table. */
  become(other: CurrentRecord): void {
    this.fill(Object.fromEntries(other.#values));
  }

  copy(): CurrentRecord {
    const copy = new CurrentRecord(this.table);
    copy.become(this);
    return copy;
  }

  #stored(column: LiveColumn): string | null {
    const value = this.#values.get(column.name) ?? '';
    if (value instanceof Decimal) return value.toFixed(column.scale);
    if (column.kind === 'date') return value === '' ? null : dayOf(value);
    return value;
  }
}

/** Finds a column by the name that callers use: texts and dates end in `$`, numbers do not. */
export function callersColumn(table: LiveTable, name: string): LiveColumn {
  const isText = name.endsWith('$');
  const column = table.columns.get(isText ? name.slice(0, -1) : name);
  if (column === undefined || isText !== (column.kind !== 'decimal'))
    throw new BoiRefusal(`The column ${name} is not in ${table.name}.`);
  return column;
}

/** Checks a value against its column. Throws a `BoiRefusal`, or a ProvideX error for a value of another type. */
export function acceptValue(column: LiveColumn, value: ComValue): string | Decimal {
  if (column.kind === 'decimal') {
    if (typeof value !== 'number') throw providexError(26, 'Variable type invalid');
    return acceptNumber(column, value);
  }
  if (typeof value !== 'string') throw providexError(26, 'Variable type invalid');
  if (column.kind === 'string' && [...value].length > column.length)
    throw new BoiRefusal(
      `The ${column.name} "${value}" is too long. The maximum length is ${column.length} characters.`
    );
  if (column.kind === 'date' && value !== '' && !isDay(value))
    throw new BoiRefusal(`The ${column.name} "${value}" is not a valid date.`);
  return value;
}

function acceptNumber(column: LiveColumn, value: number): Decimal {
  const number = new Decimal(value);
  const whole = new Decimal(10).pow(column.precision - column.scale);
  if (!number.isFinite() || number.abs().greaterThanOrEqualTo(whole))
    throw new BoiRefusal(`The ${column.name} ${value} is out of range.`);
  if (number.decimalPlaces() > column.scale)
    throw new BoiRefusal(`The ${column.name} ${value} may have ${column.scale} decimal places.`);
  return number;
}

function isDay(text: string): boolean {
  if (!/^(19|20)\d{6}$/.test(text)) return false;
  const day = new Date(`${dayOf(text)}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(dayOf(text));
}

/** `20260131` as `2026-01-31`. */
export function dayOf(text: string): string {
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
}

function fromStored(column: LiveColumn, value: Row[string] | undefined): string | Decimal {
  if (column.kind === 'decimal') return new Decimal(String(value ?? 0));
  const text = value === null || value === undefined ? '' : String(value);
  return column.kind === 'date' ? text.replaceAll('-', '') : text;
}
