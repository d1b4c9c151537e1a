import type { CompanyDatabase, Row } from '../company/company-database.ts';
import { CurrentRecord } from '../records/current-record.ts';

/** A sales order in memory: its header, its lines in their order, and what of both is on file. */
export class OrderDocument {
  readonly #database: CompanyDatabase;
  header: CurrentRecord;
  lines: CurrentRecord[] = [];
  /** As on file; undefined for a new order. */
  onFile: { readonly header: CurrentRecord; readonly lines: readonly CurrentRecord[] } | undefined;
  #lastLineKey = 0;

  constructor(database: CompanyDatabase) {
    this.#database = database;
    this.header = new CurrentRecord(database.table('SO_SalesOrderHeader'));
  }

  /** Begins with a header that was opened, and reads its lines. */
  open(header: CurrentRecord, isNew: boolean): void {
    this.header = header;
    this.lines = isNew ? [] : this.#readLines(header.text('SalesOrderNo'));
    this.onFile = isNew ? undefined : { header: header.copy(), lines: this.lines.map((line) => line.copy()) };
    this.#lastLineKey = Math.max(0, ...this.lines.map((line) => Number(line.text('LineKey'))));
  }

  /** A new line with keys of its own, which is not yet one of the order's. */
  newLine(): CurrentRecord {
    this.#lastLineKey += 1;
    const position = this.#lastLineKey.toString();
    const line = new CurrentRecord(this.#database.table('SO_SalesOrderDetail'));
    const sequence = position.padStart(8, '0').padEnd(14, '0');
    line.fill({
      SalesOrderNo: this.header.text('SalesOrderNo'),
      LineKey: position.padStart(6, '0'),
      LineSeqNo: sequence,
      SOHistoryDetlSeqNo: sequence
    });
    return line;
  }

  /** Puts a line into the order, in the place of the one with its key if there is one. */
  put(line: CurrentRecord): void {
    const position = this.positionOf(line.text('LineKey'));
    if (position === -1) this.lines.push(line);
    else this.lines[position] = line;
  }

  positionOf(lineKey: string): number {
    return this.lines.findIndex((line) => line.text('LineKey') === lineKey);
  }

  #readLines(salesOrderNo: string): CurrentRecord[] {
    const table = this.#database.table('SO_SalesOrderDetail');
    const sql = 'SELECT * FROM SO_SalesOrderDetail WHERE SalesOrderNo = ? ORDER BY LineSeqNo, LineKey';
    return this.#database.all(sql, salesOrderNo).map((row: Row) => new CurrentRecord(table, row));
  }
}

/** Whether it takes stock and credit: standard and back orders do, quotes, master and repeating orders do not. */
export function isOpenOrder(header: CurrentRecord): boolean {
  return ['S', 'B'].includes(header.text('OrderType'));
}

export function isQuote(header: CurrentRecord): boolean {
  return ['Q', 'P'].includes(header.text('OrderType'));
}
