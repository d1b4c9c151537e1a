import { createElement } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import type { PairRow } from 'c/syncObjectModel';
import SyncObjectSwitch from 'c/syncObjectSwitch';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';
import { customers, row } from '../../syncObjectModel/__tests__/data';
import { closed } from '../../syncObjectModel/__tests__/data/modal';

jest.mock('lightning/modal', () => jest.requireActual<object>('../../syncObjectModel/__tests__/data/modal'), {
  virtual: true
});

const off = { ...customers, active: false };

const open = async (changes: Partial<PairRow> = {}) => {
  const element = createElement('c-sync-object-switch', { is: SyncObjectSwitch });
  Object.assign(element, { row: { ...row, object: off, on: [], ...changes } });
  document.body.appendChild(element);
  await settle();
  return element;
};

const reply = async (element: Element, outputs: Record<string, unknown>) => {
  const outputVariables = Object.entries(outputs).map(([name, value]) => ({ name, value }));
  find(find(element, 'c-sage-request'), 'lightning-flow').dispatchEvent(
    new CustomEvent('statuschange', { detail: { status: 'FINISHED_SCREEN', outputVariables } })
  );
  await settle();
};
const estimate = { outcome: 'ANSWERED', records: 1204, linked: 200, apiRequests: 11, storageMegabytes: 2 };
const click = async (element: Element, id: string) => {
  shown(element, id).click();
  await settle();
};

describe('c-sync-object-switch', () => {
  beforeEach(() => {
    jest.clearAllMocks();
  });
  afterEach(() => document.body.replaceChildren());

  it('when it opens, then it says what will happen, and counts', async () => {
    const element = await open();
    const words = textOf(shown(element, 'consequences'));
    expect(words).toContain('Customers in Sage are linked with Accounts in Salesforce');
    expect(words).toContain('Both ways · Sage is the master.');
    expect(words).toContain('Changes of Accounts in Salesforce are written to Customers in Sage.');
    expect(words).toContain('It is looked for changes: Every 10 seconds.');
    expect(textOf(shown(element, 'estimate'))).toBe('Counting the records in Sage…');
    await reply(element, estimate);
    expect(textOf(shown(element, 'estimate'))).toContain(
      'Sage has 1,204 records; 200 are in Salesforce already.'
    );
    expect(updateRecord).not.toHaveBeenCalled();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when it is confirmed, then the record is switched on and the expected records are handed back', async () => {
    const element = await open();
    await reply(element, estimate);
    await click(element, 'switch-on');
    expect(updateRecord).toHaveBeenCalledWith({ fields: { Id: off.id, Active__c: true } });
    expect(closed).toHaveBeenCalledWith(1204);
  });

  it('when it is left, then nothing is changed', async () => {
    const element = await open();
    await click(element, 'cancel');
    expect(updateRecord).not.toHaveBeenCalled();
    expect(closed).toHaveBeenCalledWith(undefined);
  });

  it('when Sage cannot be counted, then that is said, and it can be switched on all the same', async () => {
    const element = await open();
    await reply(element, { outcome: 'FAULT', faultMessage: 'away' });
    expect(textOf(shown(element, 'estimate'))).toContain('could not be told');
    expect(shown(element, 'estimate-problem')).toBeDefined();
    await click(element, 'switch-on');
    expect(closed).toHaveBeenCalledWith(true);
  });

  it('when the record cannot be changed, then the dialog stays with the reason', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'No access.' } });
    const element = await open();
    await click(element, 'switch-on');
    expect(textOf(shown(element, 'problem'))).toContain('No access.');
    expect(closed).not.toHaveBeenCalled();
  });

  it('when it has no schedule, or needs a pair that is off, then that is said', async () => {
    const contacts = { ...off, pair: 'Contact-contact' as const, everySeconds: undefined };
    const element = await open({ pair: 'Contact-contact', object: contacts });
    expect(textOf(shown(element, 'needs'))).toContain('It needs Accounts and Customers');
    expect(textOf(shown(element, 'consequences'))).toContain('It has no schedule');
    await reply(element, { ...estimate, records: 0 });
    expect(textOf(shown(element, 'estimate'))).toBe('Sage has no records of this kind now.');
    expect(byId(element, 'problem')).toBeUndefined();
  });
});
