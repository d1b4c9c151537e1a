import { setTimeout as delay } from 'node:timers/promises';
import { kills } from '../strikes/kills.ts';
import { Part } from '../world/part.ts';
import { playAll, type CaseWork, type OrderCase } from './order-case.ts';

/** Longer than a lease. */
const STANDS_STILL_MS = 6_000;

/** Faults of the service itself. */
export const serviceCases: readonly OrderCase[] = [
  { name: 'the service is killed three times', play: killThrice },
  { name: 'the service stands still longer than a lease', play: standStill },
  { name: 'two copies by mistake on one store', play: twoCopies }
];

async function killThrice(work: CaseWork): Promise<void> {
  const { world, stream, random } = work;
  for (let kill = 1; kill <= 3; kill += 1) {
    await Promise.all([
      stream.playUntil((stream.length * kill) / 3),
      kills['service']?.strike(world, random)
    ]);
  }
}

async function standStill(work: CaseWork): Promise<void> {
  const [service] = work.world.services;
  await work.stream.playUntil(work.stream.length / 2);
  service?.signal('SIGSTOP');
  await Promise.all([playAll(work), delay(STANDS_STILL_MS)]);
  service?.signal('SIGCONT');
}

/** The second one on an embedded store is refused; on PostgreSQL they share the work. */
async function twoCopies(work: CaseWork): Promise<void> {
  const { world } = work;
  const [first] = world.services;
  if (first === undefined) return;
  const second = new Part('second', `${world.directory}/logs`, () => world.copyOf(0));
  const outcome = await second.start().then(
    () => 'started',
    (error: unknown) => String(error)
  );
  await playAll(work);
  await second.stop();
  if (world.postgres === undefined && !outcome.includes('LB603'))
    work.violated(`a second service on the same file: ${outcome.slice(0, 300)}`);
  if (world.postgres !== undefined && outcome !== 'started')
    work.violated(`a second service on PostgreSQL: ${outcome.slice(0, 300)}`);
}
