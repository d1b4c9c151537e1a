import {
  quoted,
  type SalesforceRecords,
  type SalesforceRow
} from '../../../salesforce/port/salesforce-records.ts';

/** Characters of a list of values as they stand in the address, of the 16 KiB that it may have in all. */
const LONGEST_LIST = 8_000;

export interface RowsWanted {
  readonly object: string;
  readonly fields: readonly string[];
  /** Field of the condition, as `Id`. */
  readonly where: string;
  readonly values: readonly string[];
}

/** The rows whose field has one of the values, in as few queries as addresses allow. @throws LedgerBridgeError LB70x. */
export async function rowsByValues(
  records: Pick<SalesforceRecords, 'all'>,
  { object, fields, where, values }: RowsWanted
): Promise<readonly SalesforceRow[]> {
  const rows: SalesforceRow[] = [];
  const list = [...new Set(['Id', ...fields])].join(', ');
  for (const some of inLists(values))
    rows.push(...(await records.all(`SELECT ${list} FROM ${object} WHERE ${where} IN (${some})`)));
  return rows;
}

function inLists(values: readonly string[]): readonly string[] {
  const lists: string[][] = [];
  let length = LONGEST_LIST;
  for (const value of new Set(values)) {
    const literal = quoted(value);
    const size = encodeURIComponent(literal).length + 3;
    if (length + size > LONGEST_LIST) {
      lists.push([]);
      length = 0;
    }
    lists.at(-1)?.push(literal);
    length += size;
  }
  return lists.map((list) => list.join(', '));
}
