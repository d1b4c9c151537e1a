import { createElement } from 'lwc';
import { getRecord } from 'lightning/uiRecordApi';
import SageAccountSummary from 'c/sageAccountSummary';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';
import linked from './data/account-linked.json';
import abf from './data/abf-live.json';
import stale from './data/abf-stale.json';
import empty from './data/nolimit-empty.json';
import over from './data/orange-over-limit.json';
import malformed from './data/problem-LB101.json';
import wrongRole from './data/problem-LB206.json';
import slow from './data/problem-LB302.json';
import unknownCustomer from './data/problem-LB401.json';

/** sfdx-lwc-jest puts a test adapter in the place of the wire adapter. */
interface TestWire {
  emit(value: unknown): void;
  error(body: unknown, status: number, statusText: string): void;
  getLastConfig(): unknown;
}
const recordWire = getRecord as unknown as TestWire;

const RECORD_ID = '001000000000001AAA';
const NOT_SAVED = { Sage_Figures_As_Of__c: null };
const PROBLEMS = [malformed, wrongRole, slow, unknownCustomer];

const mount = () => {
  const element = createElement('c-sage-account-summary', { is: SageAccountSummary });
  element.recordId = RECORD_ID;
  document.body.appendChild(element);
  return element;
};

const emitAccount = async (changes: Record<string, unknown> = {}) => {
  const fields = new Map<string, unknown>(Object.entries(linked.fields));
  for (const [name, value] of Object.entries(changes)) fields.set(name, { value, displayValue: null });
  recordWire.emit({ ...linked, fields: Object.fromEntries(fields) });
  await settle();
};

const flowsOf = (element: Element) => [
  ...(find(element, 'c-sage-request').shadowRoot?.querySelectorAll('lightning-flow') ?? [])
];

const endFlow = async (element: Element, outputs: Record<string, unknown>, status = 'FINISHED_SCREEN') => {
  const outputVariables = Object.entries(outputs).map(([name, value]) => ({
    name,
    value,
    dataType: 'STRING'
  }));
  const [flow] = flowsOf(element);
  if (flow === undefined) throw new Error('No flow is running');
  flow.dispatchEvent(new CustomEvent('statuschange', { detail: { status, outputVariables } }));
  await settle();
};

const answer = (
  element: Element,
  summary: { readonly customerNo: string; readonly [member: string]: unknown }
) =>
  endFlow(element, {
    outcome: 'ANSWERED',
    customerNo: summary.customerNo,
    responseCode: 200,
    summaryJson: JSON.stringify(summary)
  });

const valueOf = (element: Element, id: string) => shown(element, id).dataset.value;
const sourceOf = (element: Element) => shown(element, 'freshness').dataset.source;

/** A page on which an account has come and the flow runs. */
const open = async (changes: Record<string, unknown> = {}) => {
  const element = mount();
  await settle();
  await emitAccount(changes);
  return element;
};

describe('c-sage-account-summary', () => {
  afterEach(() => document.body.replaceChildren());

  describe('before anything is known', () => {
    it('when the record has not come, then it is loading and asks nothing', async () => {
      const element = mount();
      await settle();
      expect(textOf(shown(element, 'loading'))).toBe('Loading Sage figures');
      expect(flowsOf(element)).toHaveLength(0);
      expect(byId(element, 'refresh')).toBeUndefined();
      expect(recordWire.getLastConfig()).toMatchObject({ recordId: RECORD_ID });
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when no figures are saved, then it stays loading while Sage is asked', async () => {
      const element = await open(NOT_SAVED);
      expect(byId(element, 'loading')).toBeDefined();
      expect(byId(element, 'amount-due')).toBeUndefined();
      expect(flowsOf(element)).toHaveLength(1);
    });

    it('when the record cannot be read, then it says so and cannot ask', async () => {
      const element = mount();
      await settle();
      recordWire.error({ message: 'You do not have access to this record.' }, 403, 'Forbidden');
      await settle();
      expect(shown(element, 'error-panel').dataset.code).toBe('LB806');
      expect(textOf(element)).toContain('You do not have access to this record.');
      expect(flowsOf(element)).toHaveLength(0);
      expect(await findAxeViolations(element)).toEqual([]);
    });
  });

  describe('with saved figures', () => {
    it('when the record comes, then they are painted at once, with their age, and Sage is asked', async () => {
      const element = await open();
      expect(valueOf(element, 'amount-due')).toBe('5918.22');
      expect(sourceOf(element)).toBe('salesforce');
      expect(byId(element, 'loading')).toBeUndefined();
      expect(textOf(shown(element, 'refreshing'))).toBe('Asking Sage…');
      expect(flowsOf(element)[0]).toMatchObject({
        flowApiName: 'Sage_Customer_Summary',
        flowInputVariables: [{ name: 'recordId', type: 'String', value: RECORD_ID }]
      });
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when the record comes again, then the running question is enough', async () => {
      const element = await open();
      await emitAccount({ Sage_Amount_Due__c: 5919.22 });
      expect(flowsOf(element)).toHaveLength(1);
      expect(valueOf(element, 'amount-due')).toBe('5919.22');
    });

    it('when the customer is on hold, then words say so', async () => {
      const element = await open({ Sage_Credit_Hold__c: true });
      expect(textOf(shown(element, 'credit-hold'))).toBe('On credit hold in Sage');
    });
  });

  describe('with a live answer', () => {
    it('when it comes, then every figure is that of Sage at this moment', async () => {
      const element = await open();
      await answer(element, abf);
      expect(valueOf(element, 'amount-due')).toBe('5732.36');
      expect(valueOf(element, 'credit-limit')).toBe('120000.00');
      expect(valueOf(element, 'credit-left')).toBe('95123.24');
      expect(valueOf(element, 'open-orders')).toBe('19144.40');
      expect(sourceOf(element)).toBe('live');
      const text = textOf(element);
      expect(text).toContain('01-ABF · American Business Futures');
      expect(text).toContain(
        'Last payment $2,410.75 on Nov 3, 2026 Pays in 34 days on average Terms: Net 30 Days'
      );
      expect(text).toContain('27 open orders. The newest 5 are listed.');
      expect(byId(element, 'refreshing')).toBeUndefined();
      expect(byId(element, 'stale-banner')).toBeUndefined();
      expect(flowsOf(element)).toHaveLength(0);
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when it comes, then a screen reader is told, politely, and again when a refresh brings the same', async () => {
      const element = await open();
      const region = shown(element, 'announcement');
      expect(region.getAttribute('aria-live')).toBe('polite');
      expect(textOf(region)).toBe('');
      await answer(element, abf);
      expect(textOf(region)).toBe('Sage figures refreshed. Amount due $5,732.36.');
      shown(element, 'refresh').click();
      await settle();
      expect(textOf(region)).toBe('');
      await answer(element, abf);
      expect(textOf(region)).toBe('Sage figures refreshed. Amount due $5,732.36.');
    });

    it('when the customer is over the limit, on hold and temporary, then each is said in words', async () => {
      const element = await open({ Sage_Customer_No__c: '02-orange' });
      await answer(element, over);
      const text = textOf(element);
      expect(text).toContain('Over the limit by $8,046.65');
      expect(text).toContain('On credit hold in Sage');
      expect(find(element, 'lightning-badge')).toMatchObject({ label: 'Temporary customer in Sage' });
      expect(text).toContain('1 open order.');
      expect(text).toContain('Last payment $2,500.00 Pays in 1 day on average');
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when there is nothing due, no order, no limit and no payment, then each is said in words', async () => {
      const element = await open({ ...NOT_SAVED, Sage_Customer_No__c: '01-NOLIMIT' });
      await answer(element, empty);
      const text = textOf(element);
      for (const words of ['$0.00', 'No open invoices.', 'No open orders.', 'No limit', 'No payment yet']) {
        expect(text).toContain(words);
      }
      expect(find(element, 'lightning-badge')).toMatchObject({ label: 'Inactive in Sage' });
      expect(byId(element, 'terms')).toBeUndefined();
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when a text of Sage looks like HTML, then it stays a text', async () => {
      const element = await open({ ...NOT_SAVED, Sage_Customer_No__c: '01-NOLIMIT' });
      await answer(element, empty);
      expect(textOf(element)).toContain('<img src=x onerror=alert(1)>');
      expect(element.shadowRoot?.querySelector('img')).toBeNull();
    });
  });

  describe('with a stale answer', () => {
    it('when Sage cannot answer, then the last figures are shown with the reason and what to do', async () => {
      const element = await open();
      await answer(element, stale);
      const banner = shown(element, 'stale-banner');
      expect(banner.dataset.code).toBe('LB301');
      expect(textOf(banner)).toContain(
        'Sage cannot be reached Sage company ABC cannot be reached. Check that'
      );
      expect(sourceOf(element)).toBe('cache');
      expect(valueOf(element, 'amount-due')).toBe('5732.36');
      expect(textOf(shown(element, 'announcement'))).toContain('Last known amount due $5,732.36');
      expect(await findAxeViolations(element)).toEqual([]);
    });
  });

  describe('with a problem', () => {
    it.each(PROBLEMS.map((problem) => [problem.code, problem] as const))(
      'when the service refuses with %s, then it is shown and the saved figures stay',
      async (code, problem) => {
        const element = await open();
        await endFlow(element, { outcome: 'ANSWERED', clientProblemJson: JSON.stringify(problem) });
        expect(shown(element, 'error-panel').dataset.code).toBe(code);
        expect(textOf(element)).toContain(`${problem.detail} What to do: ${problem.action}`);
        expect(textOf(element)).toContain(problem.requestId);
        expect(valueOf(element, 'amount-due')).toBe('5918.22');
        expect(sourceOf(element)).toBe('salesforce');
        expect(await findAxeViolations(element)).toEqual([]);
      }
    );

    it('when nothing is saved, then only the problem is shown', async () => {
      const element = await open(NOT_SAVED);
      await endFlow(element, { outcome: 'FAULT', faultMessage: 'Read timed out' });
      expect(shown(element, 'error-panel').dataset.code).toBe('LB805');
      expect(textOf(element)).toContain('Read timed out');
      expect(byId(element, 'loading')).toBeUndefined();
      expect(byId(element, 'amount-due')).toBeUndefined();
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when the answer is malformed, then none of it is shown', async () => {
      const element = await open();
      await answer(element, { ...abf, amountDue: 5732.36 });
      expect(shown(element, 'error-panel').dataset.code).toBe('LB804');
      expect(valueOf(element, 'amount-due')).toBe('5918.22');
    });

    it('when the flow fails, then it says so and can be tried again', async () => {
      const element = await open();
      await endFlow(element, {}, 'ERROR');
      expect(shown(element, 'error-panel').dataset.code).toBe('LB802');
      shown(element, 'error-panel').dispatchEvent(new CustomEvent('retry'));
      await settle();
      expect(byId(element, 'error-panel')).toBeDefined();
      await answer(element, abf);
      expect(byId(element, 'error-panel')).toBeUndefined();
      expect(valueOf(element, 'amount-due')).toBe('5732.36');
    });

    it('when it is tried again and there are no figures, then it says that it loads', async () => {
      const element = await open(NOT_SAVED);
      await endFlow(element, {}, 'ERROR');
      shown(element, 'error-panel').dispatchEvent(new CustomEvent('retry'));
      await settle();
      expect(byId(element, 'loading')).toBeDefined();
      expect(byId(element, 'error-panel')).toBeDefined();
      expect(await findAxeViolations(element)).toEqual([]);
      await endFlow(element, {}, 'ERROR');
      expect(byId(element, 'loading')).toBeUndefined();
    });

    it('when there is no answer within fifteen seconds, then it says so', async () => {
      jest.useFakeTimers();
      const element = await open(NOT_SAVED);
      jest.advanceTimersByTime(15_000);
      await settle();
      jest.useRealTimers();
      expect(shown(element, 'error-panel').dataset.code).toBe('LB803');
      expect(flowsOf(element)).toHaveLength(0);
    });
  });

  describe('without a link', () => {
    it('when the account has no customer number, then it says what to do and asks nothing', async () => {
      const element = await open({ Sage_Customer_No__c: null });
      expect(textOf(shown(element, 'not-linked'))).toContain('Sage Customer No.');
      expect(flowsOf(element)).toHaveLength(0);
      expect(byId(element, 'refresh')).toBeUndefined();
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when the flow knows better than the page, then it is not linked', async () => {
      const element = await open();
      await endFlow(element, { outcome: 'NOT_LINKED' });
      expect(byId(element, 'not-linked')).toBeDefined();
      expect(byId(element, 'amount-due')).toBeUndefined();
    });

    it('when it is linked later, then Sage is asked', async () => {
      const element = await open({ Sage_Customer_No__c: null });
      await emitAccount(NOT_SAVED);
      expect(byId(element, 'not-linked')).toBeUndefined();
      expect(flowsOf(element)).toHaveLength(1);
    });
  });

  describe('without access', () => {
    it('when the user may not see the fields, then it says what to do and asks nothing', async () => {
      const element = mount();
      await settle();
      recordWire.emit({ ...linked, fields: {} });
      await settle();
      expect(textOf(shown(element, 'no-access'))).toContain('Ledger Bridge Rep');
      expect(flowsOf(element)).toHaveLength(0);
      expect(byId(element, 'error-panel')).toBeUndefined();
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when the user lacks the credential, then the saved figures stay and access is what is missing', async () => {
      const element = await open();
      await endFlow(element, { outcome: 'FAULT', faultMessage: "We couldn't access the credential(s)." });
      expect(byId(element, 'no-access')).toBeDefined();
      expect(byId(element, 'error-panel')).toBeUndefined();
      expect(valueOf(element, 'amount-due')).toBe('5918.22');
      expect(await findAxeViolations(element)).toEqual([]);
    });
  });

  describe('when things change while it is open', () => {
    it('when the reader refreshes, then Sage is asked again and the figures stay until it answers', async () => {
      const element = await open();
      await answer(element, abf);
      shown(element, 'refresh').click();
      shown(element, 'refresh').click();
      await settle();
      expect(flowsOf(element)).toHaveLength(1);
      expect(valueOf(element, 'amount-due')).toBe('5732.36');
      await answer(element, { ...abf, amountDue: '5000.00' });
      expect(valueOf(element, 'amount-due')).toBe('5000.00');
    });

    it('when a refresh fails, then the figures of before stay, with their own age', async () => {
      const element = await open();
      await answer(element, abf);
      shown(element, 'refresh').click();
      await settle();
      await endFlow(element, { outcome: 'ANSWERED', serverProblemJson: JSON.stringify(slow) });
      expect(shown(element, 'error-panel').dataset.code).toBe('LB302');
      expect(valueOf(element, 'amount-due')).toBe('5732.36');
      expect(shown(element, 'freshness')).toMatchObject({ asOf: abf.asOf, source: 'live' });
    });

    it('when the account is linked to another customer, then nothing of the former is shown', async () => {
      const element = await open();
      await answer(element, abf);
      await emitAccount({ ...NOT_SAVED, Sage_Customer_No__c: '02-ORANGE' });
      expect(byId(element, 'amount-due')).toBeUndefined();
      await answer(element, over);
      expect(valueOf(element, 'amount-due')).toBe('18835.75');
    });

    it('when it is linked to another while the flow runs, then a late answer is not taken for it', async () => {
      const element = await open();
      await emitAccount({ ...NOT_SAVED, Sage_Customer_No__c: '02-ORANGE' });
      await answer(element, abf);
      expect(byId(element, 'amount-due')).toBeUndefined();
      await answer(element, over);
      expect(valueOf(element, 'amount-due')).toBe('18835.75');
    });

    it('when the flow answers twice for a customer the page does not know of, then the flow is believed', async () => {
      const element = await open();
      await answer(element, over);
      await answer(element, over);
      expect(valueOf(element, 'amount-due')).toBe('18835.75');
      expect(flowsOf(element)).toHaveLength(0);
    });

    it('when the record is taken away, as while another is being opened, then it is loading again', async () => {
      const element = await open();
      recordWire.emit(undefined);
      await settle();
      expect(byId(element, 'loading')).toBeDefined();
      expect(byId(element, 'amount-due')).toBeUndefined();
    });

    it('when the page goes away and comes back, then nothing is shown as an error and Sage is asked anew', async () => {
      const element = await open();
      element.remove();
      await settle();
      document.body.appendChild(element);
      await settle();
      expect(byId(element, 'error-panel')).toBeUndefined();
      expect(flowsOf(element)).toHaveLength(1);
    });
  });
});
