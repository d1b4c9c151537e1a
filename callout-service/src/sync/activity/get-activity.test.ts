import { DateTime } from 'luxon';
import { afterEach, describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { StoreOutlook } from '../../inquiry/store-watch.ts';
import type { SubscriptionState } from '../../salesforce/port/salesforce-events.ts';
import type { SalesforceState } from '../../salesforce/port/salesforce.ts';
import type { GateState } from '../gates/gate-state.ts';
import { activitySchema } from './activity-schema.ts';
import { watchActivity, type ActivityWatch } from './activity-watch.ts';
import { createActivityInquiry, type ActivityParts } from './get-activity.ts';

const NOW = DateTime.fromISO('2026-11-22T12:00:00.000Z', { zone: 'utc' }) as DateTime<true>;
const salesforce: SalesforceState = {
  reachable: true,
  lastFailure: undefined,
  user: 'integration@ledger-bridge.example',
  instanceUrl: undefined,
  requests: { used: 40_000, limit: 100_000 },
  heldUntil: undefined
};
const stream: SubscriptionState = {
  state: 'open',
  lastSignAt: '2026-11-22T11:59:00.000Z',
  lastFailure: undefined,
  reopened: 1,
  events: 7,
  gaps: 0
};
const open = (name: string): GateState => ({ name, open: true, closedSince: undefined, because: undefined });
const closed: GateState = {
  name: 'sage-reading',
  open: false,
  closedSince: '2026-11-22T11:30:00.000Z',
  because: 'LB301'
};
const outlook: StoreOutlook = {
  state: 'reachable',
  condition: { engine: 'sqlite', databaseVersion: '3', schemaVersion: '1', sizeMegabytes: 1 },
  lanes: [
    { lane: 'record-in-step', waiting: 1, due: 2, later: 3, active: 4, dead: 5, oldestDueAt: NOW.toISO() }
  ]
};

const parts: ActivityParts = {
  store: { current: () => Promise.resolve(outlook) },
  gates: () => [open('sage-reading'), open('salesforce')],
  salesforce: () => salesforce,
  streams: () => [{ channel: '/data/AccountChangeEvent', state: stream }],
  openAlerts: () => Promise.resolve([]),
  watch: () => undefined,
  apiReservePercent: 10,
  timeZone: 'America/New_York',
  clock: () => NOW
};
const ask = async (changed: Partial<ActivityParts> = {}) =>
  activitySchema.parse(await createActivityInquiry({ ...parts, ...changed })());

describe('getActivity', () => {
  it('when all is well, then lanes, gates, requests and streams stand as they are', async () => {
    expect(await ask()).toEqual({
      asOf: '2026-11-22T12:00:00.000Z',
      lanes: [
        {
          ...{ lane: 'record-in-step', ready: 2, later: 3, waiting: 1, active: 4, dead: 5 },
          oldestSince: '2026-11-22T12:00:00.000Z'
        }
      ],
      gates: ['sage-reading', 'salesforce'].map((name) => ({
        ...{ name, open: true, closedSince: null, because: null }
      })),
      requests: { used: 40_000, limit: 100_000, reserve: 10_000, heldUntil: null, forecast: null },
      streams: [
        {
          ...{ channel: '/data/AccountChangeEvent', state: 'open', lastSignAt: stream.lastSignAt },
          ...{ events: 7, reopened: 1, because: null }
        }
      ],
      alerts: [],
      availability: []
    });
  });

  it('when Sage is down and a stream waits, then each says since when and why', async () => {
    const lastFailure = new LedgerBridgeError('LB711', { detail: 'It fell silent.' });
    const found = await ask({
      gates: () => [closed],
      streams: () => [
        { channel: '/data/ContactChangeEvent', state: { ...stream, state: 'waiting', lastFailure } }
      ]
    });
    expect(found.gates).toMatchObject([{ closedSince: closed.closedSince, because: { code: 'LB301' } }]);
    expect(found.streams).toMatchObject([{ state: 'waiting', because: 'LB711' }]);
  });

  it('when there are alerts, then the worst comes first, in the words of its topic', async () => {
    const alert = {
      detail: 'Why.',
      since: NOW.toISO(),
      lastSeenAt: NOW.toISO(),
      occurrences: 2,
      toldAt: undefined
    };
    const { alerts } = await ask({
      openAlerts: () =>
        Promise.resolve([
          { ...alert, topic: 'salesforce-limit' },
          { ...alert, topic: 'sync-failed:Account-customer' }
        ])
    });
    expect(alerts.map(({ topic, severity }) => `${topic} ${severity}`)).toEqual([
      'sync-failed:Account-customer error',
      'salesforce-limit warning'
    ]);
    expect(alerts[0]?.subject).toBe('Account-customer: Records were not brought in step');
    expect(alerts[0]?.runbook).toBe('docs/runbooks.md#sync-failed');
  });

  it('when the requests were watched, then the forecast is for the end of the day at the Sage server', async () => {
    const samples = [
      { at: NOW.minus({ hours: 1 }).toMillis(), used: 38_000 },
      { at: NOW.toMillis(), used: 40_000 }
    ];
    const watch = () => ({ samples: () => samples, availability: () => ({ sage: view, salesforce: view }) });
    const view = { since: NOW.toISO(), outages: [], upPercent: 100 };
    const { requests, availability } = await ask({ watch });
    expect(requests?.forecast).toMatchObject({
      at: '2026-11-23T04:59:59.999Z',
      used: 74_000,
      perHour: 2_000
    });
    expect(availability.map(({ system }) => system)).toEqual(['sage', 'salesforce']);
  });

  it('when the store cannot be read, then it fails with the reason', async () => {
    const reason = new LedgerBridgeError('LB602', { detail: 'away' });
    const store = { current: () => Promise.resolve({ state: 'unreachable', reason } as const) };
    await expect(ask({ store })).rejects.toBe(reason);
  });
});

describe('the watch over both systems', () => {
  const watches: ActivityWatch[] = [];
  afterEach(() => Promise.all(watches.splice(0).map((watch) => watch.close())));
  const soon = { timeout: 5_000, interval: 5 };

  it('when no job has met an outage of Sage, then its probe finds it and its end', async () => {
    let failure: LedgerBridgeError | undefined = new LedgerBridgeError('LB301', { detail: 'down' });
    let now = NOW;
    const probe = { connected: true, roundTripMs: 1 };
    const watch = watchActivity({
      gates: parts.gates,
      sage: { reader: { probe: () => (failure ? Promise.reject(failure) : Promise.resolve(probe)) } },
      salesforce: { state: () => salesforce },
      clock: () => now,
      lookEveryMs: 5
    });
    watches.push(watch);
    const outages = () => watch.availability().sage.outages;
    await expect.poll(outages, soon).toMatchObject([{ to: undefined, because: 'LB301' }]);
    failure = undefined;
    now = now.plus({ minutes: 5 });
    await expect.poll(() => outages()[0]?.to, soon).toBe('2026-11-22T12:05:00.000Z');
    expect(watch.availability().salesforce.outages).toEqual([]);
    expect(watch.samples().map(({ used }) => used)).toEqual([40_000, 40_000]);
  });

  it('when a gate is closed, then Sage is not asked besides, and the gate says since when', async () => {
    let asked = 0;
    const watch = watchActivity({
      gates: () => [closed],
      sage: { reader: { probe: () => Promise.reject(new Error(`asked ${(asked += 1)}`)) } },
      salesforce: { state: () => ({ ...salesforce, requests: undefined }) },
      clock: () => NOW
    });
    watches.push(watch);
    await expect.poll(() => watch.availability().sage.outages, soon).toHaveLength(1);
    expect([asked, watch.samples()]).toEqual([0, []]);
  });
});
