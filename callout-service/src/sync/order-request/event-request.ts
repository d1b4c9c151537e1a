import { salesforceId } from '../../canonical/salesforce-id.ts';
import type { ReceivedEvent } from '../../salesforce/port/salesforce-events.ts';
import { orderRequestSchema, type OrderRequest } from './order-request.ts';
import { requestMoment } from './request-moment.ts';

/** What an event asks for, or why nobody can tell. */
export type EventRequest =
  | { readonly request: OrderRequest }
  /** Names of fields with what is wrong with them, without their values. */
  | { readonly faults: readonly string[] };

/** Reads an event of the channel `Sage_Order_Request__e`. */
export function readEventRequest({ fields, unreadable }: ReceivedEvent): EventRequest {
  if (unreadable !== undefined) return { faults: [unreadable.message] };
  const read = orderRequestSchema.safeParse({
    object: fields['Object_Name__c'],
    recordId: idOf(fields['Record_Id__c']),
    orderKey: idOf(fields['Order_Key__c']),
    action: fields['Action__c'],
    requestedBy: idOf(fields['Requested_By__c']) ?? null,
    requestedAt: requestMoment(fields['Requested_At__c']),
    source: 'event'
  });
  if (read.success) return { request: read.data };
  return { faults: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' ? salesforceId(value) : undefined;
}
