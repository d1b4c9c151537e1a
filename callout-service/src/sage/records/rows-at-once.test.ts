import { describe, expect, it } from 'vitest';
import { optionalString, string, type ColumnType } from '../catalogue/column-type.ts';
import { rowsAtOnce } from './rows-at-once.ts';

function tableOf(userDefined: Record<string, ColumnType>) {
  const columns: Record<string, ColumnType> = { ItemCode: string(30), ...userDefined };
  const others = Object.keys(userDefined);
  return {
    name: 'CI_Item',
    key: ['ItemCode'],
    columns,
    names: ['ItemCode', ...others] as const,
    userDefined: others,
    blanks: {}
  };
}

describe('rowsAtOnce', () => {
  it.each([
    { what: 'no long text', columns: { UDF_NOTE: optionalString(250) }, rows: Number.POSITIVE_INFINITY },
    { what: 'one long text', columns: { UDF_WEB: optionalString(65_536) }, rows: 25 },
    {
      what: 'two long texts',
      columns: { UDF_WEB: optionalString(65_536), UDF_MORE: optionalString(2_147_483_647) },
      rows: 12
    }
  ])('when a table has $what, then $rows rows are read at once', ({ columns, rows }) => {
    expect(rowsAtOnce(tableOf(columns))).toBe(rows);
  });
});
