import { Refusal } from '../refusal.ts';
import type { Column } from './table-definition.ts';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;
const CALENDAR_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Checks a value written as text against its column and gives back what is stored: text and decimals as they are, a
 * blank date as null. Throws a `Refusal` that names table, column and rule.
 */
export function columnValue(table: string, column: Column, text: string): string | null {
  const where = `${table}.${column.name}`;
  const { type } = column;
  switch (type.kind) {
    case 'string':
      refuseUnless(
        [...text].length <= type.length,
        `${where} holds ${type.length} characters, "${text}" has ${[...text].length}`
      );
      return text;
    case 'decimal':
      refuseUnless(
        isDecimal(text, type.precision, type.scale),
        `${where} takes a decimal of ${type.precision} digits with ${type.scale} after the point, as 1234.${'5'.padEnd(type.scale, '0')}, not "${text}"`
      );
      return text;
    case 'date':
      refuseUnless(
        text === '' || isCalendarDay(text),
        `${where} takes a day as 2026-01-31 or nothing, not "${text}"`
      );
      return text === '' ? null : text;
    case 'text':
      return text;
  }
}

function isDecimal(text: string, precision: number, scale: number): boolean {
  const match = DECIMAL.exec(text);
  if (match === null) return false;
  const [, , whole = '', fraction = ''] = match;
  return whole.replace(/^0+/, '').length <= precision - scale && fraction.length <= scale;
}

function isCalendarDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return CALENDAR_DAY.test(text) && !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}

function refuseUnless(holds: boolean, message: string): void {
  if (!holds) throw new Refusal(message);
}
