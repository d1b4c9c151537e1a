import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import FailureSettled from 'c/failureSettled';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';

const wire = graphql as unknown as { emit(value: unknown): void; emitErrors(errors: unknown): void };
const value = (text: string | null) => ({ value: text });
const answer = (nodes: readonly unknown[]) => ({
  uiapi: { query: { Sync_Failure__c: { edges: nodes.map((node) => ({ node })) } } }
});
const open = async () => {
  const element = createElement('c-failure-settled', { is: FailureSettled });
  document.body.appendChild(element);
  await settle();
  return element;
};

describe('c-failure-settled', () => {
  afterEach(() => document.body.replaceChildren());

  it('when records come, then each says what it became and who decided', async () => {
    const element = await open();
    expect(byId(element, 'loading')).toBeDefined();
    wire.emit(
      answer([
        {
          Id: 'a02',
          Record_Id__c: value(null),
          Sage_Key__c: value('01-ABF'),
          Code__c: value('LB786'),
          Title__c: value('A value cannot be written'),
          State__c: value('Skipped'),
          Resolved_By__c: value('Dana'),
          Resolved_At__c: value('2026-11-22T10:00:00.000Z')
        }
      ])
    );
    await settle();
    expect(textOf(shown(element, 'row'))).toContain('01-ABF A value cannot be written LB786 Skipped Dana');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when there is none, then it says so; when it cannot be read, then why', async () => {
    const element = await open();
    wire.emit(answer([]));
    await settle();
    expect(textOf(shown(element, 'empty'))).toBe('Nothing was settled yet.');
    wire.emitErrors([{ message: 'No access' }]);
    await settle();
    expect(shown(element, 'problem').dataset.code).toBe('LB809');
  });
});
