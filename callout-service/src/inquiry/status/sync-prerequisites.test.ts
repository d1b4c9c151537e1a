import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import type { SubscriptionState } from '../../salesforce/port/salesforce-events.ts';
import type { SalesforceState } from '../../salesforce/port/salesforce.ts';
import type { LaneStatistics } from '../../store/port/jobs.ts';
import { putAlertFigures } from '../../telemetry/alert-metrics.ts';
import type { StoreOutlook } from '../store-watch.ts';
import { describeSalesforceWay } from './salesforce-prerequisites.ts';
import { describeSync } from './sync-prerequisites.ts';

const good: SalesforceState = {
  reachable: true,
  lastFailure: undefined,
  user: 'integration@ledger-bridge.example',
  instanceUrl: 'https://org.example',
  requests: { used: 900, limit: 1_000 },
  heldUntil: undefined
};
const open: SubscriptionState = {
  state: 'open',
  lastSignAt: undefined,
  lastFailure: undefined,
  reopened: 0,
  events: 0,
  gaps: 0
};

function salesforce(state: Partial<SalesforceState> = {}, stream: SubscriptionState | undefined = open) {
  const found = describeSalesforceWay({
    configuration: { loginUrl: 'https://login.example', apiReservePercent: 10 },
    state: () => ({ ...good, ...state }),
    orderRequests: () => stream,
    changeEvents: () => [{ channel: '/data/AccountChangeEvent', state: stream }]
  });
  return new Map(found.map((each) => [each.name, each]));
}

describe('the way to Salesforce', () => {
  it('when it is not set up, then that is in order, and says so', () => {
    expect(describeSalesforceWay(undefined)).toMatchObject([{ name: 'salesforce', state: 'ok' }]);
  });

  it('when all is well, then it says as whom, what is left, and that the stream is open', () => {
    const found = salesforce();
    expect([...found.values()].map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(found.get('salesforce')?.finding).toContain('integration@ledger-bridge.example');
    expect(found.get('salesforceRequests')?.finding).toContain('100 of 1000');
  });

  it('when something is wrong, then each has its cause and fix', () => {
    const lastFailure = new LedgerBridgeError('LB702', { detail: 'user is not admin approved' });
    const interrupted = new LedgerBridgeError('LB711', { detail: 'It fell silent.' });
    const found = salesforce(
      { reachable: false, lastFailure, heldUntil: '2026-11-22T13:00:00.000Z' },
      { ...open, state: 'waiting', lastFailure: interrupted }
    );
    expect(found.get('salesforce')).toMatchObject({ state: 'failed' });
    expect(found.get('salesforce')?.fix).toContain('SALESFORCE_CLIENT_ID');
    expect(found.get('salesforceRequests')).toMatchObject({ state: 'warning' });
    expect(found.get('orderRequests')).toMatchObject({ state: 'warning' });
    for (const { cause, fix } of found.values()) expect([cause, fix]).not.toContain(undefined);
  });
});

const lane: LaneStatistics = {
  lane: 'sales-order-out',
  waiting: 0,
  due: 0,
  later: 0,
  active: 0,
  dead: 0,
  oldestDueAt: undefined
};
function outlook(...lanes: LaneStatistics[]): StoreOutlook {
  const condition = {
    engine: 'sqlite',
    databaseVersion: '3',
    schemaVersion: '003',
    sizeMegabytes: 1
  } as const;
  return { state: 'reachable', condition, lanes };
}
const mail = { smtpUrl: 'smtp://mail.example', from: 'bridge@example.org', to: ['ops@example.org'] };
const calm = {
  gates: () => [{ name: 'sage-reading', open: true, closedSince: undefined, because: undefined }],
  openAlerts: () => Promise.resolve([])
};

describe('how records move', () => {
  it('when all is well, then gates, dead letters, alerts and mail are in order', async () => {
    const found = await describeSync(calm, outlook(lane), mail);
    expect(found.map(({ name, state }) => [name, state])).toEqual([
      ['gates', 'ok'],
      ['deadLetters', 'ok'],
      ['alerts', 'ok'],
      ['alertMail', 'ok']
    ]);
    expect(await describeSync(undefined, outlook(), mail)).toEqual([]);
  });

  it('when something is wrong, then each says what, why and what to do', async () => {
    const troubled = {
      gates: () => [
        { name: 'sage-reading', open: false, closedSince: '2026-11-22T12:00Z', because: 'LB301' }
      ],
      openAlerts: () => Promise.reject(new Error('away'))
    };
    const dead = [
      { ...lane, dead: 2 },
      { ...lane, lane: 'alert-mail', dead: 1 }
    ];
    const found = await describeSync(troubled, outlook(...dead), mail);
    expect(found.map(({ state }) => state)).toEqual(['warning', 'warning', 'warning', 'failed']);
    expect(found[0]?.finding).toContain('sage-reading since 2026-11-22T12:00Z (LB301)');
    expect(found[1]?.finding).toContain('2 of sales-order-out');
    expect(found[1]?.finding).not.toContain('alert-mail');
    expect(found[3]?.finding).toContain('1 of alert-mail');
    for (const { fix } of found) expect(fix).toBeDefined();
  });
});

describe('metrics of gates and alerts', () => {
  it('when they are scraped, then they are as of now, and no scrape fails for the store', async () => {
    const registry = new Registry();
    let topics: readonly string[] | undefined = ['dead-letters'];
    let isOpen = false;
    putAlertFigures(registry, {
      gates: () => [{ name: 'salesforce', open: isOpen }],
      openTopics: () => (topics === undefined ? Promise.reject(new Error('away')) : Promise.resolve(topics))
    });
    const before = await registry.metrics();
    expect(before).toContain('gate_open{gate="salesforce"} 0');
    expect(before).toContain('alert_open{topic="dead-letters"} 1');
    [topics, isOpen] = [undefined, true];
    const after = await registry.metrics();
    expect(after).toContain('gate_open{gate="salesforce"} 1');
    expect(after).not.toContain('alert_open{');
  });
});
