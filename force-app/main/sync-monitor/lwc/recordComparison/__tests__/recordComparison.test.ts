import { createElement } from 'lwc';
import RecordComparison from 'c/recordComparison';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';
import { refusal } from '../../sageFailureDesk/__tests__/failureFixtures';
import { answered, endFlows, refused } from '../../sageFailureDesk/__tests__/flowDesk';

const FLOW = 'Sage_Get_Record_Comparison';
const field = (id: string, more: Record<string, unknown> = {}) => ({
  id,
  sageFields: [id],
  salesforceFields: [`${id}__c`],
  direction: 'both',
  conflict: 'ask',
  sage: ['one'],
  salesforce: ['two'],
  agreed: { sage: ['zero'], salesforce: ['zero'] },
  result: { sage: ['one'], salesforce: ['one'] },
  outcome: 'to-salesforce',
  by: null,
  sentence: 'It goes.',
  ...more
});
const comparison = (more: Record<string, unknown> = {}) => ({
  mappingVersion: 3,
  sageKey: '01-ABF',
  salesforceId: '001000000000001AAA',
  inSage: true,
  inSalesforce: true,
  agreedAt: '2026-11-22T10:00:00.000Z',
  outcome: 'fails',
  faults: [{ code: 'LB780', field: 'comment', value: '', problem: 'Both changed it.', fix: 'Decide.' }],
  fields: [
    field('name', { outcome: 'equal', sage: ['ABF'], salesforce: ['ABF'] }),
    field('comment', { outcome: 'conflict', agreed: null }),
    field('hold', {
      sage: [true],
      salesforce: [false],
      by: 'sage-wins',
      agreed: { sage: [null], salesforce: [null] }
    })
  ],
  ...more
});

const open = async (reply: Readonly<Record<string, unknown>>) => {
  const element = createElement('c-record-comparison', { is: RecordComparison });
  Object.assign(element, { pair: 'Account-customer', sageKey: '01-ABF' });
  document.body.appendChild(element);
  await settle();
  expect(byId(element, 'loading')).toBeDefined();
  const asked = await endFlows(element, { [FLOW]: () => reply });
  expect(asked).toEqual([`${FLOW} {"pair":"Account-customer","sageKey":"01-ABF"}`]);
  return element;
};

describe('c-record-comparison', () => {
  afterEach(() => document.body.replaceChildren());

  it('when both systems differ, then each field shows both, what was agreed, and the rule', async () => {
    const element = await open(answered(comparison()));
    expect(textOf(shown(element, 'verdict'))).toContain(
      'It would fail again with the mapping in force, version 3'
    );
    expect(textOf(shown(element, 'faults'))).toBe('LB780 comment: Both changed it. Decide.');
    const text = textOf(shown(element, 'fields'));
    expect(text).toContain(
      'comment ↔ comment__c one – two Both changed: a person decides Rule: a person decides'
    );
    expect(text).toContain('hold ↔ hold__c yes (empty) no Goes to Salesforce Rule: Sage wins');
    expect(text).not.toContain('name ↔');
    const all = shown(element, 'all') as HTMLInputElement;
    all.checked = true;
    all.dispatchEvent(new CustomEvent('change'));
    await settle();
    expect(textOf(shown(element, 'fields'))).toContain('name ↔ name__c');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it.each([
    [{ outcome: 'absent', inSage: false, inSalesforce: false, fields: [], faults: [] }, 'absent'],
    [{ inSage: false }, 'not-in-sage'],
    [{ inSalesforce: false }, 'not-in-salesforce'],
    [{ outcome: 'passes', faults: [], fields: [field('name', { outcome: 'equal' })] }, 'in-step']
  ])('when the answer has %j, then %s is shown', async (more, id) => {
    const element = await open(answered(comparison(more)));
    expect(byId(element, id)).toBeDefined();
  });

  it('when the service refuses, then the problem is shown', async () => {
    const element = await open(refused({ ...refusal, code: 'LB301', faults: undefined }));
    expect(shown(element, 'problem').dataset.code).toBe('LB301');
  });
});
