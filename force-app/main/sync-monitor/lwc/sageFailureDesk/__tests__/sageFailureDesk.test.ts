import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import FailureSkip from 'c/failureSkip';
import SageFailureDesk from 'c/sageFailureDesk';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';
import { detail, failure, page, refusal } from './failureFixtures';
import { answered, endFlows, flowsIn, refused } from './flowDesk';

jest.mock('lightning/modal', () => jest.requireActual<object>('../../syncObjectModel/__tests__/data/modal'), {
  virtual: true
});

const LIST = 'Sage_List_Dead_Letters';
const GET = 'Sage_Get_Dead_Letter';
const REPLAY = 'Sage_Replay_Dead_Letter';
const SKIP = 'Sage_Skip_Dead_Letter';
const pageWire = CurrentPageReference as unknown as { emit(value: unknown): void };

const mount = async (state: Record<string, string> = {}) => {
  const element = createElement('c-sage-failure-desk', { is: SageFailureDesk });
  document.body.appendChild(element);
  pageWire.emit({ type: 'standard__navItemPage', attributes: {}, state });
  await settle();
  return element;
};

const open = async (answer: unknown = page([failure(1), failure(2)])) => {
  const element = await mount();
  await endFlows(element, { [LIST]: () => answered(answer) });
  return element;
};

const inList = (element: Element, id: string) => shown(shown(element, 'list'), id);
const click = async (element: HTMLElement) => {
  element.click();
  await settle();
};

const openFirst = async (more: Record<string, unknown> = {}) => {
  const element = await open();
  await click(inList(element, 'open'));
  await endFlows(element, { [GET]: () => answered(detail(1, more)) });
  return element;
};

describe('c-sage-failure-desk', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.restoreAllMocks();
  });

  it('when nothing has come yet, then it is loading', async () => {
    const element = await mount();
    expect(textOf(shown(element, 'loading'))).toBe('Loading failures');
    expect(flowsIn(element)).toMatchObject([{ flowApiName: LIST }]);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when failures come, then causes with counts and the records are shown', async () => {
    const element = await open();
    expect(textOf(shown(element, 'groups'))).toContain('All causes 3 records');
    expect(textOf(shown(element, 'groups'))).toContain('Title of LB786 1 record LB786');
    expect(textOf(shown(element, 'list'))).toContain('Item 6655-XL of line 2 is not in Sage.');
    expect(textOf(shown(element, 'list'))).toContain('Orders to Sage');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when nothing failed, then it says so warmly', async () => {
    const element = await open(page([]));
    expect(textOf(shown(element, 'empty'))).toContain('Nothing failed.');
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the service refuses, then the problem is shown, and asking again helps', async () => {
    const element = await mount();
    await endFlows(element, { [LIST]: () => refused({ ...refusal, code: 'LB301', retryable: true }) });
    expect(shown(element, 'problem').dataset.code).toBe('LB301');
    shown(element, 'problem').dispatchEvent(new CustomEvent('retry'));
    await endFlows(element, { [LIST]: () => answered(page([failure(1)])) });
    expect(byId(element, 'problem')).toBeUndefined();
    expect(byId(element, 'list')).toBeDefined();
  });

  it('when the reader may not use the credential, then it says whom to ask', async () => {
    const element = await mount();
    const faultMessage = "We couldn't access the credential(s).";
    await endFlows(element, { [LIST]: () => ({ outcome: 'FAULT', faultMessage }) });
    expect(textOf(shown(element, 'denied'))).toContain('Ledger Bridge Admin');
    expect(byId(element, 'list')).toBeUndefined();
  });

  it('when the address names a filter, then only that is asked for; when it finds none, then it says so', async () => {
    const element = await mount({ c__code: 'LB402', c__text: '01-ABF' });
    const asked = await endFlows(element, { [LIST]: () => answered(page([])) });
    expect(asked.at(-1)).toBe(`${LIST} {"code":"LB402","text":"01-ABF","pageSize":50}`);
    expect(textOf(shown(element, 'none-found'))).toBe('No failure fits these filters.');
    await click(shown(element, 'clear'));
    expect(await endFlows(element, { [LIST]: () => answered(page([])) })).toEqual([
      `${LIST} {"pageSize":50}`
    ]);
  });

  it('when all of a cause are selected and replayed, then each is, and what failed again is named', async () => {
    const element = await open();
    await click(shown(shown(element, 'groups'), 'groups').querySelectorAll('button')[1] as HTMLElement);
    await endFlows(element, { [LIST]: () => answered(page([failure(1), failure(2)])) });
    await click(shown(element, 'select-found'));
    const collected = await endFlows(element, {
      [LIST]: ({ cursor }) =>
        answered(
          cursor === undefined ? page([failure(1), failure(2)], { nextCursor: 'n' }) : page([failure(3)])
        )
    });
    expect(collected).toEqual([
      `${LIST} {"code":"LB402","pageSize":200}`,
      `${LIST} {"code":"LB402","cursor":"n","pageSize":200}`
    ]);
    expect(textOf(shown(element, 'selected'))).toBe('3 selected');
    await click(shown(element, 'replay-selected'));
    expect(textOf(shown(shown(element, 'mass-replay'), 'status'))).toBe('0 of 3');
    const done = await endFlows(element, {
      [REPLAY]: ({ jobId }) => {
        if (jobId === 2) return refused(refusal);
        return answered({ jobId, outcome: 'replayed', state: 'ready' });
      },
      [GET]: ({ jobId }) => answered(detail(Number(jobId), { state: jobId === 1 ? 'done' : 'dead' })),
      [LIST]: () => answered(page([failure(3)]))
    });
    expect(done.filter((each) => each.startsWith(REPLAY))).toHaveLength(3);
    const mass = textOf(shown(element, 'mass-replay'));
    expect(mass).toContain('Done 1 Failed again 1 Not accepted 1');
    expect(mass).toContain(
      'Failed again: LB402 Sage has no such item. Item 6655-XL of line 2 is not in Sage.'
    );
    expect(textOf(shown(element, 'selected'))).toBe('0 selected');
  });

  it('when some are skipped, then with the reason that was given, and with none nothing happens', async () => {
    const element = await open();
    const checkbox = inList(element, 'select') as HTMLInputElement;
    checkbox.checked = true;
    checkbox.dispatchEvent(new CustomEvent('change'));
    await settle();
    const asking = jest.spyOn(FailureSkip, 'open').mockResolvedValueOnce(undefined);
    await click(shown(element, 'skip-selected'));
    expect(byId(element, 'mass-replay')).toBeUndefined();
    asking.mockResolvedValueOnce('Entered by hand');
    await click(shown(element, 'skip-selected'));
    expect(asking).toHaveBeenLastCalledWith({ label: 'Skip 1 record', size: 'small' });
    const asked = await endFlows(element, {
      [SKIP]: ({ jobId }) => answered({ jobId, outcome: 'skipped', state: 'skipped' }),
      [LIST]: () => answered(page([]))
    });
    expect(asked[0]).toBe(`${SKIP} {"jobId":1,"reason":"Entered by hand"}`);
    expect(textOf(shown(element, 'mass-replay'))).toContain('Skipped 1');
  });

  it('when a failure is opened, then cause, fix, content, attempts and who decided are there', async () => {
    const element = await openFirst();
    const text = textOf(shown(element, 'opened'));
    for (const words of [
      'An item of the order is not in Sage.',
      'Enter the item in Sage',
      'action submit',
      'Attempt 1: LB402, needs somebody',
      'Replayed with an edited content by Dana (salesforce-admin)'
    ])
      expect(text).toContain(words);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when an edited value is refused, then the code stands at its field; corrected, it is replayed', async () => {
    const element = await openFirst();
    const opened = shown(element, 'opened');
    await click(shown(opened, 'edit'));
    const payload = shown(opened, 'payload');
    const field = find(payload, 'input[data-path="action"]') as HTMLInputElement;
    field.value = 'perhaps';
    field.dispatchEvent(new CustomEvent('change'));
    await settle();
    await click(shown(payload, 'save'));
    const asked = await endFlows(element, { [REPLAY]: () => refused(refusal) });
    expect(asked).toEqual([
      `${REPLAY} ${JSON.stringify({
        jobId: 1,
        payload: JSON.stringify({ object: 'Opportunity', action: 'perhaps', lines: 2, urgent: false })
      })}`
    ]);
    expect(textOf(shown(payload, 'fault'))).toBe('LB758 It is no action. Send submit.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(byId(opened, 'problem')).toBeUndefined();
    await click(shown(payload, 'save'));
    await endFlows(element, {
      [REPLAY]: ({ jobId }) => answered({ jobId, outcome: 'replayed', state: 'ready' }),
      [GET]: () => answered(detail(1, { state: 'ready', replays: 1 }))
    });
    expect(textOf(shown(opened, 'announcement'))).toBe('It was replayed. It stands in line again.');
    expect(textOf(shown(opened, 'state'))).toBe('In line');
    expect(byId(opened, 'replay')).toBeUndefined();
  });

  it('when somebody had decided before, then it says so', async () => {
    const element = await openFirst();
    await click(shown(shown(element, 'opened'), 'replay'));
    await endFlows(element, {
      [REPLAY]: ({ jobId }) => answered({ jobId, outcome: 'not-dead', state: 'done' }),
      [GET]: () => answered(detail(1, { state: 'done' }))
    });
    expect(textOf(shown(shown(element, 'opened'), 'announcement'))).toContain('Somebody had decided before.');
  });
});
