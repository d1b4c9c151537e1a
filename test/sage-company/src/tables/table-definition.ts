/** What a column holds: text of a given width, an exact decimal, a calendar day, or text of any length. */
export type ColumnType =
  | { readonly kind: 'string'; readonly length: number }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** One segment of a key; Sage keeps some of its keys in descending order. */
export interface KeySegment {
  readonly column: string;
  readonly descending: boolean;
}

/** A Sage table: its own names, in its own order of columns. User-defined fields come last. */
export interface Table {
  readonly name: string;
  readonly key: readonly KeySegment[];
  readonly indexes: readonly (readonly KeySegment[])[];
  readonly columns: readonly Column[];
}

/** The compact form in which the table files are written. */
export interface TableSource {
  readonly name: string;
  /** Columns joined by `+`, as Sage's file layouts write a key. */
  readonly key: string;
  /** Further keys in the same form; a segment may end in ` DESC`. */
  readonly indexes?: readonly string[];
  /** `Name:type` separated by blanks; type is `sN`, `nP.S`, `d` or `text`; `Name1..9:s2` stands for nine columns. */
  readonly columns: string;
  readonly userDefinedFields?: string;
}

/** Reads a table's compact form. Throws on a type it does not know and on a key segment that is no column. */
export function defineTable(source: TableSource): Table {
  const words = `${source.columns} ${source.userDefinedFields ?? ''}`.trim().split(/\s+/);
  const columns = words.flatMap(readColumns);
  const table = {
    name: source.name,
    key: readKey(source.key),
    indexes: (source.indexes ?? []).map(readKey),
    columns
  };
  refuseUnknownSegments(table);
  return table;
}

/** The column of that name, written as Sage writes it. */
export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

function readColumns(word: string): Column[] {
  const [names = '', notation = ''] = word.split(':');
  const type = readType(notation);
  const range = /^(.*?)(\d+)\.\.(\d+)$/.exec(names);
  if (range === null) return [{ name: names, type }];
  const [, stem = '', first, last] = range;
  const count = Number(last) - Number(first) + 1;
  return Array.from({ length: count }, (_, offset) => ({ name: `${stem}${Number(first) + offset}`, type }));
}

function readType(notation: string): ColumnType {
  if (notation === 'd') return { kind: 'date' };
  if (notation === 'text') return { kind: 'text' };
  const string = /^s(\d+)$/.exec(notation);
  if (string !== null) return { kind: 'string', length: Number(string[1]) };
  const decimal = /^n(\d+)\.(\d+)$/.exec(notation);
  if (decimal !== null) return { kind: 'decimal', precision: Number(decimal[1]), scale: Number(decimal[2]) };
  throw new Error(`"${notation}" is no column type: use sN, nP.S, d or text`);
}

function readKey(key: string): KeySegment[] {
  return key.split('+').map((segment) => {
    const [column = '', direction] = segment.split(' ');
    return { column, descending: direction === 'DESC' };
  });
}

function refuseUnknownSegments(table: Table): void {
  for (const { column } of [table.key, ...table.indexes].flat())
    if (findColumn(table, column) === undefined)
      throw new Error(`${table.name} has no column ${column}, but a key of it uses one`);
}
