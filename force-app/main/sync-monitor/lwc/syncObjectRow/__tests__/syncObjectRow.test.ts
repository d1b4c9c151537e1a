import { createElement } from 'lwc';
import type { PairRow } from 'c/syncObjectModel';
import SyncObjectRow from 'c/syncObjectRow';
import { byId, findAxeViolations, settle, shown, textOf } from '../../../../shared/lwc/__tests__/support';
import { customers, goingOn, row, run } from '../../syncObjectModel/__tests__/data';

const off = { ...customers, active: false };
const problem = {
  code: 'LB788',
  title: 'Off',
  detail: 'It is off.',
  action: 'Switch it on.',
  retryable: true
};

const open = async (changes: Partial<PairRow> = {}) => {
  const element = createElement('c-sync-object-row', { is: SyncObjectRow });
  element.row = { ...row, ...changes };
  document.body.appendChild(element);
  await settle();
  return element;
};

const wordsOf = (element: Element, id: string) => textOf(shown(element, id)).replaceAll('\u202f', ' ');

const heard = (element: Element, name: string) => {
  const details: unknown[] = [];
  element.addEventListener(name, (event) => details.push(event instanceof CustomEvent && event.detail));
  return details;
};

const say = (element: Element, id: string, name: string, detail?: unknown) =>
  shown(element, id).dispatchEvent(new CustomEvent(name, { detail }));

describe('c-sync-object-row', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-22T20:31:40.000Z'));
  });
  afterEach(() => document.body.replaceChildren());

  it('when the pair is on, then its settings, next runs and last run are told in words', async () => {
    const element = await open();
    expect(wordsOf(element, 'settings')).toBe('Both ways · Sage is the master · Mapping version 3');
    expect(wordsOf(element, 'looked')).toBe('Every 10 seconds');
    expect(wordsOf(element, 'compared')).toBe('Daily at 2:30 AM');
    expect(wordsOf(element, 'next-compared')).toMatch(/^Next Nov 2[23], 2026, /);
    expect(wordsOf(element, 'filter')).toBe('In Sage: status is A');
    expect(wordsOf(element, 'run')).toContain('Succeeded');
    expect(wordsOf(element, 'counts')).toBe('1,204 looked at, 3 created, 12 updated, 1,189 unchanged');
    expect(byId(element, 'dependency')).toBeUndefined();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the pair is off, then no next run is told and it cannot be started', async () => {
    const element = await open({ object: { ...off, schedule: '0 6 * * *', sageFilter: '' } });
    expect(byId(element, 'next-look')).toBeUndefined();
    expect(byId(element, 'next-compared')).toBeUndefined();
    expect(wordsOf(element, 'filter')).toBe('Every record');
    expect(shown(element, 'start')).toHaveProperty('disabled', true);
  });

  it('when the pair is not set up, then it says so and offers to set it up', async () => {
    const element = await open({ object: undefined, run: undefined });
    const wishes = heard(element, 'setuppair');
    expect(shown(element, 'not-set-up')).toHaveProperty('label', 'Not set up');
    expect(byId(element, 'switch')).toBeUndefined();
    say(element, 'set-up', 'click');
    expect(wishes).toEqual([{ pair: 'Account-customer' }]);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when it runs, then its progress is told, with a bar where the number is known, and it can be stopped', async () => {
    const element = await open({ run: goingOn, expected: 4000, running: ['Account-customer'] });
    const wishes = heard(element, 'stoppair');
    expect(wordsOf(element, 'progress')).toContain('Every record: 1,204 looked at');
    expect(shown(element, 'bar').getAttribute('aria-valuenow')).toBe('30');
    expect(byId(element, 'start')).toBeUndefined();
    say(element, 'stop', 'click');
    expect(wishes).toEqual([{ pair: 'Account-customer' }]);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when it reads more than was expected, then it is never shown as complete', async () => {
    const element = await open({ run: goingOn, expected: 10 });
    expect(shown(element, 'bar').getAttribute('aria-valuenow')).toBe('99');
  });

  it.each([
    [{ ...goingOn, counts: { ...run.counts, read: 0 } }, 'Waiting', 'running'],
    [{ ...goingOn, stopRequested: true }, 'Stopping', 'running'],
    [{ ...run, state: 'failed' as const, reason: 'LB301 Sage is away.' }, 'Failed', 'failed'],
    [{ ...run, state: 'interrupted' as const }, 'Interrupted', 'interrupted']
  ])('when the run is %#, then its state is %s', async (last, words, state) => {
    const element = await open({ run: last });
    expect(wordsOf(element, 'run')).toContain(words);
    expect(shown(element, 'run').dataset.state).toBe(state);
    expect(byId(element, 'reason')?.textContent).toBe(last.reason);
  });

  it('when the service is not known yet, then the last run is told as the record has it', async () => {
    const failed = { ...customers, lastRunState: 'Failed', lastRunMessage: 'LB301 Sage is away.' };
    const element = await open({ run: undefined, object: failed });
    expect(wordsOf(element, 'run')).toContain('Failed');
    expect(wordsOf(element, 'reason')).toBe('LB301 Sage is away.');
    element.row = { ...row, run: undefined };
    await settle();
    expect(wordsOf(element, 'counts')).toBe('12 records looked at: 1 created, 0 updated.');
    element.row = { ...row, run: undefined, object: { ...customers, lastRunState: undefined } };
    await settle();
    expect(wordsOf(element, 'never-ran')).toBe('Never ran');
  });

  it('when a pair that it depends on is off or runs, then that is told', async () => {
    const contacts = { ...customers, pair: 'Contact-contact' as const };
    const pair = 'Contact-contact';
    const element = await open({ pair, object: contacts, run: undefined, on: [pair] });
    expect(wordsOf(element, 'dependency')).toContain('Needs Accounts and Customers, switched off now');
    const on = ['Account-customer', pair] as const;
    element.row = { ...row, pair, object: contacts, on, running: on };
    await settle();
    expect(wordsOf(element, 'dependency')).toBe('Waits for Accounts and Customers, which runs now');
    element.row = { ...row, pair, object: contacts, on };
    await settle();
    expect(wordsOf(element, 'dependency')).toBe('Runs after Accounts and Customers');
  });

  it('when something is asked of it, then it says so and does nothing itself', async () => {
    const element = await open({ object: off, trouble: problem });
    const [switched, started, edited, mapped, again] = [
      'switchpair',
      'startpair',
      'editpair',
      'mappair',
      'retrypair'
    ].map((name) => heard(element, name));
    say(element, 'switch', 'change', { checked: true });
    expect(shown(element, 'switch')).toHaveProperty('checked', false);
    say(element, 'start', 'select', { value: 'reconcile' });
    say(element, 'edit', 'click');
    say(element, 'mapping', 'click');
    say(element, 'trouble', 'retry');
    const pair = 'Account-customer';
    expect(switched).toEqual([{ pair, on: true }]);
    expect(started).toEqual([{ pair, mode: 'reconcile' }]);
    expect([edited, mapped, again]).toEqual([[{ pair }], [{ pair }], [{ pair }]]);
  });

  it('when something is being done to it, then it is busy and takes nothing else', async () => {
    const element = await open({ busy: true });
    expect(shown(element, 'row').getAttribute('aria-busy')).toBe('true');
    expect(shown(element, 'switch')).toHaveProperty('disabled', true);
    expect(shown(element, 'edit')).toHaveProperty('disabled', true);
  });
});
