import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import RecordHistory from 'c/recordHistory';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';
import { refusal } from '../../sageFailureDesk/__tests__/failureFixtures';
import { answered, endFlows, refused } from '../../sageFailureDesk/__tests__/flowDesk';

const FLOW = 'Sage_Get_Record_History';
const rowsWire = graphql as unknown as { emit(value: unknown): void; getLastConfig(): unknown };
const job = {
  kind: 'job',
  at: '2026-11-22T10:00:00.000Z',
  jobId: 7,
  lane: 'record-in-step',
  state: 'done',
  finishedAt: '2026-11-22T13:00:00.000Z',
  mappingVersion: 4,
  payload: { pair: 'Account-customer' },
  errors: [
    { at: '2026-11-22T11:00:00.000Z', attempt: 1, kind: 'permanent', code: 'LB786', message: 'Too long.' }
  ],
  acts: [{ at: '2026-11-22T12:00:00.000Z', operator: 'Dana', action: 'replay', detail: { edited: false } }]
};
const change = {
  kind: 'change',
  at: '2026-11-22T09:00:00.000Z',
  changeId: 3,
  change: 'updated',
  mappingVersion: 3,
  values: { name: 'ABF' }
};
const history = (entries: readonly unknown[], more: Record<string, unknown> = {}) => ({
  sageKey: '01-ABF',
  salesforceId: null,
  link: {
    linkedAt: '2026-11-01T09:00:00.000Z',
    agreedAt: '2026-11-22T13:00:01.000Z',
    mappingVersion: 4,
    agreed: []
  },
  entries,
  ...more
});
const value = (text: string) => ({ value: text });
const rows = {
  uiapi: {
    query: {
      Sync_Log__c: {
        edges: [
          {
            node: {
              Id: 'a01',
              Finished_At__c: value('2026-11-22T13:00:02.000Z'),
              Direction__c: value('To Sage'),
              State__c: value('Succeeded'),
              Story__c: value('phone: to Sage, "1" becomes "2".\nfax: left.')
            }
          }
        ]
      },
      Sync_Failure__c: { edges: [] }
    }
  }
};

const open = async (reply: Readonly<Record<string, unknown>>) => {
  const element = createElement('c-record-history', { is: RecordHistory });
  Object.assign(element, { recordId: '001000000000001AAA' });
  document.body.appendChild(element);
  await settle();
  expect(byId(element, 'loading')).toBeDefined();
  await endFlows(element, { [FLOW]: () => reply });
  return element;
};
const titles = (element: Element) =>
  [...shown(element, 'time-line').querySelectorAll('strong')].map((each) => each.textContent);

describe('c-record-history', () => {
  afterEach(() => document.body.replaceChildren());

  it('when both systems know something, then it is one line of time, the latest first', async () => {
    const element = await open(answered(history([job, change])));
    rowsWire.emit(rows);
    await settle();
    expect(rowsWire.getLastConfig()).toMatchObject({
      variables: { recordId: '001000000000001AAA', sageKey: '-' }
    });
    expect(titles(element)).toEqual([
      'To Sage: Succeeded',
      'Both systems agreed',
      'Records kept in step: done',
      'Replayed by Dana',
      'Attempt 1 failed: LB786',
      'Records kept in step: put in line',
      'Changed in Sage',
      'Linked: 01-ABF in Sage'
    ]);
    const text = textOf(element);
    for (const words of [
      'Mapping version 4',
      'phone: to Sage, "1" becomes "2".',
      'Too long.',
      '"name": "ABF"'
    ])
      expect(text).toContain(words);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when there is more, then older ones follow', async () => {
    const element = await open(answered(history([job], { nextCursor: 'n', link: null })));
    shown(element, 'more').click();
    const asked = await endFlows(element, { [FLOW]: () => answered(history([change], { link: null })) });
    expect(asked).toEqual([`${FLOW} {"salesforceId":"001000000000001AAA","cursor":"n"}`]);
    expect(titles(element).at(-1)).toBe('Changed in Sage');
    expect(byId(element, 'more')).toBeUndefined();
  });

  it('when nothing is known, then it says so; when it is refused, then why', async () => {
    const element = await open(answered(history([], { link: null })));
    expect(textOf(shown(element, 'empty'))).toBe('Nothing is known of this record yet.');
    shown(element, 'refresh').click();
    await endFlows(element, { [FLOW]: () => refused({ ...refusal, code: 'LB602', faults: undefined }) });
    expect(shown(element, 'problem').dataset.code).toBe('LB602');
  });
});
