import { LedgerBridgeError } from '../../errors/ledger-bridge-error.ts';
import { fitting } from '../../inquiry/fitting.ts';
import type { Store } from '../../store/port/store.ts';
import type { Clock } from '../../telemetry/clock.ts';
import { causesOf } from './causes-of-dead-letters.ts';
import type { DeadLetterPage } from './dead-letter-schemas.ts';
import { summarizeDeadLetter } from './summarize-dead-letter.ts';

export interface DeadLetterListRequest {
  readonly lane?: string | undefined;
  readonly code?: string | undefined;
  readonly key?: string | undefined;
  /** Stands in the key or in the content. */
  readonly text?: string | undefined;
  /** ISO 8601 in UTC: handed over then or later. */
  readonly since?: string | undefined;
  /** Handed over before then. */
  readonly until?: string | undefined;
  readonly pageSize: number;
  /** From `nextCursor` of the page before. */
  readonly cursor?: string | undefined;
}

/** Causes stand beside them. */
const MOST_CHARACTERS_OF_ITEMS = 60_000;

/** Makes the list of dead letters. Rejects with LB108 for a cursor that is none of it, and LB60x. */
export function createDeadLetterList({
  store,
  clock
}: {
  readonly store: Pick<Store, 'jobs'>;
  readonly clock: Clock;
}): (request: DeadLetterListRequest) => Promise<DeadLetterPage> {
  return async ({ code, pageSize, cursor, ...chosen }) => {
    const filter = filterOf(chosen);
    // One more than are shown tells whether more follow.
    const found = await store.jobs.list({
      ...filter,
      states: ['dead'],
      ...(code !== undefined && { errorCode: code }),
      after: readCursor(cursor),
      limit: pageSize + 1
    });
    const histories = await Promise.all(found.slice(0, pageSize).map(({ id }) => store.jobs.find(id)));
    const described = histories.filter((job) => job !== undefined).map(summarizeDeadLetter);
    const items = fitting(described, MOST_CHARACTERS_OF_ITEMS);
    const last = items.at(-1);
    const more = found.length > pageSize || items.length < described.length;
    const [lanes, causes] = [await store.jobs.statistics(), causesOf(await store.jobs.deadCounts(filter))];
    return {
      counts: lanes.filter(({ dead }) => dead > 0).map((each) => ({ lane: each.lane, dead: each.dead })),
      causes,
      items,
      ...(more && last && { nextCursor: writeCursor(last.jobId) }),
      asOf: clock().toISO()
    };
  };
}

function filterOf({
  lane,
  key,
  text,
  since,
  until
}: Omit<DeadLetterListRequest, 'pageSize' | 'cursor' | 'code'>) {
  return {
    ...(lane !== undefined && { lane }),
    ...(key !== undefined && { key }),
    ...(text !== undefined && { text }),
    ...(since !== undefined && { enqueuedFrom: since }),
    ...(until !== undefined && { enqueuedBefore: until })
  };
}

const PREFIX = 'deadLetters ';

function writeCursor(jobId: number): string {
  return Buffer.from(`${PREFIX}${jobId}`).toString('base64url');
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const id = /^deadLetters (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (id !== undefined) return Number(id);
  throw new LedgerBridgeError('LB108', { detail: 'The cursor of the request is not one of this list.' });
}
