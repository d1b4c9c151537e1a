/** Answers of the service, as `getActivity`, `listSyncs` and `getSync` give them. */
export const NOW = '2026-11-22T12:00:00.000Z';

const lane = (name: string, figures: object = {}) => ({
  ...{ lane: name, ready: 0, later: 0, waiting: 0, active: 0, dead: 0, oldestSince: null },
  ...figures
});
const gate = (name: string) => ({ name, open: true, closedSince: null, because: null });
const present = (system: string, outages: readonly object[] = [], upPercent = 100) => ({
  ...{ system, since: '2026-11-22T06:00:00.000Z', upPercent, outages }
});

export const WELL = {
  asOf: NOW,
  lanes: [lane('record-in-step'), lane('sync-run')],
  gates: [gate('sage-reading'), gate('sage-writing'), gate('salesforce')],
  requests: {
    ...{ used: 12_000, limit: 100_000, reserve: 10_000, heldUntil: null },
    forecast: { at: '2026-11-23T05:00:00.000Z', used: 30_000, perHour: 1_059, usedUpAt: null }
  },
  streams: [
    {
      ...{ channel: '/data/AccountChangeEvent', state: 'open', lastSignAt: NOW },
      ...{ events: 4, reopened: 0, because: null }
    }
  ],
  alerts: [],
  availability: [present('sage'), present('salesforce', [], 99.5)]
};

const alert = (topic: string, severity: string, subject: string) => ({
  ...{ topic, severity, subject, detail: 'Why.', since: NOW, occurrences: 1, runbook: 'docs/runbooks.md' }
});

/** Sage is away, a pair failed, jobs are dead, and the requests will not last. */
export const TROUBLED = {
  ...WELL,
  lanes: [lane('sales-order-out', { ready: 7, dead: 2, oldestSince: '2026-11-22T11:00:00.000Z' })],
  gates: [
    {
      ...{ name: 'sage-reading', open: false, closedSince: '2026-11-22T11:30:00.000Z' },
      because: { code: 'LB301', title: 'Sage cannot be reached', action: 'Start it.' }
    },
    gate('salesforce')
  ],
  requests: {
    ...{ used: 80_000, limit: 100_000, reserve: 10_000, heldUntil: '2026-11-22T13:00:00.000Z' },
    forecast: {
      ...{ at: '2026-11-23T05:00:00.000Z', used: 130_000, perHour: 3_000 },
      usedUpAt: '2026-11-22T15:20:00.000Z'
    }
  },
  streams: WELL.streams.map((stream) => ({ ...stream, state: 'waiting', because: 'LB711' })),
  alerts: [
    alert('sage-unreachable', 'error', 'Sage cannot be reached'),
    alert('sync-failed:Account-customer', 'error', 'Account-customer: Records were not brought in step'),
    alert('salesforce-limit', 'warning', 'Requests to Salesforce are held back for a limit')
  ],
  availability: [
    present('sage', [{ from: '2026-11-22T11:30:00.000Z', to: null, because: 'LB301' }], 91.67),
    present('salesforce', [
      { from: '2026-11-22T07:00:00.000Z', to: '2026-11-22T07:05:00.000Z', because: null }
    ])
  ]
};

const counts = { read: 50, created: 3, updated: 40, unchanged: 5, skipped: 1, failed: 1 };
export const RUN = {
  ...{ runId: 17, pair: 'Account-customer', label: 'Customers', mode: 'changes', trigger: 'schedule' },
  ...{ state: 'failed', stopRequested: false, mappingVersion: 4, counts, causes: { LB420: 1 } },
  ...{ startedAt: '2026-11-22T11:00:00.000Z', lastSignAt: NOW, finishedAt: '2026-11-22T11:01:00.000Z' },
  ...{ watermarkBefore: '2026-11-21 10:00', watermarkAfter: '2026-11-22 10:00' },
  reason: 'LB420 Sage refused it.'
};
export const RUNS = { items: [RUN], asOf: NOW };
export const NO_RUNS = { items: [], asOf: NOW };

const node = (fields: Readonly<Record<string, unknown>>) => ({
  node: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, name === 'Id' ? value : { value }])
  )
});
const line = (Started_At__c: string, Trigger__c: string, failed: number) =>
  node({
    ...{ Id: 'a01', Started_At__c, Trigger__c },
    ...{ Records_Created__c: 10, Records_Updated__c: 20, Records_Failed__c: failed }
  });
const failure = (Code__c: string, Title__c: string) =>
  node({ Id: 'a02', Code__c, Title__c, First_Failed_At__c: '2026-11-20T08:00:00.000Z' });

/** What GraphQL gives; the line that a run brought stands for records that the run's own line counts. */
export const BUSY_LINES = {
  uiapi: {
    query: {
      Sync_Log__c: {
        edges: [
          line('2026-11-22T11:10:00.000Z', 'schedule', 2),
          line('2026-11-22T09:10:00.000Z', 'event', 0),
          line('2026-11-22T09:10:00.000Z', 'run', 0)
        ],
        pageInfo: { hasNextPage: true }
      },
      Sync_Failure__c: {
        edges: [failure('LB420', 'Refused'), failure('LB501', 'Locked'), failure('LB501', 'Locked')]
      }
    }
  }
};
export const NO_LINES = {
  uiapi: {
    query: {
      Sync_Log__c: { edges: [], pageInfo: { hasNextPage: false } },
      Sync_Failure__c: { edges: [] }
    }
  }
};
