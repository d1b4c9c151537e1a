import { notSupported, SalesforceError } from '../errors/salesforce-error.ts';
import { compileConditionLogic } from '../flow/condition-logic.ts';
import type { FieldValue } from '../schema/field.ts';
import { isNumeric } from '../schema/field.ts';
import { comparable, compareValues } from '../soql/comparison.ts';
import type { ReportColumn, ReportRow, ReportSource } from './report-source.ts';

/** A filter of a report, as its file and as a request say it. */
export interface ReportFilter {
  readonly column: string;
  readonly operator: string;
  readonly value?: string | undefined;
}

type Test = (row: ReportRow) => boolean;

/** Whether a row passes the filters: all of them, or by a logic such as `(1 OR 2) AND 3`. */
export function compileFilters(
  source: ReportSource,
  filters: readonly ReportFilter[],
  logic: string | null | undefined
): Test {
  const tests = filters.map((filter) => compileFilter(source.column(filter.column), filter));
  if (!logic) return (row) => tests.every((test) => test(row));
  const decide = compileConditionLogic(logic, tests.length);
  return (row) => decide((index) => tests[index]?.(row) ?? false);
}

function compileFilter(column: ReportColumn, { operator, value = '' }: ReportFilter): Test {
  const wanted = value.split(',').map((each) => comparable(column.field, literal(column, each.trim())));
  const of = (row: ReportRow) => comparable(column.field, column.valueOf(row));
  const anyOf =
    (
      test: (left: NonNullable<ReturnType<typeof of>>, right: NonNullable<(typeof wanted)[0]>) => boolean
    ): Test =>
    (row) => {
      const left = of(row);
      return left !== null && wanted.some((right) => right !== null && test(left, right));
    };
  const textOf = (part: string | number | boolean) => String(part).toLowerCase();
  const tests: Readonly<Record<string, Test>> = {
    equals: (row) => wanted.includes(of(row)),
    notEqual: (row) => !wanted.includes(of(row)),
    lessThan: anyOf((left, right) => compareValues(left, right) < 0),
    greaterThan: anyOf((left, right) => compareValues(left, right) > 0),
    lessOrEqual: anyOf((left, right) => compareValues(left, right) <= 0),
    greaterOrEqual: anyOf((left, right) => compareValues(left, right) >= 0),
    contains: anyOf((left, right) => textOf(left).includes(textOf(right))),
    startsWith: anyOf((left, right) => textOf(left).startsWith(textOf(right))),
    includes: anyOf((left, right) => textOf(left).split(';').includes(textOf(right)))
  };
  const negated: Readonly<Record<string, string>> = { notContain: 'contains', excludes: 'includes' };
  const test = tests[operator] ?? tests[negated[operator] ?? ''];
  if (!test) throw notSupported(`the report filter ${operator}`);
  return operator in negated ? (row) => !test(row) : test;
}

function literal({ field, label }: ReportColumn, text: string): FieldValue {
  if (text === '') return null;
  if (field.type === 'boolean') return text === '1' || text.toLowerCase() === 'true';
  if (!isNumeric(field.type)) return text;
  const number = Number(text);
  if (Number.isFinite(number)) return number;
  throw new SalesforceError(
    400,
    'BAD_REQUEST',
    `The filter value ${text} for the field ${label} isn't valid.`
  );
}
