import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSageCompany } from '../index.ts';
import type { SageCompany } from '../index.ts';
import type { BoiControlRequest } from './state/boi-control.ts';
import { call, startBridge } from './test-bridge.ts';
import type { TestBridge } from './test-bridge.ts';
import { enterOrder, openKeySteps, openOrderSteps } from './test-order.ts';

let directory: string;
let company: SageCompany;
let bridge: TestBridge;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sage-boi-'));
  company = await startSageCompany({ directory });
});
beforeEach(async () => {
  bridge = startBridge(company.boi);
  await bridge.results(openOrderSteps(company.boi));
});
afterEach(async () => {
  await bridge.kill();
  await company.control.boi({ do: 'reset' });
});
afterAll(async () => {
  await company.close();
  await rm(directory, { recursive: true });
});

const LINE = { ItemCode$: '6655', QuantityOrdered: 1 };

function isOnFile(salesOrderNo: string): Promise<boolean> {
  return company.control.show('SO_SalesOrderHeader', salesOrderNo).then(
    () => true,
    () => false
  );
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not come to that in time');
    await delay(20);
  }
}

describe('a bridge that was told to fail', () => {
  it('when it is to hang, then the n-th call never returns while heartbeats name its step, and a new bridge works', async () => {
    await company.control.boi({ do: 'hang', call: 2 });
    const hanging = bridge.run([
      call('object', 'nClear'),
      call('object', 'nClear'),
      call('object', 'nClear')
    ]);
    const isBusy = () => bridge.heartbeats.filter(({ busy }) => busy?.step === 1).length >= 2;
    expect(await Promise.race([hanging.then(() => 'answered'), until(isBusy).then(() => 'hangs')])).toBe(
      'hangs'
    );
    await bridge.kill();
    expect(await hanging).toBeUndefined();
    const next = startBridge(company.boi);
    expect(await next.run(openOrderSteps(company.boi))).toMatchObject({ type: 'done', stopped: false });
    await next.end();
  });

  it.each([
    ['before-write', false],
    ['after-write', true]
  ] as const)(
    'when it is to die %s, then nothing is answered and the order is on file: %s',
    async (when, isWritten) => {
      const salesOrderNo = await enterOrder(bridge, {}, LINE);
      await company.control.boi({ do: 'die', when });
      expect(await bridge.run([call('object', 'nWrite')])).toBeUndefined();
      expect(await isOnFile(salesOrderNo)).toBe(isWritten);
    }
  );

  it('when it is to die with a late write, then the order comes after its death', async () => {
    const salesOrderNo = await enterOrder(bridge, {}, LINE);
    await company.control.boi({ do: 'die', when: 'late', milliseconds: 500 });
    expect(await bridge.run([call('object', 'nWrite')])).toBeUndefined();
    expect(await isOnFile(salesOrderNo)).toBe(false);
    await until(() => isOnFile(salesOrderNo));
  });

  it.each([
    [0, false],
    [-1, true]
  ] as const)(
    'when it is to answer %d, then it does so once, with that text, and has written: %s',
    async (code, isWritten) => {
      await company.control.boi({ do: 'answer', code, text: 'As it was told.' });
      const salesOrderNo = await enterOrder(bridge, {}, LINE);
      expect((await bridge.results([call('object', 'nWrite')]))[0]).toEqual({
        value: code,
        message: 'As it was told.'
      });
      expect(await isOnFile(salesOrderNo)).toBe(isWritten);
      const again = isWritten
        ? [...openKeySteps(salesOrderNo), call('object', 'nWrite')]
        : [call('object', 'nWrite')];
      expect((await bridge.results(again)).at(-1)).toEqual({ value: 1 });
    }
  );

  it('when it is to be slow, then every call takes that long until it is reset', async () => {
    await company.control.boi({ do: 'slow', milliseconds: 150 });
    const started = performance.now();
    await bridge.results([call('object', 'nClear'), call('object', 'nClear')]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(299);
    await company.control.boi({ do: 'reset' });
    expect((await company.control.boiStatus()).faults).toEqual([]);
  });

  it('when a setting is unknown, then it is refused with those that there are', async () => {
    const order: BoiControlRequest = { do: 'set', name: 'colour', value: 'red' };
    await expect(company.control.boi(order)).rejects.toThrow('there is no setting colour');
  });
});
