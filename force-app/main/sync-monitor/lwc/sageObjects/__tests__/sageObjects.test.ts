import { createElement } from 'lwc';
import { graphql } from 'lightning/graphql';
import { createRecord, updateRecord } from 'lightning/uiRecordApi';
import SageObjects from 'c/sageObjects';
import SyncObjectForm from 'c/syncObjectForm';
import SyncObjectSwitch from 'c/syncObjectSwitch';
import {
  byId,
  find,
  findAxeViolations,
  settle,
  shown,
  textOf
} from '../../../../shared/lwc/__tests__/support';
import { customers, goingOn, nodeOf, run } from '../../syncObjectModel/__tests__/data';

jest.mock('lightning/modal', () => jest.requireActual<object>('../../syncObjectModel/__tests__/data/modal'), {
  virtual: true
});

/** sfdx-lwc-jest puts a test adapter in the place of the wire adapter. */
interface TestWire {
  emit(value: unknown, filter?: undefined, refresh?: () => Promise<void>): void;
  emitErrors(errors: readonly { message: string }[]): void;
}
const wire = graphql as unknown as TestWire;
const refresh = jest.fn(() => Promise.resolve());
const ASOF = '2026-11-22T19:31:00.000Z';
const problem = {
  code: 'LB788',
  title: 'Off',
  detail: 'The object is not switched on.',
  action: 'Switch it on.',
  retryable: true
};
const ITEMS = { ...customers, id: 'a01000000000002AAA', pair: 'Product2-item' as const, active: false };

const company = { Id: customers.configId, Company_Code__c: { value: 'ABC' } };

const open = async () => {
  const element = createElement('c-sage-objects', { is: SageObjects });
  document.body.appendChild(element);
  await settle();
  return element;
};

const emit = async (objects: readonly unknown[], companies: readonly unknown[] = [company]) => {
  const edges = (nodes: readonly unknown[]) => ({ edges: nodes.map((node) => ({ node })) });
  const query = { Integration_Config__c: edges(companies), Sync_Object__c: edges(objects) };
  wire.emit({ uiapi: { query } }, undefined, refresh);
  await settle();
};

type Flow = HTMLElement & { flowApiName: string; flowInputVariables: { name: string; value: unknown }[] };
const flowsOf = (element: Element) => [
  ...(find(element, 'c-sage-request').shadowRoot?.querySelectorAll<Flow>('lightning-flow') ?? [])
];
const flowOf = (element: Element, name: string) => {
  const flow = flowsOf(element).find(({ flowApiName }) => flowApiName === name);
  if (flow === undefined) throw new Error(`${name} does not run`);
  return flow;
};
const inputsOf = ({ flowInputVariables }: Flow) =>
  Object.fromEntries(flowInputVariables.map(({ name, value }) => [name, value]));
const reply = async (element: Element, name: string, outputs: Record<string, unknown>) => {
  const outputVariables = Object.entries({ outcome: 'ANSWERED', ...outputs }).map(([each, value]) => ({
    name: each,
    value
  }));
  const detail = { status: 'FINISHED_SCREEN', outputVariables };
  flowOf(element, name).dispatchEvent(new CustomEvent('statuschange', { detail }));
  await settle();
};
const runs = (element: Element, ...items: readonly unknown[]) =>
  reply(element, 'Sage_List_Syncs', { answerJson: JSON.stringify({ items, asOf: ASOF }) });
const withNulls = (each: typeof run) => ({
  ...each,
  finishedAt: each.finishedAt ?? null,
  reason: each.reason ?? null
});

/** Both pairs set up, customers on, and the service has answered. */
const ready = async (...items: readonly (typeof run)[]) => {
  const element = await open();
  await emit([nodeOf(customers), nodeOf({ ...ITEMS, lastRunAt: undefined })]);
  await runs(element, ...items.map(withNulls));
  return element;
};
const rowOf = (element: Element, pair = 'Account-customer') =>
  find(element, `c-sync-object-row[data-pair="${pair}"]`);
const wish = async (element: Element, name: string, detail: Record<string, unknown> = {}) => {
  const pair = (detail.pair as string | undefined) ?? 'Account-customer';
  rowOf(element, pair).dispatchEvent(new CustomEvent(name, { detail: { pair, ...detail } }));
  await settle();
};
const announced = (element: Element) => textOf(shown(element, 'announcement'));

describe('c-sage-objects', () => {
  beforeEach(() => {
    jest.clearAllMocks();
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  describe('what it shows', () => {
    it('when nothing has come, then it is loading and asks the service nothing', async () => {
      const element = await open();
      expect(byId(element, 'loading')).toBeDefined();
      expect(flowsOf(element)).toHaveLength(0);
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when no company is set up, then it leads to the set-up', async () => {
      const element = await open();
      await emit([], []);
      expect(textOf(shown(element, 'empty'))).toContain('No Sage company is set up yet');
      shown(element, 'open-set-up').click();
      expect(flowsOf(element)).toHaveLength(0);
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when the user may not see the records, then it says whom to ask, and asks the service nothing', async () => {
      const element = await open();
      wire.emitErrors([{ message: "Field 'Sync_Object__c' in type 'RecordQuery' is undefined" }]);
      await settle();
      expect(textOf(shown(element, 'no-access'))).toContain('Ledger Bridge Admin');
      expect(flowsOf(element)).toHaveLength(0);
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when the user may not use the credential, then it says the same', async () => {
      const element = await open();
      await emit([nodeOf(customers)]);
      await reply(element, 'Sage_List_Syncs', {
        outcome: 'FAULT',
        faultMessage: "We couldn't access the credential(s)."
      });
      expect(byId(element, 'no-access')).toBeDefined();
    });

    it('when the records cannot be read, then the reason is shown', async () => {
      const element = await open();
      wire.emitErrors([{ message: 'The server is busy.' }]);
      await settle();
      expect(textOf(shown(element, 'error-panel'))).toContain('The server is busy.');
    });

    it('when records and runs have come, then every pair has a row, with what is not set up', async () => {
      const element = await ready(run);
      expect(textOf(shown(element, 'summary'))).toBe('Company ABC: 1 of 13 switched on, 0 running');
      expect(element.shadowRoot?.querySelectorAll('c-sync-object-row')).toHaveLength(13);
      expect(textOf(rowOf(element))).toContain('1,204 looked at');
      expect(textOf(rowOf(element, 'Contact-contact'))).toContain('Sets it up with the usual settings');
      expect(byId(element, 'freshness')).toBeDefined();
      expect(await findAxeViolations(element)).toEqual([]);
    });

    it('when mappings and the zone of Sage are told, then rows say so', async () => {
      const element = await ready(run);
      await reply(element, 'Sage_List_Mappings', {
        answerJson:
          '{"mappings":[{"pair":"Account-customer","version":3},{"pair":"Product2-item","version":0}]}'
      });
      const prerequisites = [
        { name: 'timeZone', finding: 'At the Sage server, in America/Chicago, it is noon.' }
      ];
      await reply(element, 'Sage_Get_Status', { answerJson: JSON.stringify({ prerequisites }) });
      expect(textOf(rowOf(element))).toContain('Mapping version 3');
      expect(textOf(rowOf(element, 'Product2-item'))).toContain('Mapping of the package');
      expect(textOf(shown(element, 'clock'))).toContain('America/Chicago');
    });

    it('when the service is away, then the records stay with what they know, and it can be asked again', async () => {
      const element = await open();
      await emit([nodeOf(customers)]);
      await reply(element, 'Sage_List_Syncs', { clientProblemJson: JSON.stringify(problem) });
      expect(shown(element, 'error-panel').dataset.code).toBe('LB788');
      expect(textOf(rowOf(element))).toContain('12 records looked at');
      shown(element, 'error-panel').dispatchEvent(new CustomEvent('retry'));
      await settle();
      await runs(element, run);
      expect(byId(element, 'error-panel')).toBeUndefined();
      expect(refresh).toHaveBeenCalled();
    });

    it('when a pair ran long ago, then its own last run is asked for', async () => {
      const element = await open();
      await emit([nodeOf(customers)]);
      await runs(element);
      expect(inputsOf(flowOf(element, 'Sage_List_Syncs'))).toEqual({ pair: 'Account-customer', pageSize: 1 });
      await runs(element, withNulls(run));
      expect(textOf(rowOf(element))).toContain('1,204 looked at');
    });
  });

  describe('what it does', () => {
    it('when a pair is set up, then its record is made, switched off', async () => {
      const element = await ready(run);
      await wish(element, 'setuppair', { pair: 'Contact-contact' });
      expect(createRecord).toHaveBeenCalledWith({
        apiName: 'Sync_Object__c',
        fields: expect.objectContaining({ Sync_Key__c: 'ABC:Contact-contact', Active__c: false }) as unknown
      });
      expect(refresh).toHaveBeenCalledTimes(1);
      expect(announced(element)).toBe('Contacts: set up, switched off.');
    });

    it('when a pair is switched on, then the dialog asks first', async () => {
      jest.mocked(SyncObjectSwitch.open).mockResolvedValueOnce(4000);
      const element = await ready({ ...goingOn, pair: 'Product2-item', runId: 9 });
      await runs(element, withNulls(run));
      await wish(element, 'switchpair', { pair: 'Product2-item', on: true });
      expect(SyncObjectSwitch.open).toHaveBeenCalledTimes(1);
      expect(updateRecord).not.toHaveBeenCalled();
      expect(announced(element)).toBe('Products and Items: switched on.');
      expect(byId(rowOf(element, 'Product2-item'), 'bar')?.getAttribute('aria-valuenow')).toBe('30');
    });

    it('when the dialog is left, then nothing happens', async () => {
      jest.mocked(SyncObjectSwitch.open).mockResolvedValueOnce(undefined);
      const element = await ready(run);
      await wish(element, 'switchpair', { pair: 'Product2-item', on: true });
      expect(refresh).not.toHaveBeenCalled();
      expect(announced(element)).toBe('');
    });

    it('when a pair is switched off, then that is done at once; what goes wrong stands at its row and can be done again', async () => {
      jest.mocked(updateRecord).mockRejectedValueOnce({ body: { message: 'Locked.' } });
      const element = await ready(run);
      await wish(element, 'switchpair', { on: false });
      expect(textOf(rowOf(element))).toContain('Locked.');
      await wish(element, 'retrypair');
      expect(updateRecord).toHaveBeenLastCalledWith({ fields: { Id: customers.id, Active__c: false } });
      expect(byId(rowOf(element), 'trouble')).toBeUndefined();
    });

    it('when the settings were saved, then the records are read again', async () => {
      jest.mocked(SyncObjectForm.open).mockResolvedValueOnce(true);
      const element = await ready(run);
      await wish(element, 'editpair');
      expect(refresh).toHaveBeenCalledTimes(1);
      expect(announced(element)).toBe('Accounts and Customers: saved.');
    });

    it('when a run is started, then it is looked at until it ends, and its end is told', async () => {
      const element = await ready(run);
      await wish(element, 'startpair', { mode: 'full' });
      expect(inputsOf(flowOf(element, 'Sage_Start_Sync'))).toEqual({
        pair: 'Account-customer',
        mode: 'full'
      });
      await reply(element, 'Sage_Estimate_Sync', {
        records: 4000,
        linked: 0,
        apiRequests: 1,
        storageMegabytes: 1
      });
      await reply(element, 'Sage_Start_Sync', { started: 1, alreadyRunning: 0, runIds: '8' });
      expect(announced(element)).toBe('Accounts and Customers: started.');
      jest.useFakeTimers();
      await runs(element, withNulls({ ...goingOn, runId: 8 }));
      expect(textOf(shown(element, 'summary'))).toContain('1 running');
      expect(byId(rowOf(element), 'bar')?.getAttribute('aria-valuenow')).toBe('30');
      jest.advanceTimersByTime(4_000);
      await settle();
      await runs(element, withNulls({ ...run, runId: 8 }));
      expect(announced(element)).toContain('The run of Accounts and Customers has ended: 1,204 looked at');
      expect(refresh).toHaveBeenCalledTimes(1);
      jest.advanceTimersByTime(120_000);
      await settle();
      expect(flowsOf(element).map(({ flowApiName }) => flowApiName)).not.toContain('Sage_List_Syncs');
    });

    it('when the service refuses to start, then its row says why', async () => {
      const element = await ready(run);
      await wish(element, 'startpair', { mode: 'changes' });
      await reply(element, 'Sage_Start_Sync', { clientProblemJson: JSON.stringify(problem) });
      expect(textOf(rowOf(element))).toContain('The object is not switched on.');
    });

    it('when a run is stopped, then the service is asked to, by its number', async () => {
      const element = await ready(goingOn);
      await wish(element, 'stoppair');
      expect(inputsOf(flowOf(element, 'Sage_Stop_Sync'))).toEqual({ runId: 7 });
      await reply(element, 'Sage_Stop_Sync', {
        answerJson: JSON.stringify(withNulls({ ...goingOn, stopRequested: true }))
      });
      await runs(element, withNulls({ ...goingOn, stopRequested: true }));
      expect(announced(element)).toBe('Accounts and Customers: stops after the page it is at.');
      expect(textOf(rowOf(element))).toContain('Stopping');
    });

    it('when all are started, then the numbers are told, or why not', async () => {
      const element = await ready(run);
      const start = () =>
        shown(element, 'start-all').dispatchEvent(
          new CustomEvent('select', { detail: { value: 'reconcile' } })
        );
      start();
      await settle();
      expect(inputsOf(flowOf(element, 'Sage_Start_Sync'))).toEqual({ pair: 'all', mode: 'reconcile' });
      await reply(element, 'Sage_Start_Sync', { started: 1, alreadyRunning: 2, runIds: '8' });
      expect(announced(element)).toBe('1 runs started, 2 were running.');
      start();
      await settle();
      await reply(element, 'Sage_Start_Sync', { clientProblemJson: JSON.stringify(problem) });
      expect(textOf(shown(element, 'error-panel'))).toContain('not switched on');
    });
  });
});
