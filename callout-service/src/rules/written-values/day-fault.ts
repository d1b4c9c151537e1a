import type { FieldFault } from '../../errors/ledger-bridge-error.ts';
import { fieldFault } from './field-fault.ts';
import type { WrittenValue } from './written-value.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** A day that is none, or that lies outside the two centuries of Sage's dates. */
export function dayFault(value: WrittenValue): FieldFault | undefined {
  const text = value.value ?? '';
  const [, year = ''] = DAY.exec(text) ?? [];
  if (year === '') return fieldFault('LB506', value, 'The field takes a day.', 'Send it as 2026-01-31.');
  if (!isDay(text)) return fieldFault('LB508', value, 'There is no such day.');
  if (Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR)
    return fieldFault(
      'LB508',
      value,
      `The day is not in the years ${FIRST_YEAR} to ${LAST_YEAR} that Sage takes.`
    );
  return undefined;
}

/** Two days in the wrong order. */
export function orderOfDaysFault(earlier: WrittenValue, later: WrittenValue): FieldFault | undefined {
  if (earlier.value === null || later.value === null || later.value >= earlier.value) return undefined;
  return fieldFault('LB508', later, `The day is before ${earlier.field}, ${earlier.value}.`);
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text);
}
