/** A row of a table by the names of its columns. */
export type TableRow = Readonly<Record<string, string>>;

/** A cell in quotes or without, and what ends it. */
const cellAndEnd = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;

/**
 * The rows of a table with a header, one after the other. Throws an Error for what is no table; its words quote nothing.
 * Source: RFC 4180.
 */
export function* readTable(text: string): Generator<TableRow> {
  let columns: readonly string[] | undefined;
  for (const cells of readLines(text)) {
    if (columns === undefined) columns = cells;
    else yield rowOf(columns, cells);
  }
}

function rowOf(columns: readonly string[], cells: readonly string[]): TableRow {
  if (cells.length !== columns.length) throw new Error('A line has not as many cells as the header');
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
}

function* readLines(text: string): Generator<string[]> {
  let cells: string[] = [];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    cellAndEnd.lastIndex = at;
    const found = cellAndEnd.exec(text);
    if (found === null) throw new Error('It is no table');
    const [whole, quoted, plain = '', end] = found;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (end === ',' && at < text.length) continue;
    // A comma at the very end stands before an empty cell.
    if (end === ',') cells.push('');
    // An empty line is the end of a file, not a row.
    if (cells.length > 1 || cells[0] !== '' || quoted !== undefined) yield cells;
    cells = [];
  }
}
