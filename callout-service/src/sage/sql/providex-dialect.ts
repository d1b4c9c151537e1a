import type { ColumnName, Columns, Table } from '../catalogue/table.ts';
import type { SqlDialect } from './dialect.ts';
import { assertSafeSelect } from './grammar.ts';
import { literal } from './literal.ts';
import { buildSelect, type Select, type SelectOptions, type Spelling } from './select.ts';

const spelling: Spelling = { table: (name) => name, column: (name) => name, literal };

/** Sage 100 Standard and Advanced: flat files behind the ProvideX driver, one company in each data source. */
export const providexDialect: SqlDialect = {
  name: 'providex',
  select,
  locate: () => ({ database: null, schema: null }),
  assertSafe: assertSafeSelect
};

/** `providexDialect.select`. */
export function select<C extends Columns, N extends ColumnName<C>>(
  table: Table<C>,
  options: SelectOptions<C, N>
): Select<C, N> {
  return buildSelect(spelling, table, options);
}
