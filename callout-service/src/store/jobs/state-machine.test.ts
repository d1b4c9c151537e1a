import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimedJob, Lease } from '../port/job.ts';
import type { Store } from '../port/store.ts';
import { engines } from '../test-support/test-store.ts';
import { laneOf, sharedPlace } from './test-support/lane-of-jobs.ts';
import { ModelOfJobs, type Answer } from './test-support/model-of-jobs.ts';

const MAX_ATTEMPTS = 3;
const RUNS = 10;

const key = fc.constantFrom(undefined, 'a', 'b');
/** One step of anybody; each kind uses of it what it needs. */
const step = fc.record({
  kind: fc.constantFrom(
    ...(['enqueue', 'enqueueAll', 'claim', 'claim', 'answer', 'answer', 'answer'] as const),
    ...(['onwards', 'onwards', 'extend', 'reclaim', 'replay', 'skip'] as const)
  ),
  keys: fc.array(key, { minLength: 1, maxLength: 5 }),
  limit: fc.integer({ min: 1, max: 4 }),
  /** Which of those that are there, however many. */
  place: fc.nat({ max: 1_000 }),
  answer: fc.constantFrom<Answer>('complete', 'complete', 'transient', 'permanent', 'ambiguous', 'hand back'),
  /** The lease runs out at once, or the payload is changed. */
  isOther: fc.boolean()
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe.each(engines)('the state machine on %s', (engine) => {
  const shared = sharedPlace(engine, { retry: { maxAttempts: MAX_ATTEMPTS }, random: () => 0 });

  it('when anybody does anything in any order, then every job stands where the table of transitions says', async () => {
    const seed = Date.now() % 2 ** 31;
    console.log(`seed ${seed} on ${engine}`);
    const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
      const run = new Run(shared.store);
      for (const each of steps) {
        await run.do(each);
        await run.compare();
      }
      await run.compareStatistics();
    });
    await fc.assert(property, { seed, numRuns: RUNS });
  });
});

/** The same steps in the store and in the model. */
class Run {
  readonly #store: Store;
  readonly #lane: ReturnType<typeof laneOf>;
  readonly #model = new ModelOfJobs(MAX_ATTEMPTS);
  /** All that were ever given, so that late answers come too. */
  readonly #leases: Lease[] = [];
  #payload = 0;

  constructor(store: Store) {
    this.#store = store;
    this.#lane = laneOf(store);
  }

  do(step: Step): Promise<void> {
    const { kind } = step;
    if (kind === 'enqueue') return this.#enqueue(step.keys.slice(0, 1));
    if (kind === 'enqueueAll') return this.#enqueue(step.keys);
    if (kind === 'claim') return this.#claim(step);
    if (kind === 'answer') return this.#answer(step);
    if (kind === 'onwards') return this.#onwards(step);
    if (kind === 'extend') return this.#extend(step);
    if (kind === 'reclaim') return this.#reclaim();
    return this.#decide(kind, step);
  }

  async compare(): Promise<void> {
    const rows = await this.#store.jobs.list({ lane: this.#lane.lane, limit: 500 });
    const seen = rows.map(
      ({ id, key: of, state, payload, originalPayload, attempts, mustLookUp, replays }) => {
        return { id, key: of, state, payload, originalPayload, attempts, mustLookUp, replays };
      }
    );
    const expected = this.#model.jobs.map(({ fence: _fence, isLost: _isLost, ...job }) => job);
    expect(seen).toEqual(expected);
  }

  async compareStatistics(): Promise<void> {
    const { lane } = this.#lane;
    const count = (state: string) => this.#model.jobs.filter((job) => job.state === state).length;
    const row = (await this.#store.jobs.statistics()).find((each) => each.lane === lane);
    expect({ ...row, oldestDueAt: undefined }).toEqual(
      count('done') + count('skipped') === this.#model.jobs.length
        ? { oldestDueAt: undefined }
        : {
            lane,
            waiting: count('waiting'),
            due: count('ready'),
            later: 0,
            active: count('active'),
            dead: count('dead'),
            oldestDueAt: undefined
          }
    );
  }

  async #enqueue(keys: readonly (string | undefined)[]): Promise<void> {
    const jobs = keys.map((of) => ({
      lane: this.#lane.lane,
      payload: (this.#payload += 1),
      ...(of === undefined ? {} : { key: of })
    }));
    const enqueued = await this.#store.jobs.enqueueAll(jobs);
    for (const [index, { id }] of enqueued.entries())
      this.#model.enqueue(id, keys[index], jobs[index]?.payload);
  }

  async #claim({ limit, isOther }: Step): Promise<void> {
    const ready = this.#model.jobs.filter(({ state }) => state === 'ready').map(({ id }) => id);
    const claimed = await this.#lane.claim(limit, isOther ? 0 : undefined);
    this.#takeOver(claimed, { ready, limit, isOther });
  }

  /** Completes some jobs, and claims those that are ready then. */
  async #onwards({ place, limit, isOther }: Step): Promise<void> {
    const first = place % Math.max(this.#leases.length, 1);
    const leases = this.#leases.slice(first, first + 3);
    const held = leases.filter(({ jobId, fence }) => this.#model.holds(jobId, fence));
    for (const { jobId } of held) this.#model.answer(jobId, 'complete');
    const ready = this.#model.jobs.filter(({ state }) => state === 'ready').map(({ id }) => id);
    const request = { lane: this.#lane.lane, limit, worker: 'test', leaseMs: isOther ? 0 : 3_600_000 };
    const { completed, claimed } = await this.#store.jobs.completeAndClaim(leases, request);
    expect(completed).toEqual(held);
    this.#takeOver(claimed, { ready, limit, isOther });
  }

  #takeOver(
    claimed: readonly ClaimedJob[],
    { ready, limit, isOther }: Pick<Step, 'limit' | 'isOther'> & { readonly ready: readonly number[] }
  ): void {
    expect(claimed).toHaveLength(Math.min(limit, ready.length));
    for (const { id, lease, attempt, mustLookUp, payload } of claimed) {
      expect(ready).toContain(id);
      this.#model.claim(id, isOther);
      this.#leases.push(lease);
      const { fence, attempts, ...job } = this.#model.find(id);
      expect({ fence: lease.fence, attempt }).toEqual({ fence, attempt: attempts });
      expect({ mustLookUp, payload }).toEqual({ mustLookUp: job.mustLookUp, payload: job.payload });
    }
  }

  async #answer({ place, answer }: Step): Promise<void> {
    const lease = this.#leases[place % Math.max(this.#leases.length, 1)];
    if (lease === undefined) return;
    const { jobs } = this.#store;
    const given = (): Promise<unknown> => {
      if (answer === 'complete') return jobs.complete(lease);
      if (answer === 'hand back') return jobs.handBack(lease);
      return jobs.fail(lease, { kind: answer, code: 'LB901', message: 'It failed.' });
    };
    if (!this.#model.holds(lease.jobId, lease.fence)) {
      await expect(given()).rejects.toMatchObject({ code: 'LB608' });
      return;
    }
    await given();
    this.#model.answer(lease.jobId, answer);
  }

  async #extend({ place }: Step): Promise<void> {
    const leases = this.#leases.slice(place % Math.max(this.#leases.length, 1));
    const held = leases.filter(({ jobId, fence }) => this.#model.holds(jobId, fence));
    expect(await this.#store.jobs.extend(leases, 3_600_000)).toEqual(held);
    for (const { jobId } of held) this.#model.find(jobId).isLost = false;
  }

  async #reclaim(): Promise<void> {
    expect(await this.#store.jobs.reclaim(this.#lane.lane)).toEqual(this.#model.reclaim());
  }

  async #decide(kind: 'replay' | 'skip', { place, isOther }: Step): Promise<void> {
    const dead = this.#model.jobs.filter(({ state }) => state === 'dead');
    // Mostly one that is dead; now and then any.
    const among = dead.length > 0 && place % 5 > 0 ? dead : this.#model.jobs;
    const job = among[place % Math.max(among.length, 1)];
    if (job === undefined) return;
    const wasDead = job.state === 'dead';
    const outcome = kind === 'skip' ? await this.#skip(job.id) : await this.#replay(job.id, isOther);
    expect(outcome !== 'not-dead').toBe(wasDead);
  }

  async #replay(id: number, isEdited: boolean): Promise<string> {
    const payload = isEdited ? (this.#payload += 1) : undefined;
    const request = { operator: 'Ada', ...(isEdited ? { payload } : {}) };
    const { outcome } = await this.#store.jobs.replay(id, request);
    if (outcome === 'replayed') this.#model.replay(id, payload);
    return outcome;
  }

  async #skip(id: number): Promise<string> {
    const { outcome } = await this.#store.jobs.skip(id, { operator: 'Ada', reason: 'gone' });
    if (outcome === 'skipped') this.#model.skip(id);
    return outcome;
  }
}
