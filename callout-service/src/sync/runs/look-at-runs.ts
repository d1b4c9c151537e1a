import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { fitting } from '../../inquiry/fitting.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import type { ObjectPair } from '../pairs/object-pair.ts';
import type { PairName } from '../pairs/pair-names.ts';
import { describeRun } from './describe-run.ts';
import type { SyncRunPage, SyncRunView } from './sync-run-schemas.ts';

export interface RunInquiryParts {
  readonly store: Pick<Store, 'syncRuns'>;
  readonly pairOf: (name: PairName) => ObjectPair;
}

/** Makes the look at one run. Rejects with LB787 when there is none of that number. */
export function createRunInquiry({
  store,
  pairOf
}: RunInquiryParts): (request: { readonly runId: number }) => Promise<SyncRunView> {
  return async ({ runId }) => {
    const run = await store.syncRuns.find(runId);
    const view = run && describeRun(run, pairOf);
    if (view === undefined) throw unknownRun(runId);
    return view;
  };
}

export interface RunListRequest {
  readonly pair?: PairName | undefined;
  readonly pageSize: number;
  readonly cursor?: string | undefined;
}

/** Makes the list of runs, the newest first. Rejects with LB108 for a cursor that is none of it. */
export function createRunList({
  store,
  pairOf,
  clock
}: RunInquiryParts & { readonly clock: Clock }): (request: RunListRequest) => Promise<SyncRunPage> {
  return async ({ pair, pageSize, cursor }) => {
    const before = readCursor(cursor);
    const found = await store.syncRuns.list({
      ...(pair !== undefined && { object: pair }),
      ...(before !== undefined && { before }),
      limit: pageSize + 1
    });
    const shown = found.slice(0, pageSize);
    const items = fitting(shown.map((run) => describeRun(run, pairOf)).filter((view) => view !== undefined));
    const last = items.at(-1)?.runId ?? shown.at(-1)?.id;
    const more = found.length > pageSize || (last !== undefined && last !== shown.at(-1)?.id);
    return {
      items: [...items],
      ...(more && last !== undefined && { nextCursor: writeCursor(last) }),
      asOf: clock().toISO()
    };
  };
}

/** Makes what ends a run after its page; the next start goes on there. Rejects with LB787 when it runs no longer. */
export function createSyncStop({
  store,
  pairOf
}: RunInquiryParts): (request: { readonly runId: number }, operator: string) => Promise<SyncRunView> {
  const look = createRunInquiry({ store, pairOf });
  return async ({ runId }, operator) => {
    if (!(await store.syncRuns.requestStop(runId, operator))) throw unknownRun(runId);
    return look({ runId });
  };
}

const PREFIX = 'syncs ';

function writeCursor(runId: number): string {
  return Buffer.from(`${PREFIX}${runId}`).toString('base64url');
}

function readCursor(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const id = /^syncs (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (id !== undefined) return Number(id);
  throw new LedgerBridgeError('LB108', { detail: 'The cursor of the request is not one of this list.' });
}

function unknownRun(runId: number): LedgerBridgeError {
  return new LedgerBridgeError('LB787', {
    detail: 'There is no run of this number, or it is over.',
    subject: `run ${runId}`
  });
}
