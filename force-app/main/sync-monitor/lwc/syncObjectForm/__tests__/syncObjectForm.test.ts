import { createElement } from 'lwc';
import { updateRecord } from 'lightning/uiRecordApi';
import type { PairRow } from 'c/syncObjectModel';
import SyncObjectForm from 'c/syncObjectForm';
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

const open = async (changes: Partial<PairRow> = {}) => {
  const element = createElement('c-sync-object-form', { is: SyncObjectForm });
  Object.assign(element, { row: { ...row, ...changes } });
  document.body.appendChild(element);
  await settle();
  return element;
};

const enter = async (element: Element, id: string, detail: Record<string, unknown>, name = 'change') => {
  shown(element, id).dispatchEvent(new CustomEvent(name, { detail }));
  await settle();
};
const click = async (element: Element, id: string) => {
  shown(element, id).click();
  await settle();
};
const saved = () => jest.mocked(updateRecord).mock.calls[0]?.[0].fields;

describe('c-sync-object-form', () => {
  beforeEach(() => {
    jest.clearAllMocks();
  });
  afterEach(() => document.body.replaceChildren());

  it('when it opens, then it shows what is set, and which of it waits for the mapping', async () => {
    const element = await open();
    expect(shown(element, 'direction')).toHaveProperty('value', 'Both');
    expect(shown(element, 'percent')).toHaveProperty('value', 20);
    expect(textOf(shown(element, 'draft-hint'))).toContain('once the mapping of the pair is published');
    expect(textOf(element)).toContain('on the clock of Sage (America/Chicago)');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when everything is changed and saved, then all of it is written and the dialog closes', async () => {
    const element = await open();
    await enter(
      element,
      'changes',
      { value: { everySeconds: undefined, cron: '0 6 * * *' } },
      'schedulechange'
    );
    await enter(element, 'compare', { value: { everySeconds: undefined, cron: '' } }, 'schedulechange');
    await enter(element, 'vanished', { value: 'Delete' });
    expect(textOf(shown(element, 'delete-warning'))).toContain('are deleted');
    await enter(element, 'percent', { value: '5' });
    await enter(element, 'direction', { value: 'To Sage' });
    await enter(element, 'master', { value: 'Salesforce' });
    await enter(element, 'create-in-salesforce', { checked: false });
    await enter(element, 'create-in-sage', { checked: true });
    await enter(element, 'sage-filter', { value: '' }, 'filterchange');
    const filter = '[{"field":"Type","is":"equal","values":["Customer"]}]';
    await enter(element, 'salesforce-filter', { value: filter }, 'filterchange');
    await click(element, 'save');
    expect(saved()).toEqual({
      Id: customers.id,
      Direction__c: 'To Sage',
      Master__c: 'Salesforce',
      Schedule__c: '0 6 * * *',
      Check_Every_Seconds__c: null,
      Reconcile_Schedule__c: '',
      Sage_Filter__c: '',
      Salesforce_Filter__c: filter,
      Create_In_Sage__c: true,
      Create_In_Salesforce__c: false,
      When_Vanished__c: 'Delete',
      Max_Vanished_Percent__c: 5
    });
    expect(closed).toHaveBeenCalledWith(true);
  });

  it.each(['', '101', '2.5'])(
    'when the percent is "%s", then nothing is saved and it is said',
    async (value) => {
      const element = await open();
      await enter(element, 'percent', { value });
      await click(element, 'save');
      expect(textOf(shown(element, 'faulty'))).toContain('Correct the fields');
      expect(updateRecord).not.toHaveBeenCalled();
    }
  );

  it('when a schedule or a filter is wrong, then nothing is saved until it is right', async () => {
    const object = { ...customers, schedule: '0 25 * * *' };
    const element = await open({ object });
    await click(element, 'save');
    expect(byId(element, 'faulty')).toBeDefined();
    await enter(element, 'changes', { value: { everySeconds: 60, cron: '' } }, 'schedulechange');
    find(find(element, 'c-sync-object-filter'), '[data-id="add"]').click();
    await settle();
    await click(element, 'save');
    expect(updateRecord).not.toHaveBeenCalled();
    find(find(element, 'c-sync-object-filter'), '[data-id="remove"]').click();
    await settle();
    await settle();
    expect(byId(find(element, 'c-sync-object-filter'), 'line')).toBeDefined();
    await enter(element, 'sage-filter', { value: '' }, 'filterchange');
    await click(element, 'save');
    expect(saved()).toMatchObject({ Check_Every_Seconds__c: 60, Schedule__c: '' });
  });

  it('when the pair only goes to Salesforce, then its direction cannot be chosen', async () => {
    const object = { ...customers, pair: 'Sage_Bill__c-bill' as const, direction: 'To Salesforce' as const };
    const element = await open({ pair: 'Sage_Bill__c-bill', object });
    expect(byId(element, 'direction')).toBeUndefined();
    expect(byId(element, 'create-in-sage')).toBeUndefined();
    expect(textOf(shown(element, 'one-way'))).toContain('Sage is only read here');
  });

  it('when Salesforce refuses it, then the reason is shown and what was entered stays; cancelled, nothing is written', async () => {
    jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Too long.' } });
    const element = await open();
    await enter(element, 'percent', { value: '7' });
    await click(element, 'save');
    expect(textOf(shown(element, 'problem'))).toContain('Too long.');
    expect(shown(element, 'percent')).toHaveProperty('value', 7);
    expect(closed).not.toHaveBeenCalled();
    await click(element, 'cancel');
    expect(closed).toHaveBeenCalledWith(undefined);
  });
});
