import type { IntegrationSettings } from '../settings/integration-settings.ts';
import { defaultStatusMapping, toSalesforceStatus } from '../../rules/order-status/status-mapping.ts';
import type { OrderStatus } from '../../rules/order-status/order-status.ts';
import type { SalesforceFields } from '../../salesforce/port/salesforce-records.ts';
import { changedFields, CURRENCY_DIGITS, type WantedValue } from './changed-fields.ts';
import { cutText } from './cut-text.ts';
import type { OrderWriteBack } from './payloads.ts';
import type { ShownRecord } from './shown-record.ts';
import type { Shown } from './shown-order.ts';

const MESSAGE_LENGTH = 255;
const SECOND_MS = 1_000;

type Wanted = Readonly<Record<string, WantedValue>>;

/** What is to be written to the header of an order that Sage has, or had. */
export interface HeaderSource {
  readonly salesOrderNo: string;
  readonly shown: Shown;
  readonly statusMapping: IntegrationSettings['statusMapping'];
}

/** Number, status and totals. */
export function orderFields({ salesOrderNo, shown, statusMapping }: HeaderSource): Wanted {
  const fields = {
    Sage_Sales_Order_No__c: salesOrderNo,
    Sage_Order_Status__c: statusValue(shown.status, statusMapping)
  };
  if (shown.gone) return fields;
  const amount = (number: string) => ({ number, digits: CURRENCY_DIGITS });
  return {
    ...fields,
    Sage_Order_Subtotal__c: amount(shown.subtotal),
    Sage_Order_Discount__c: amount(shown.discount),
    Sage_Order_Tax__c: amount(shown.tax),
    Sage_Order_Freight__c: amount(shown.freight),
    Sage_Order_Total__c: amount(shown.total)
  };
}

/**
 * State, code and message as the answer to a request, unless the record has a newer one, which has a job of its own. What
 * Sage changed by itself answers nothing: an open request stays open, and a failure stays until it is dealt with.
 * Salesforce keeps seconds of a moment, so a second request within one second is not told from the first.
 */
export function answerFields(
  { state, code, message, requestedAt }: OrderWriteBack,
  record: Pick<ShownRecord, 'requestedAt'>
): Wanted {
  if (requestedAt === null && state === 'Done') return {};
  if (requestedAt !== null && secondOf(record.requestedAt) > secondOf(requestedAt)) return {};
  return {
    Sage_Sync_State__c: state,
    Sage_Sync_Code__c: code,
    Sage_Sync_Message__c: message === null ? null : cutText(message, MESSAGE_LENGTH)
  };
}

/**
 * What of it the record does not have yet; nothing where it has everything. `syncedAt` is the moment at which Sage's
 * figures were read; a failure has none, and leaves the moment at which the record was last in step.
 */
export function headerChanges(
  record: ShownRecord,
  wanted: Wanted,
  syncedAt?: string
): SalesforceFields | undefined {
  const changes = changedFields(record.row, wanted);
  if (Object.keys(changes).length === 0) return undefined;
  return syncedAt === undefined ? changes : { ...changes, Sage_Synced_At__c: syncedAt };
}

/** A status that the admin's table leaves out is shown by its usual name: an order's number is worth more than its word. */
function statusValue(status: OrderStatus, mapping: HeaderSource['statusMapping']): string | null {
  const mapped = toSalesforceStatus(status, mapping);
  if (mapped.mapped) return mapped.value;
  const usual = toSalesforceStatus(status, defaultStatusMapping);
  return usual.mapped ? usual.value : null;
}

function secondOf(moment: string | undefined): number {
  const time = moment === undefined ? Number.NaN : Date.parse(moment);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : Math.floor(time / SECOND_MS);
}
