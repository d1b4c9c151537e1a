import { BoiRefusal } from '../com/boi-object.ts';
import { stampColumns } from '../company/stamps.ts';
import { deleteChange, insertChange, updateChange } from '../company/write-plan.ts';
import type { WritePlan } from '../company/write-plan.ts';
import type { SessionState } from '../session/session-state.ts';
import { isQuote } from './order-document.ts';
import type { OrderDocument } from './order-document.ts';
import { planHistory } from './order-history.ts';
import { planQuantities } from './order-stock.ts';

/** All that writing an order changes: header, lines, history, stock on order, the customer's open orders. */
export function planOrder(session: SessionState, document: OrderDocument): WritePlan {
  const { database, userKey } = session;
  const { header, lines, onFile } = document;
  const headers = database.table('SO_SalesOrderHeader');
  const details = database.table('SO_SalesOrderDetail');
  const stamps = stampColumns(headers, userKey, onFile === undefined);
  const stored = { ...header.stored(), ...stamps };
  const salesOrderNo = [header.text('SalesOrderNo')];
  const removed = (onFile?.lines ?? []).filter((line) => document.positionOf(line.text('LineKey')) === -1);
  return [
    onFile === undefined ? insertChange(headers, stored) : updateChange(headers, salesOrderNo, stored),
    deleteChange(details, salesOrderNo),
    ...lines.map((line) => insertChange(details, line.stored())),
    ...planHistory(database, { header, lines }, removed, isQuote(header) ? 'Q' : 'A', stamps),
    ...planQuantities(session, onFile, { header, lines })
  ];
}

/** All that deleting an order changes. It stays in the history, with the reason that the header holds. */
export function planOrderDeletion(session: SessionState, document: OrderDocument): WritePlan {
  const { database, userKey } = session;
  const { header, onFile } = document;
  if (onFile === undefined) throw new BoiRefusal('The record is not on file.');
  refuseInvoiced(document);
  const salesOrderNo = [header.text('SalesOrderNo')];
  const headers = database.table('SO_SalesOrderHeader');
  const stamps = stampColumns(headers, userKey, false);
  const order = { header, lines: onFile.lines };
  return [
    deleteChange(headers, salesOrderNo),
    deleteChange(database.table('SO_SalesOrderDetail'), salesOrderNo),
    ...planHistory(database, order, [], isQuote(onFile.header) ? 'Z' : 'X', stamps),
    ...planQuantities(session, onFile, undefined)
  ];
}

/** An order that stands in an invoice cannot be changed until that is posted or removed. */
export function refuseInvoiced({ onFile }: OrderDocument): void {
  const invoiceNo = onFile?.header.text('CurrentInvoiceNo') ?? '';
  if (invoiceNo !== '') throw new BoiRefusal(`The sales order is being invoiced by invoice ${invoiceNo}.`);
}
