import { until } from '../../orders/world/until.ts';
import { orderFault, struck } from '../world/org-faults.ts';
import { editSome, runSync, type SyncCase, type SyncWork } from './sync-case.ts';

const ACCOUNTS = '/data/AccountChangeEvent';
const PATIENCE_MS = 60_000;

/** Faults of the stream in which Salesforce tells of changes. Of those that it does not tell, the query knows. */
export const streamCases: readonly SyncCase[] = [
  ...(['corrupted', 'expired'] as const).map((problem) => lostPlace(problem)),
  {
    name: 'changes come as gap events, which name the records only',
    plays: [12],
    play: (work) => captured(work, { kind: 'gap-events', overflow: false })
  },
  {
    name: 'changes come as an overflow, which names no record',
    plays: [12],
    play: (work) => captured(work, { kind: 'gap-events', overflow: true })
  },
  { name: 'the stream falls silent, without a sign of life', plays: [13], play: fallSilent },
  { name: 'events come twice and out of turn', plays: [], play: shuffle }
];

/** The place in the stream is not known any more, as after days of silence: what was missed is found by a query. */
function lostPlace(problem: 'corrupted' | 'expired'): SyncCase {
  return {
    name: `the place in the stream is ${problem}`,
    plays: [11],
    async play(work) {
      const { world } = work;
      // So that the place was written once.
      await editSome(work);
      await runSync(work, { pair: 'all', mode: 'changes' });
      await Promise.all(world.services.map((each) => each.kill()));
      await editSome(work);
      const id = await orderFault(world, {
        ...{ point: 'stream', match: `Subscribe ${ACCOUNTS}`, times: 1 },
        effect: { kind: 'replay-id', problem }
      });
      await world.startServices();
      await untilStruck(work, id);
    }
  };
}

async function captured(work: SyncWork, effect: object): Promise<void> {
  const id = await orderFault(work.world, { point: 'stream', match: `Capture ${ACCOUNTS}`, effect });
  await editSome(work);
  await editSome(work);
  await untilStruck(work, id);
}

/** Longer than the service waits for a sign of life, so that it must notice and begin anew. */
async function fallSilent(work: SyncWork): Promise<void> {
  const { world } = work;
  const id = await orderFault(world, {
    ...{ point: 'stream', match: `Deliver ${ACCOUNTS}`, times: 1 },
    effect: { kind: 'silence', milliseconds: 600_000 }
  });
  await editSome(work);
  await untilStruck(work, id);
}

async function shuffle(work: SyncWork): Promise<void> {
  const { world } = work;
  for (const kind of ['duplicate-events', 'reordered-events'])
    await orderFault(world, { point: 'stream', match: `Deliver ${ACCOUNTS}`, effect: { kind } });
  await Promise.all(world.services.map((each) => each.kill()));
  for (let round = 0; round < 3; round += 1) await editSome(work);
  await world.startServices();
}

async function untilStruck({ world, violated }: SyncWork, id: string): Promise<void> {
  if (!(await until(async () => (await struck(world, id)) > 0, PATIENCE_MS)))
    violated('the fault struck nothing');
}
