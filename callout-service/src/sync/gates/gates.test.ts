import { afterEach, describe, expect, it } from 'vitest';
import { createFakeSage, type FakeSage } from '../../../test-support/fake-sage.ts';
import type { Alarm } from '../../alerts/alert-notice.ts';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { JobHandler } from '../../jobs/handler.ts';
import type { SalesforceState } from '../../salesforce/port/salesforce.ts';
import type { WriterState } from '../../sage/port/sage-writer.ts';
import type { ClaimedJob } from '../../store/port/job.ts';
import type { Store } from '../../store/port/store.ts';
import { systemClock } from '../../telemetry/clock.ts';
import { createLogger } from '../../telemetry/logger.ts';
import { createSageGate } from './sage-gate.ts';
import { createSalesforceGate } from './salesforce-gate.ts';
import { watched } from './watched.ts';

const logger = createLogger({ level: 'silent', secrets: [] });
const pauses = { baseMs: 5, ceilingMs: 20 };
const open: { close(): void }[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
});

/** Writes down what people are told. */
function notingAlarm(): Alarm & { readonly words: string[] } {
  const words: string[] = [];
  return {
    words,
    raise: (topic, detail) => Promise.resolve(void words.push(`raise ${topic}: ${detail.split('\n')[0]}`)),
    clear: (topic) => Promise.resolve(void words.push(`clear ${topic}`))
  };
}

function fakeWriter() {
  const state: WriterState = {
    bridge: 'ready',
    pausedSince: null,
    waiting: 0,
    bridgeName: null,
    lastFailure: null
  };
  const writer = {
    failure: undefined as LedgerBridgeError | undefined,
    pausedSince: null as string | null,
    probes: 0,
    state: () => ({ ...state, pausedSince: writer.pausedSince }),
    probe() {
      writer.probes += 1;
      return writer.failure === undefined ? Promise.resolve(writer.state()) : Promise.reject(writer.failure);
    }
  };
  return writer;
}

function sageGate(sage: FakeSage = createFakeSage(), writer = fakeWriter()) {
  const alarm = notingAlarm();
  const gates = createSageGate({ reader: sage, writer, alarm, clock: systemClock, logger, pauses });
  open.push(gates.reading, gates.writing);
  let opened = 0;
  gates.reading.onOpened(() => (opened += 1));
  return { ...gates, alarm, sage, writer, opened: () => opened };
}

const failure = (code: 'LB301' | 'LB302' | 'LB305' | 'LB402' | 'LB514' | 'LB515') =>
  new LedgerBridgeError(code, { detail: 'It did not work.' });

function handlerThat(run: JobHandler['run']): JobHandler {
  return { lane: 'sales-order-out', concurrency: 1, run };
}
const job = {} as ClaimedJob;
const context = { signal: new AbortController().signal, store: {} as Store };

describe('the gate of Sage', () => {
  it('when Sage is away, then it closes at once, tells once, and opens and tells once when Sage is back', async () => {
    const { reading, alarm, sage, opened } = sageGate();
    sage.failure = failure('LB301');
    reading.failed(failure('LB301'));
    reading.failed(failure('LB301'));
    expect(reading.state()).toMatchObject({ open: false, because: 'LB301' });
    await expect.poll(() => alarm.words).toEqual([expect.stringContaining('raise sage-unreachable: LB301')]);
    await new Promise((resolve) => setTimeout(resolve, 60)); // several probes have failed
    expect(opened()).toBe(0);
    sage.failure = undefined;
    await expect.poll(opened).toBe(1);
    expect(reading.state()).toMatchObject({ open: true, closedSince: undefined });
    await expect.poll(() => alarm.words.slice(1)).toEqual(['clear sage-unreachable']);
  });

  it('when it was a hiccup, then it opens with the first probe and nobody is woken', async () => {
    const { reading, alarm, opened } = sageGate();
    reading.failed(failure('LB301'));
    expect(reading.isOpen()).toBe(false);
    await expect.poll(opened).toBe(1);
    expect(alarm.words.filter((word) => word.startsWith('raise'))).toEqual([]);
  });

  it('when single reads are slow, then it stays open; when three in a row are, then it asks for itself', () => {
    const { reading, sage } = sageGate();
    sage.failure = failure('LB302');
    reading.failed(failure('LB302'));
    reading.failed(failure('LB302'));
    reading.succeeded();
    reading.failed(failure('LB302'));
    reading.failed(failure('LB302'));
    expect(reading.isOpen()).toBe(true);
    reading.failed(failure('LB302'));
    expect(reading.isOpen()).toBe(false);
  });

  it('when an order is refused for its own sake, then it stays open', () => {
    const { reading, writing } = sageGate();
    for (let times = 0; times < 10; times += 1) {
      for (const gate of [reading, writing]) gate.failed(failure('LB402'));
    }
    expect([reading.isOpen(), writing.isOpen()]).toEqual([true, true]);
  });

  it('when Sage has no free seat, then only writing waits, and its own topic is told', async () => {
    const { reading, writing, writer, alarm } = sageGate();
    writer.failure = failure('LB515');
    writing.failed(failure('LB515'));
    expect([reading.isOpen(), writing.isOpen()]).toEqual([true, false]);
    await expect.poll(() => alarm.words.join()).toContain('raise sage-writing-failed: LB515');
    writer.failure = undefined;
    await expect.poll(() => writing.isOpen()).toBe(true);
  });

  it('when an operator pauses writing, then it waits without an alert, and goes on when that ends', async () => {
    const { writing, writer, alarm } = sageGate();
    let opened = 0;
    writing.onOpened(() => (opened += 1));
    writer.pausedSince = '2026-11-22T12:00:00.000Z';
    expect(writing.isOpen()).toBe(false);
    expect(writing.state()).toMatchObject({ closedSince: '2026-11-22T12:00:00.000Z', because: 'LB516' });
    writer.pausedSince = null;
    await expect.poll(() => opened).toBe(1);
    expect(alarm.words).toEqual([]);
  });

  it('when an earlier process ended in a trouble, then the first success takes its alert back, once', async () => {
    const { reading, alarm } = sageGate();
    reading.succeeded();
    reading.succeeded();
    await expect.poll(() => alarm.words).toEqual(['clear sage-unreachable']);
  });
});

describe('a watched handler', () => {
  it('when it fails for the way, then the gates of its lane close; when it succeeds, then they hear it', async () => {
    const { reading, writing, sage } = sageGate();
    sage.failure = failure('LB301');
    const handler = watched(
      handlerThat(() => Promise.reject(failure('LB301'))),
      [reading, writing]
    );
    expect(handler.gate?.isOpen()).toBe(true);
    await expect(handler.run(job, context)).rejects.toMatchObject({ code: 'LB301' });
    expect(handler.gate?.isOpen()).toBe(false);
  });

  it.each([
    ['LB305', 'LB301'],
    ['LB514', 'LB513']
  ] as const)('when a login is refused (%s), then the job is not dead for it (%s)', async (code, seen) => {
    const { reading, writing, sage, writer } = sageGate();
    sage.failure = failure('LB305');
    writer.failure = failure('LB514');
    const handler = watched(
      handlerThat(() => Promise.reject(failure(code))),
      [reading, writing]
    );
    const error: unknown = await handler.run(job, context).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: seen, entry: { kind: 'transient' } });
    expect(handler.gate?.isOpen()).toBe(false);
  });
});

describe('the gate of Salesforce', () => {
  const good: SalesforceState = {
    reachable: true,
    lastFailure: undefined,
    user: 'integration@ledger-bridge.example',
    instanceUrl: undefined,
    requests: { used: 90, limit: 100 },
    heldUntil: undefined
  };
  function fakeSalesforce() {
    const listeners = new Set<(state: SalesforceState) => void>();
    const fake = {
      now: good,
      backAfter: Number.POSITIVE_INFINITY,
      state: () => fake.now,
      onChange(listener: (state: SalesforceState) => void) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      become(state: Partial<SalesforceState>) {
        fake.now = { ...fake.now, ...state };
        for (const listener of listeners) listener(fake.now);
      },
      probe() {
        fake.backAfter -= 1;
        if (fake.backAfter <= 0 && !fake.now.reachable) fake.become({ reachable: true });
        return Promise.resolve(fake.now);
      }
    };
    return fake;
  }
  function salesforceGate() {
    const salesforce = fakeSalesforce();
    const alarm = notingAlarm();
    const gate = createSalesforceGate({ salesforce, alarm, clock: systemClock, logger, pauses });
    open.push(gate);
    let opened = 0;
    gate.onOpened(() => (opened += 1));
    return { salesforce, alarm, gate, opened: () => opened };
  }

  it('when Salesforce is away, then it closes, is probed though no job asks, and opens; told once each', async () => {
    const { salesforce, alarm, gate, opened } = salesforceGate();
    await expect.poll(() => alarm.words).toEqual(['clear salesforce-unreachable', 'clear salesforce-limit']);
    const lastFailure = new LedgerBridgeError('LB701', { detail: 'Nobody answers.' });
    salesforce.become({ reachable: false, lastFailure });
    expect(gate.isOpen()).toBe(false);
    expect(gate.state()).toMatchObject({ open: false, because: 'LB701' });
    salesforce.backAfter = 3;
    await expect.poll(opened).toBe(1);
    expect(gate.isOpen()).toBe(true);
    await expect
      .poll(() => alarm.words.slice(2))
      .toEqual([
        'raise salesforce-unreachable: LB701 Salesforce cannot be reached. Nobody answers.',
        'clear salesforce-unreachable'
      ]);
  });

  it('when requests are held back, then it opens by itself when the moment has come', async () => {
    const { salesforce, alarm, gate, opened } = salesforceGate();
    salesforce.become({ heldUntil: new Date(Date.now() + 80).toISOString() });
    expect(gate.isOpen()).toBe(false);
    expect(gate.state()).toMatchObject({ because: 'LB716' });
    await expect.poll(opened).toBe(1);
    expect(gate.isOpen()).toBe(true);
    await expect.poll(() => alarm.words.join()).toContain('raise salesforce-limit: Requests');
  });
});
