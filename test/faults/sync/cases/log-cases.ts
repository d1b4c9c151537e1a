import { listDeadLetters, replayDeadLetter } from '../../orders/world/dead-letters.ts';
import { until } from '../../orders/world/until.ts';
import { runSync, editSome, type SyncCase, type SyncWork } from './sync-case.ts';

const PATIENCE_MS = 60_000;
const ENOUGH_MB = 100_000;

/** What people are told of cannot be written. */
export const logCases: readonly SyncCase[] = [
  {
    name: 'the sync log cannot be written, since the storage of the org is full',
    plays: [25],
    play: fillStorage
  }
];

/** What changes records goes on; the lines of the log wait, the service's own log and an alert say so. */
async function fillStorage(work: SyncWork): Promise<void> {
  const { world, violated } = work;
  const from = world.serviceLog().length;
  await world.client.control('PATCH', '/settings', { dataStorageMb: 0 });
  await editSome(work);
  const runs = await runSync(work, { pair: 'all', mode: 'changes' });
  for (const { pair, state, reason } of runs)
    if (state !== 'succeeded') violated(`${pair} is held up by the log: ${state}, ${reason ?? ''}`);
  const isTold = () => world.serviceLog().slice(from).includes('LB713');
  if (!(await until(isTold, PATIENCE_MS)))
    violated("the service's own log does not tell that storage is full");
  await world.client.control('PATCH', '/settings', { dataStorageMb: ENOUGH_MB });
  for (const { jobId, lane } of await listDeadLetters(world))
    if (lane === 'sync-log') await replayDeadLetter(world, jobId);
}
