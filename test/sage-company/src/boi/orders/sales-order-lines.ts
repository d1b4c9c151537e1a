import { BoiObject, BoiRefusal, LastMessage } from '../com/boi-object.ts';
import type { Method } from '../com/boi-object.ts';
import type { CallArguments, ComObject, ComValue } from '../com/com-object.ts';
import { callersColumn } from '../records/current-record.ts';
import type { CurrentRecord } from '../records/current-record.ts';
import { refuseEmptyFields } from '../records/required-fields.ts';
import type { SessionState } from '../session/session-state.ts';
import { LINE_RULES } from './line-rules.ts';
import type { OrderDocument } from './order-document.ts';

/** The lines of an order that is open: oLines of SO_SalesOrder_bus. */
export class SalesOrderLines {
  readonly #session: SessionState;
  readonly #document: OrderDocument;
  readonly #refuseClosed: () => void;
  #line: CurrentRecord | undefined;
  #position = -1;
  #lineKey = '';

  constructor(session: SessionState, document: OrderDocument, refuseClosed: () => void) {
    this.#session = session;
    this.#document = document;
    this.#refuseClosed = refuseClosed;
  }

  /** Forgets the line under way: the order was closed or another one opened. */
  leave(): void {
    this.#line = undefined;
    this.#position = -1;
    this.#lineKey = '';
  }

  comObject(): ComObject {
    return new BoiObject(new LastMessage(), {
      methods: this.#methods(),
      properties: { nEOF: () => this.#isAtEnd() }
    });
  }

  #methods(): Record<string, Method> {
    return {
      nAddLine: () => this.#add(),
      nEditLine: (args) => this.#edit(this.#keyFrom(args)),
      nFind: (args) => this.#edit(this.#keyFrom(args)),
      nSetKeyValue: (args) => this.#setKeyValue(args),
      nSetKey: (args) => this.#edit(this.#keyFrom(args)),
      nSetValue: (args) => this.#setValue(args.text(0), args.value(1)),
      nGetValue: (args) => {
        args.give(1, this.#value(args.text(0)));
        return 1;
      },
      sValue: (args) => this.#value(args.text(0)),
      nValue: (args) => this.#value(args.text(0)),
      sGetEditKey: (args) => `${this.#document.header.text('SalesOrderNo')}${args.text(0)}`,
      nWrite: () => this.#write(),
      nDeleteLine: (args) => this.#delete(this.#keyFrom(args)),
      nDelete: (args) => this.#delete(this.#keyFrom(args)),
      nMoveFirst: () => this.#moveTo(0),
      nMoveNext: () => this.#moveTo(this.#position + 1),
      nClear: () => {
        this.leave();
        return 1;
      }
    };
  }

  #add(): number {
    this.#refuseClosed();
    if (this.#document.header.text('CustomerNo') === '') throw new BoiRefusal('The CustomerNo is required.');
    this.#line = this.#document.newLine();
    return 1;
  }

  /** The line key that was passed, bare or behind the order's number as an edit key, or set before. */
  #keyFrom(args: CallArguments): string {
    if (args.count > 0) return args.text(0).slice(-6);
    return this.#lineKey !== '' ? this.#lineKey : (this.#line?.text('LineKey') ?? '');
  }

  #setKeyValue(args: CallArguments): number {
    const column = callersColumn(this.#session.database.table('SO_SalesOrderDetail'), args.text(0));
    if (column.name === 'LineKey') this.#lineKey = args.text(1);
    return 1;
  }

  #edit(lineKey: string): number {
    return this.#moveTo(this.#positionOf(lineKey));
  }

  #positionOf(lineKey: string): number {
    const position = this.#document.positionOf(lineKey);
    if (position === -1) throw new BoiRefusal(`The line ${lineKey} is not on file.`);
    return position;
  }

  #moveTo(position: number): number {
    const line = this.#document.lines[position];
    if (line === undefined) throw new BoiRefusal('End of file.');
    this.#position = position;
    this.#lineKey = line.text('LineKey');
    this.#line = line.copy();
    return 1;
  }

  #setValue(name: string, value: ComValue): number {
    this.#refuseClosed();
    const line = this.#open();
    const column = callersColumn(line.table, name);
    if (['SalesOrderNo', 'LineKey', 'LineSeqNo'].includes(column.name))
      throw new BoiRefusal(`The ${column.name} cannot be changed.`);
    if (column.name !== 'ItemCode' && line.text('ItemCode') === '')
      throw new BoiRefusal('The ItemCode is required before anything else of the line.');
    const changed = line.copy();
    changed.accept(column, value);
    const { state, database } = this.#session;
    LINE_RULES[column.name]?.(changed, { database, header: this.#document.header, settings: state.settings });
    this.#line = changed;
    return 1;
  }

  #value(name: string): ComValue {
    const line = this.#open();
    return line.give(callersColumn(line.table, name));
  }

  #write(): number {
    this.#refuseClosed();
    const line = this.#open();
    if (line.text('ItemCode') === '') throw new BoiRefusal('The ItemCode is required.');
    if (line.text('ItemType') === '1' && line.decimal('QuantityOrdered').isZero())
      throw new BoiRefusal('The QuantityOrdered is required.');
    refuseEmptyFields(line, this.#session);
    this.#document.put(line.copy());
    this.#position = this.#document.positionOf(line.text('LineKey'));
    return 1;
  }

  #delete(lineKey: string): number {
    this.#refuseClosed();
    const position = this.#positionOf(lineKey);
    this.#document.lines = this.#document.lines.filter((_line, at) => at !== position);
    this.#line = undefined;
    this.#lineKey = '';
    this.#position = position - 1;
    return 1;
  }

  #open(): CurrentRecord {
    if (this.#line === undefined) throw new BoiRefusal('There is no line. Add or edit one first.');
    return this.#line;
  }

  #isAtEnd(): number {
    return this.#position >= this.#document.lines.length ? 1 : 0;
  }
}
