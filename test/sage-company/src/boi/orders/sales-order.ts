import { BoiObject, BoiRefusal, LastMessage } from '../com/boi-object.ts';
import type { ComObject } from '../com/com-object.ts';
import { currentDay } from '../../calendar.ts';
import type { CompanyDatabase } from '../company/company-database.ts';
import type { Entity } from '../records/entity.ts';
import { RecordEditor } from '../records/record-editor.ts';
import { recordMembers } from '../records/record-members.ts';
import type { SessionState } from '../session/session-state.ts';
import { nextNumber } from '../state/next-number.ts';
import { headerRules } from './header-rules.ts';
import { OrderDocument } from './order-document.ts';
import { planOrder, planOrderDeletion, refuseInvoiced } from './order-plan.ts';
import { computeTotals } from './order-totals.ts';
import { isUsedBefore } from './purchase-order-number.ts';
import { SalesOrderLines } from './sales-order-lines.ts';

/** SO_SalesOrder_bus with its oLines. */
export function openSalesOrder(session: SessionState): ComObject {
  const { database } = session;
  const message = new LastMessage();
  const document = new OrderDocument(database);
  const editor = new RecordEditor(
    session,
    orderEntity(session, document, () => lines.leave()),
    message
  );
  const lines = new SalesOrderLines(session, document, () => editor.refuseClosed());
  const linesObject = lines.comObject();
  return new BoiObject(message, {
    methods: {
      ...recordMembers(editor, database.table('SO_SalesOrderHeader').columns),
      nGetNextSalesOrderNo: (args) => {
        args.give(0, nextNumber(session.state, 'order', highestOrderNo(database)));
        return 1;
      }
    },
    properties: { oLines: () => linesObject },
    dropped: () => editor.clear()
  });
}

function orderEntity(session: SessionState, document: OrderDocument, leaveLines: () => void): Entity {
  const { database } = session;
  return {
    table: database.table('SO_SalesOrderHeader'),
    rules: headerRules(database),
    checkKey: ([salesOrderNo = ''], isNew) => {
      if (isNew && database.find('SO_SalesOrderHistoryHeader', salesOrderNo) !== undefined)
        throw new BoiRefusal(`The sales order number ${salesOrderNo} was used before.`);
    },
    opened: (header, isNew) => {
      leaveLines();
      if (isNew) header.fill(newOrder(session));
      document.open(header, isNew);
    },
    refresh: (header) => computeTotals(header, document.lines),
    beforeWrite: (header) => {
      refuseInvoiced(document);
      for (const name of ['CustomerNo', 'TermsCode'])
        if (header.text(name) === '') throw new BoiRefusal(`The ${name} is required.`);
      return isUsedBefore(database, document)
        ? ['This customer PO number already exists on one or more sales orders or invoices.']
        : [];
    },
    planWrite: () => planOrder(session, document),
    planDelete: () => planOrderDeletion(session, document)
  };
}

function newOrder({ dates }: SessionState): Record<string, string> {
  const orderDate = dates.get('S/O') ?? currentDay().replaceAll('-', '');
  return {
    OrderDate: orderDate,
    ShipExpireDate: orderDate,
    OrderType: 'S',
    OrderStatus: 'N',
    WarehouseCode: '000',
    FreightCalculationMethod: 'A',
    SplitCommissions: 'N',
    PrintSalesOrders: 'Y',
    PrintPickingSheets: 'Y',
    SalesOrderPrinted: 'N',
    PickingSheetPrinted: 'N'
  };
}

function highestOrderNo(database: CompanyDatabase): number {
  const isNumber = "SalesOrderNo GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9]'";
  const tables = ['SO_SalesOrderHeader', 'SO_SalesOrderHistoryHeader'];
  const highest = tables.map((table) => {
    const rows = database.all(`SELECT max(SalesOrderNo) AS highest FROM ${table} WHERE ${isNumber}`);
    return Number(rows[0]?.['highest'] ?? 0);
  });
  return Math.max(...highest);
}
