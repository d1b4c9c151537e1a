import { describe, expect, it } from 'vitest';
import type { WritingConfiguration } from '../../config/writing.ts';
import type { WriterState } from '../../sage/port/sage-writer.ts';
import { describeWriting } from './writing-prerequisites.ts';

const ready: WriterState = {
  bridge: 'ready',
  pausedSince: null,
  waiting: 0,
  bridgeName: 'powershell 5.1 (32-bit)',
  lastFailure: null
};
const writing: WritingConfiguration = {
  homeDirectory: 'C:\\Sage\\MAS90\\Home',
  command: 'powershell.exe',
  arguments: [],
  user: undefined,
  startTimeoutMs: 1,
  sessionTimeoutMs: 1,
  operationTimeoutMs: 1,
  silenceTimeoutMs: 1,
  closeGraceMs: 1,
  recycleAfterHours: 1,
  recycleAfterOperations: 1,
  closeWhenIdleMinutes: 1,
  maxWaiting: 1,
  settleMs: 1,
  orderRequestKeyField: 'UDF_SALESFORCE_ID',
  customerRequestKeyField: 'UDF_REQUEST_KEY',
  cashReceipts: undefined
};

/** What is said of writing where the fields have these lengths. */
async function describeWith(
  state: Partial<WriterState> = {},
  lengths: Record<string, number> = {},
  changes: Partial<WritingConfiguration> = {}
) {
  const all = await describeWriting({
    writing: { ...writing, ...changes },
    state: { ...ready, ...state },
    sageAnswers: true,
    catalogue: {
      describe: (name) => {
        const length = lengths[name] ?? 40;
        const field = { kind: 'text', length, userDefined: true, required: false } as const;
        const columns = ['UDF_SALESFORCE_ID', 'UDF_REQUEST_KEY'].map((each) => ({ ...field, name: each }));
        return Promise.resolve({ name, key: [], columns: length === 0 ? [] : columns });
      }
    }
  });
  return new Map(all.map((prerequisite) => [prerequisite.name, prerequisite]));
}

describe('writing, in the status', () => {
  it('when all is as it should be, then each prerequisite is ok', async () => {
    const all = await describeWith();
    expect([...all.values()].map(({ name, state }) => `${name} ${state}`)).toEqual([
      'writing ok',
      'bridge ok',
      'orderRequestKey ok',
      'customerRequestKey ok',
      'cashReceipts ok'
    ]);
  });

  it.each([
    [
      'writing',
      { pausedSince: '2026-11-22T05:00:00.000Z', waiting: 3 },
      {},
      {},
      'warning',
      '3 record(s) wait'
    ],
    ['bridge', { bridge: 'failed', lastFailure: 'LB514' }, {}, {}, 'failed', 'LB514'],
    ['bridge', { lastFailure: 'LB512' }, {}, {}, 'warning', 'LB512'],
    ['orderRequestKey', {}, { SO_SalesOrderHeader: 18 }, {}, 'failed', 'holds 18 characters'],
    ['orderRequestKey', {}, { SO_SalesOrderHistoryHeader: 0 }, {}, 'failed', 'has no UDF_SALESFORCE_ID'],
    ['customerRequestKey', {}, { AR_Customer: 0 }, {}, 'failed', 'AR_Customer has no UDF_REQUEST_KEY'],
    [
      'orderRequestKey',
      {},
      {},
      { orderRequestKeyField: undefined },
      'warning',
      'SAGE_ORDER_REQUEST_KEY_FIELD'
    ]
  ] as const)(
    'when there is something wrong with %s (%j, %j, %j), then it is told with cause and fix',
    async (name, state, lengths, changes, worse, finding) => {
      const prerequisite = (await describeWith(state, lengths, changes)).get(name);
      expect(prerequisite).toMatchObject({ state: worse });
      expect(prerequisite?.finding).toContain(finding);
      expect([prerequisite?.cause, prerequisite?.fix]).not.toContain(undefined);
    }
  );
});
