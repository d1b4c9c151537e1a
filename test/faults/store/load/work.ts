import { setTimeout as delay } from 'node:timers/promises';
import { LedgerBridgeError } from '../../../../callout-service/src/errors/ledger-bridge-error.ts';
import type { ClaimedJob } from '../../../../callout-service/src/store/port/job.ts';
import type { EffectNote } from '../effects-ledger.ts';
import { ENTITY, LANE } from '../place.ts';
import { attempt, type Load } from './load.ts';
import { say } from './said.ts';

const CLAIM = 3;
const IDLE_MS = 5;
const RECLAIM_EVERY_MS = 50;

/** One worker: claims, has the effect, completes and mostly claims the next with it; until the load is stopped. */
export async function work(load: Load, worker: string): Promise<void> {
  const { store, settings } = load;
  while (!load.stopped) {
    await attempt(async () => {
      const claimed = await store.jobs.claim({
        lane: LANE,
        limit: CLAIM,
        worker,
        leaseMs: settings.leaseMs
      });
      // What is claimed on the way is worked too, as long as it comes.
      const open = [...claimed];
      for (let job = open.shift(); job !== undefined && !load.stopped; job = open.shift()) {
        await attempt(async () => void open.push(...(await handle(load, worker, job))));
      }
      if (claimed.length === 0) await delay(IDLE_MS);
    });
  }
}

/** Takes jobs back whose worker was killed. */
export async function reclaimAgainAndAgain(load: Load): Promise<void> {
  while (!load.stopped) {
    await attempt(async () => {
      await load.store.jobs.reclaim(LANE);
    });
    await delay(RECLAIM_EVERY_MS);
  }
}

/** The jobs that were claimed with its acknowledgement. */
async function handle(load: Load, worker: string, job: ClaimedJob): Promise<readonly ClaimedJob[]> {
  const { store, settings, ledger, random } = load;
  // Earlier jobs of the same claim took their time, or the process stood still: without its lease nothing may be done.
  const askedAt = performance.now();
  const held = await store.jobs.extend([job.lease], settings.leaseMs);
  if (held.length === 0 || performance.now() - askedAt > settings.leaseMs / 2) return [];
  const note = (what: EffectNote['what']): void =>
    ledger.note({
      what,
      job: job.id,
      key: job.key ?? null,
      process: settings.process,
      mustLookUp: job.mustLookUp
    });
  note('begin');
  const ending = haveEffect(load, job, note);
  await delay(random() * 2);
  note('end');
  if (ending === undefined) return complete(load, worker, job);
  await store.jobs.fail(job.lease, { kind: ending, code: 'LB901', message: 'Failed on purpose.' });
  return [];
}

/** The effect, unless a look-up finds that an earlier attempt had it. How the attempt fails, if it does. */
function haveEffect(
  { settings, ledger, random }: Load,
  job: ClaimedJob,
  note: (what: EffectNote['what']) => void
): 'transient' | 'ambiguous' | undefined {
  if (random() < settings.transientShare) return 'transient';
  if (job.mustLookUp && ledger.hasEffectOf(job.id)) note('found');
  else note('effect');
  return random() < settings.ambiguousShare ? 'ambiguous' : undefined;
}

/** With the link and a count that must stand exactly when the job is done. */
async function complete(load: Load, worker: string, job: ClaimedJob): Promise<readonly ClaimedJob[]> {
  const { store, settings, random } = load;
  const next = { lane: LANE, limit: random() < 0.8 ? 1 : 0, worker, leaseMs: settings.leaseMs };
  const claimed = await store.transaction(async ({ jobs, links, cursors }) => {
    const count = await cursors.find(worker);
    const onwards = await jobs.completeAndClaim([job.lease], next);
    if (onwards.completed.length === 0) throw new LedgerBridgeError('LB608', { detail: `Job ${job.id}` });
    await links.put({
      entity: ENTITY,
      salesforceId: String(job.id).padStart(18, '0'),
      sageKey: `01-${job.id}`,
      agreed: { number: job.id },
      mappingVersion: undefined
    });
    await cursors.move(worker, count?.value, String(Number(count?.value ?? 0) + 1));
    return onwards.claimed;
  });
  say({ said: 'completed', id: job.id });
  load.ahead = Math.max(0, load.ahead - 1);
  return claimed;
}
