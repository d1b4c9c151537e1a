import type { FieldReference, RecordRepresentation } from 'lightning/uiRecordApi';
import { moneyFromNumber } from 'c/money';
import type { Money } from 'c/money';
import type { OrderFields } from './orderFields';

/** Amounts of the order in Sage, in the currency of the company. */
export interface OrderTotals {
  readonly subtotal: Money | undefined;
  readonly discount: Money | undefined;
  readonly tax: Money | undefined;
  readonly freight: Money | undefined;
  readonly total: Money;
}

/** What a person asked for. */
export type RequestedAction = 'submit' | 'amend' | 'cancel';

/** How a record stands with Sage, as far as this user may see it. */
export type OrderState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'hidden' }
  /** Nobody asked for an order yet. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'requested';
      readonly action: RequestedAction;
      readonly requestedAt: string | undefined;
      readonly order: SageOrder | undefined;
    }
  | { readonly kind: 'done'; readonly order: SageOrder | undefined; readonly note: string | undefined }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      readonly order: SageOrder | undefined;
    };

/** The order as Sage has it. */
export interface SageOrder {
  readonly salesOrderNo: string;
  readonly status: string | undefined;
  readonly totals: OrderTotals | undefined;
  readonly syncedAt: string | undefined;
}

/** Reads the state from the record that the page has. */
export function readOrderState(record: RecordRepresentation, fields: OrderFields): OrderState {
  const valueOf = (field: FieldReference): unknown => record.fields[field.fieldApiName]?.value;
  const text = (field: FieldReference): string | undefined => textOf(valueOf(field));
  // A field that the user may not see is not in the record at all.
  if (record.fields[fields.syncState.fieldApiName] === undefined) return { kind: 'hidden' };
  const order = readOrder(valueOf, fields);
  switch (text(fields.syncState)) {
    case 'Requested':
      return {
        kind: 'requested',
        action: actionOf(text(fields.action)),
        requestedAt: text(fields.requestedAt),
        order
      };
    case 'Failed':
      return { kind: 'failed', code: text(fields.code) ?? '', message: text(fields.message) ?? '', order };
    case 'Done':
      return { kind: 'done', order, note: text(fields.message) };
    default:
      return order === undefined ? { kind: 'none' } : { kind: 'done', order, note: undefined };
  }
}

function readOrder(valueOf: (field: FieldReference) => unknown, fields: OrderFields): SageOrder | undefined {
  const salesOrderNo = textOf(valueOf(fields.salesOrderNo));
  if (salesOrderNo === undefined) return undefined;
  const money = (field: FieldReference): Money | undefined => moneyFromNumber(valueOf(field));
  const total = money(fields.total);
  const totals = total && {
    subtotal: money(fields.subtotal),
    discount: money(fields.discount),
    tax: money(fields.tax),
    freight: money(fields.freight),
    total
  };
  return {
    salesOrderNo,
    status: textOf(valueOf(fields.status)),
    totals,
    syncedAt: textOf(valueOf(fields.syncedAt))
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function actionOf(text: string | undefined): RequestedAction {
  return text === 'amend' || text === 'cancel' ? text : 'submit';
}
