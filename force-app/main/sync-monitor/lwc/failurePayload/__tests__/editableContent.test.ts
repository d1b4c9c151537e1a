import { editableContent } from '../editableContent';

describe('what an edit begins with', () => {
  it('when the content was read, then it is the content', () => {
    const content = { pair: 'Account-customer', sageKey: '01-ABF' };
    expect(editableContent(content)).toBe(content);
    expect(editableContent({ unreadableEvent: { eventId: '1' } })).toEqual({
      unreadableEvent: { eventId: '1' }
    });
  });

  it('when an event could not be read, then it is the request that the event was to be', () => {
    const fields = {
      Action__c: 'submitt',
      Object_Name__c: 'Opportunity',
      Order_Key__c: '006000000000001AAA',
      Record_Id__c: '006000000000001AAA',
      Requested_At__c: '2026-11-22T10:00:00.000Z',
      Requested_By__c: null
    };
    expect(editableContent({ unreadableEvent: { fields } })).toEqual({
      object: 'Opportunity',
      recordId: '006000000000001AAA',
      orderKey: '006000000000001AAA',
      action: 'submitt',
      requestedBy: null,
      requestedAt: '2026-11-22T10:00:00.000Z',
      source: 'event'
    });
  });
});
