/** The columns of an import file, in any order under the names of its first line. */
export const RECEIPT_COLUMNS = [
  'BankCode',
  'DepositNo',
  'DepositType',
  'DepositDate',
  'ARDivisionNo',
  'CustomerNo',
  'CheckNo',
  'PaymentType',
  'CheckAmount',
  'InvoiceNo',
  'InvoiceType',
  'AmountPosted',
  'DiscountAmount',
  'Comment',
  'RequestKey'
] as const;

export type ReceiptRow = Readonly<Record<(typeof RECEIPT_COLUMNS)[number], string>>;

/** One record of an import file with the line that it begins in, counted from 1. */
export interface ImportedRow {
  readonly line: number;
  readonly row: ReceiptRow;
}

/** What keeps a whole file from being imported. */
export class ImportFault extends Error {
  override readonly name = 'ImportFault';
}

/** Reads an import file: RFC 4180, UTF-8, names of columns in its first line. Throws an `ImportFault`. */
export function readReceiptRows(text: string): ImportedRow[] {
  const [head, ...records] = readCsv(text.replace(/^\uFEFF/, ''));
  const missing = RECEIPT_COLUMNS.filter((name) => head?.cells.includes(name) !== true);
  if (head === undefined || missing.length > 0)
    throw new ImportFault(`the first line lacks ${missing.join(', ')}`);
  return records.map(({ line, cells }) => {
    if (cells.length !== head.cells.length)
      throw new ImportFault(`line ${line} has ${cells.length} fields, not ${head.cells.length}`);
    const cell = (name: string) => cells[head.cells.indexOf(name)] ?? '';
    const row: ReceiptRow = {
      BankCode: cell('BankCode'),
      DepositNo: cell('DepositNo'),
      DepositType: cell('DepositType'),
      DepositDate: cell('DepositDate'),
      ARDivisionNo: cell('ARDivisionNo'),
      CustomerNo: cell('CustomerNo'),
      CheckNo: cell('CheckNo'),
      PaymentType: cell('PaymentType'),
      CheckAmount: cell('CheckAmount'),
      InvoiceNo: cell('InvoiceNo'),
      InvoiceType: cell('InvoiceType'),
      AmountPosted: cell('AmountPosted'),
      DiscountAmount: cell('DiscountAmount'),
      Comment: cell('Comment'),
      RequestKey: cell('RequestKey')
    };
    return { line, row };
  });
}

/** A field in quotes may hold commas, doubled quotes and line ends; an empty line is no record. */
function readCsv(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let line = 1;
  let begins = 1;
  for (const [whole, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/g
  )) {
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += whole.split('\n').length - 1;
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') records.push({ line: begins, cells });
    cells = [];
    begins = line;
  }
  return records;
}
