import { setTimeout as delay } from 'node:timers/promises';
import { playAll, type CaseWork, type OrderCase } from './order-case.ts';

/** The slowest answer to a look at the service's health while nothing comes from Sage. */
const HEALTH_LIMIT_MS = 500;

/** Faults of Sage and of the way to it. */
export const sageCases: readonly OrderCase[] = [
  boi('the bridge dies between the write and its answer', { do: 'die', when: 'after-write', times: 3 }),
  boi('the bridge dies before the write', { do: 'die', when: 'before-write', times: 3 }),
  boi('the write lands after its bridge died', { do: 'die', when: 'late', milliseconds: 400, times: 2 }),
  boi('the bridge hangs', { do: 'hang', call: 12 }),
  { name: 'Sage hangs, and the service answers', play: hang },
  {
    name: 'Sage is stopped while orders come, and the service starts again with a full queue',
    play: fullQueue
  },
  { name: 'all seats are taken for a while', play: seats }
];

function boi(name: string, order: Parameters<CaseWork['world']['sageControl']['boi']>[0]): OrderCase {
  return {
    name,
    async play(work) {
      await work.world.sageControl.boi(order);
      await playAll(work);
      await delay(1_000);
    }
  };
}

async function hang(work: CaseWork): Promise<void> {
  const { sageControl, services } = work.world;
  await sageControl.hang();
  await playAll(work);
  const times: number[] = [];
  for (let round = 0; round < 20; round += 1) {
    const startedAt = performance.now();
    await fetch(`${services[0]?.ready.url ?? ''}/healthz`).then((answer) => answer.text());
    times.push(performance.now() - startedAt);
    await delay(100);
  }
  const slowest = Math.max(...times);
  if (slowest > HEALTH_LIMIT_MS) work.violated(`the service answered after ${slowest.toFixed(0)} ms`);
  await sageControl.start();
}

async function fullQueue(work: CaseWork): Promise<void> {
  const { sageControl } = work.world;
  await sageControl.stop();
  await playAll(work);
  await work.world.stopServices();
  await work.world.startServices();
  await delay(2_000);
  await sageControl.start();
}

async function seats(work: CaseWork): Promise<void> {
  const { sageControl, services } = work.world;
  // A session that is open keeps its seat.
  await Promise.all(services.map((each) => each.kill()));
  await sageControl.boi({ do: 'set', name: 'seats', value: '0' });
  await work.world.startServices();
  await playAll(work);
  await delay(2_000);
  await sageControl.boi({ do: 'set', name: 'seats', value: '5' });
}
