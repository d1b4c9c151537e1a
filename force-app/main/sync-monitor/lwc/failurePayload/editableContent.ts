/** Fields of the platform event that asks for an order, in the order of the request that it becomes. */
const REQUEST_FIELDS: Readonly<Record<string, string>> = {
  object: 'Object_Name__c',
  recordId: 'Record_Id__c',
  orderKey: 'Order_Key__c',
  action: 'Action__c',
  requestedBy: 'Requested_By__c',
  requestedAt: 'Requested_At__c'
};

/**
 * What an edit begins with: the content itself, and of an event that could not be read the request that it was to be, so
 * that only what is wrong in it must be changed.
 */
export function editableContent(payload: unknown): unknown {
  const fields = memberOf(memberOf(payload, 'unreadableEvent'), 'fields');
  if (typeof fields !== 'object' || fields === null) return payload;
  const request = Object.entries(REQUEST_FIELDS).map(
    ([name, field]) => [name, memberOf(fields, field) ?? null] as const
  );
  return { ...Object.fromEntries(request), source: 'event' };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
