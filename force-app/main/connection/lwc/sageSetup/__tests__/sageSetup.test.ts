import { createElement } from 'lwc';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import SageSetup from 'c/sageSetup';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';

interface TestWire {
  error(body: unknown, status?: number, statusText?: string): void;
}
const infoWire = getObjectInfo as unknown as TestWire;

const prerequisites = [
  'sage',
  'edition',
  'orderRequestKey',
  'company',
  'timeZone',
  'salesforce',
  'changeEvents',
  'tls',
  'clock',
  'signingKeys',
  'somethingNew'
].map((name) => ({ name, state: 'ok', finding: `Finding of ${name}.` }));
const requests = { name: 'salesforceRequests', state: 'ok', finding: '900 of 1000 are left.' };
const status = {
  state: 'ok',
  version: '1.2.3',
  startedAt: '2026-11-22T08:00:00.000Z',
  uptimeSeconds: 60,
  asOf: '2026-11-22T09:30:00.000Z',
  prerequisites: [...prerequisites, requests]
};
const facts = {
  integrationSetId: '0PS000000000001AAA',
  integrationUsers: 1,
  integrationUsername: 'integration@example.org',
  integrationUserIsActive: true,
  adminSetId: '0PS000000000002AAA',
  adminUsers: 1,
  repSetId: '0PS000000000003AAA',
  repUsers: 2,
  companyId: 'a00000000000001AAA',
  companyCode: 'ABC',
  companyIsActive: true,
  activePairs: 'Contact-contact,Account-customer,'
};
const refusedNumber = {
  code: 'LB101',
  title: 'The customer number is malformed',
  detail: '-',
  action: 'Correct it.',
  retryable: false
};
const wrongToken = {
  ...refusedNumber,
  code: 'LB202',
  title: 'The token is not valid',
  detail: 'No key fits.'
};
const NO_CREDENTIAL = "We couldn't access the credential(s).";

type FlowElement = HTMLElement & { flowApiName: string };
const flowsOf = (element: Element) => [
  ...(find(element, 'c-sage-request').shadowRoot?.querySelectorAll<FlowElement>('lightning-flow') ?? [])
];
const end = async (
  element: Element,
  flowApiName: string,
  outputs: Record<string, unknown>,
  ended = 'FINISHED_SCREEN'
) => {
  const flow = flowsOf(element).find((each) => each.flowApiName === flowApiName);
  if (flow === undefined) throw new Error(`${flowApiName} is not running`);
  const outputVariables = Object.entries({ outcome: 'ANSWERED', ...outputs }).map(([name, value]) => ({
    name,
    value
  }));
  flow.dispatchEvent(new CustomEvent('statuschange', { detail: { status: ended, outputVariables } }));
  await settle();
};

const mount = async () => {
  const element = createElement('c-sage-setup', { is: SageSetup });
  document.body.appendChild(element);
  await settle();
  return element;
};
interface Outputs {
  readonly answer?: Record<string, unknown>;
  readonly org?: Record<string, unknown>;
  readonly reader?: Record<string, unknown>;
}
/** A page whose three tests have brought something. */
const tested = async ({
  answer = { answerJson: JSON.stringify(status) },
  org = facts,
  reader = { clientProblemJson: JSON.stringify(refusedNumber) }
}: Outputs = {}) => {
  const element = await mount();
  await end(element, 'Sage_Get_Status', answer);
  await end(element, 'Sage_Setup_Facts', org);
  await end(element, 'Sage_Setup_Facts_Reader', reader);
  return element;
};
const loaded = async (element: Element, state: string) => {
  shown(element, 'first-load').dispatchEvent(new CustomEvent('statechange', { detail: { state } }));
  await settle();
};

type StepElement = HTMLElement & { state: string; open: boolean };
const steps = (element: Element) => [
  ...(element.shadowRoot?.querySelectorAll<StepElement>('[data-id="step"]') ?? [])
];
const statesOf = (element: Element) => steps(element).map(({ state }) => state);
const opened = (element: Element) =>
  steps(element)
    .filter(({ open }) => open)
    .map(({ dataset }) => dataset.step);
interface ShownCheck {
  readonly name: string;
  readonly state: string;
  readonly title: string;
  readonly finding?: string;
  readonly link?: { readonly page: { readonly attributes: Record<string, string> } };
}
const checksOf = (element: Element): readonly ShownCheck[] =>
  [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement & { checks: readonly ShownCheck[] }>(
      '[data-id="checks"]'
    ) ?? [])
  ].flatMap(({ checks }) => checks);
const check = (element: Element, name: string) => checksOf(element).find((each) => each.name === name);

describe('c-sage-setup', () => {
  afterEach(() => document.body.replaceChildren());

  it('when it is opened, then everything is tested at once, and shown as being tested', async () => {
    const element = await mount();
    expect(flowsOf(element).map(({ flowApiName }) => flowApiName)).toEqual([
      'Sage_Get_Status',
      'Sage_Setup_Facts',
      'Sage_Setup_Facts_Reader'
    ]);
    expect(statesOf(element)).toEqual(['testing', 'testing', 'testing', 'testing', 'testing']);
    expect(shown(element, 'test')).toMatchObject({ disabled: true });
    expect(byId(element, 'company-form')).toBeUndefined();
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when all is in order, then each step says so, and none is opened but what is still to be done', async () => {
    const element = await tested();
    await loaded(element, 'todo');
    expect(statesOf(element)).toEqual(['ok', 'ok', 'ok', 'ok', 'todo']);
    expect(textOf(shown(element, 'summary'))).toBe('4 of 5 steps in order');
    expect(textOf(shown(element, 'announcement'))).toBe('All tests are through. Everything is in order.');
    expect(opened(element)).toEqual(['load']);
    expect(shown(element, 'company-form')).toMatchObject({ recordId: facts.companyId });
    expect(shown(element, 'first-load')).toMatchObject({ requestsToday: requests.finding });
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the first load is through, then all steps are in order', async () => {
    const element = await tested();
    await loaded(element, 'ok');
    expect(textOf(shown(element, 'summary'))).toBe('5 of 5 steps in order');
    expect(shown(element, 'bar').getAttribute('aria-valuenow')).toBe('100');
  });

  it('when the service answers, then each of its prerequisites is shown once, unknown ones too', async () => {
    const element = await tested();
    const names = checksOf(element).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([...prerequisites, requests].map(({ name }) => name)) as unknown
    );
    expect(new Set(names).size).toBe(names.length);
    expect(check(element, 'somethingNew')).toMatchObject({ title: 'somethingNew', state: 'ok' });
    expect(check(element, 'sage')).toMatchObject({ title: 'Sage answers', finding: 'Finding of sage.' });
  });

  it("when the reader's question is refused for its content, then its token was accepted", async () => {
    const element = await tested();
    expect(check(element, 'roleReader')).toMatchObject({ state: 'ok' });
    expect(check(element, 'roleAdmin')).toMatchObject({ state: 'ok' });
    expect(check(element, 'roleWriter')).toMatchObject({ state: 'unknown' });
    expect(check(element, 'roleWriter')?.finding).toContain('Not tested, because');
  });

  it('when the token of a role is refused, then the first step failed, with the way to the credential', async () => {
    const element = await tested({ reader: { clientProblemJson: JSON.stringify(wrongToken) } });
    expect(check(element, 'roleReader')).toMatchObject({
      state: 'failed',
      finding: 'The token is not valid. No key fits.',
      link: { page: { attributes: { url: '/lightning/setup/NamedCredential/home' } } }
    });
    expect(opened(element)).toEqual(['connect']);
    expect(textOf(shown(element, 'announcement'))).toBe('All tests are through. 1 needs attention.');
  });

  it("when the reader's credential may not be used, then permission sets are where it is mended", async () => {
    const element = await tested({ reader: { outcome: 'FAULT', faultMessage: NO_CREDENTIAL } });
    expect(check(element, 'roleReader')).toMatchObject({
      state: 'failed',
      link: { page: { attributes: { url: '/lightning/setup/PermSets/home' } } }
    });
    expect(byId(element, 'no-access')).toBeUndefined();
  });

  it('when the service does not answer, then that is the first fault, and the rest says why it is not tested', async () => {
    const element = await tested({
      answer: { outcome: 'FAULT', faultMessage: 'Connection refused' },
      reader: { outcome: 'FAULT', faultMessage: 'Connection refused' }
    });
    expect(statesOf(element).slice(0, 4)).toEqual(['failed', 'unknown', 'ok', 'ok']);
    expect(check(element, 'service')?.finding).toContain('Connection refused');
    expect(check(element, 'roleReader')?.state).toBe('unknown');
    expect(check(element, 'sageService')?.finding).toContain('only the service knows');
    expect(opened(element)).toEqual(['connect']);
  });

  it('when something of Sage is wrong, then its step says so and is opened', async () => {
    const broken = { name: 'sage', state: 'failed', finding: 'No.', cause: 'It is off.', fix: 'Start it.' };
    const others = status.prerequisites.filter(({ name }) => name !== 'sage');
    const answer = { answerJson: JSON.stringify({ ...status, prerequisites: [broken, ...others] }) };
    const element = await tested({ answer });
    expect(statesOf(element)[1]).toBe('failed');
    expect(check(element, 'sage')).toMatchObject({ cause: 'It is off.', fix: 'Start it.' });
    expect(opened(element)).toEqual(['sage']);
  });

  it.each([
    ['nobody integrates', { integrationUsers: 0, integrationUsername: null }, 'integrationUser', 'failed'],
    ['the integration user is not active', { integrationUserIsActive: false }, 'integrationUser', 'failed'],
    ['several integrate', { integrationUsers: 2 }, 'integrationUser', 'ok'],
    ['no rep has the permission set', { repUsers: 0 }, 'repUsers', 'warning'],
    ['permission sets are hidden', { adminSetId: null }, 'adminUsers', 'unknown'],
    ['there is no company', { companyId: null }, 'companyRecord', 'failed'],
    ['the company is not active', { companyIsActive: false }, 'companyRecord', 'warning']
  ])('when %s, then that prerequisite is %s', async (_what, changes, name, state) => {
    const element = await tested({ org: { ...facts, ...changes } });
    expect(check(element, name)).toMatchObject({ state });
  });

  it('when the org cannot be asked, then what only it knows is not tested, and no form is shown', async () => {
    const element = await tested({ org: { outcome: 'FAULT', faultMessage: 'No such field.' } });
    expect(check(element, 'permissionSets')).toMatchObject({ state: 'unknown' });
    expect(check(element, 'companyRecord')?.finding).toContain('No such field.');
    expect(byId(element, 'company-form')).toBeUndefined();
  });

  it('when it is tested again, then the form stays, and the step that was opened by hand too', async () => {
    const element = await tested();
    await loaded(element, 'ok');
    steps(element)[3]?.dispatchEvent(new CustomEvent('toggle'));
    await settle();
    shown(element, 'test').click();
    await settle();
    expect(flowsOf(element)).toHaveLength(3);
    expect(shown(element, 'company-form')).toMatchObject({ recordId: facts.companyId });
    expect(opened(element)).toContain('company');
    steps(element)[3]?.dispatchEvent(new CustomEvent('toggle'));
    await settle();
    expect(opened(element)).not.toContain('company');
  });

  it('when a step fails in a later test, then it is opened too', async () => {
    const element = await tested();
    expect(opened(element)).toEqual(['load']);
    shown(element, 'test').click();
    await settle();
    await end(element, 'Sage_Get_Status', { answerJson: JSON.stringify(status) });
    await end(element, 'Sage_Setup_Facts', { ...facts, companyId: null });
    await end(element, 'Sage_Setup_Facts_Reader', { clientProblemJson: JSON.stringify(refusedNumber) });
    expect(opened(element)).toEqual(['company', 'load']);
  });

  it('when the company was saved, then everything is tested again', async () => {
    const element = await tested();
    shown(element, 'company-form').dispatchEvent(new CustomEvent('saved', { detail: {} }));
    await settle();
    expect(flowsOf(element)).toHaveLength(3);
  });

  it('when the user may not use the credential, then the page says whom to ask, and shows nothing else', async () => {
    const element = await mount();
    await end(element, 'Sage_Get_Status', { outcome: 'FAULT', faultMessage: NO_CREDENTIAL });
    expect(textOf(shown(element, 'no-access'))).toContain('Ledger Bridge Admin');
    expect(steps(element)).toHaveLength(0);
    expect(await findAxeViolations(element)).toEqual([]);
  });

  it('when the user may not see companies, then the page says whom to ask', async () => {
    const element = await mount();
    infoWire.error({ message: 'You do not have access.' }, 403, 'Forbidden');
    await settle();
    expect(byId(element, 'no-access')).toBeDefined();
  });

  it('when a flow cannot be run, then that test has failed, and the others stand', async () => {
    const element = await mount();
    await end(element, 'Sage_Get_Status', {}, 'ERROR');
    await end(element, 'Sage_Setup_Facts', {}, 'ERROR');
    await end(element, 'Sage_Setup_Facts_Reader', { clientProblemJson: JSON.stringify(refusedNumber) });
    expect(statesOf(element).slice(0, 4)).toEqual(['failed', 'unknown', 'unknown', 'unknown']);
    expect(check(element, 'roleReader')).toMatchObject({ state: 'ok' });
  });

  it('when the page goes away and comes back, then it is tested anew', async () => {
    const element = await mount();
    element.remove();
    await settle();
    document.body.appendChild(element);
    await settle();
    expect(flowsOf(element)).toHaveLength(3);
    expect(statesOf(element)[0]).toBe('testing');
  });
});
