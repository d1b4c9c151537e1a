import type { Order } from './orders.ts';
import type { Showing } from './measure-phases.ts';
import { startRunner, type Arena, type Runner } from './teams.ts';

const PAUSE_MS = 10;

/**
 * From the call that enqueues a job until a worker that waits has claimed it: the worker is in another process where the
 * database has a server, in the same one where it is embedded.
 */
export async function measureDelivery(
  count: number,
  runners: readonly Runner[],
  arena: Arena
): Promise<readonly Showing[]> {
  const showings: Showing[] = [];
  for (const sender of runners) {
    arena.say(`delivery: ${sender.name}`);
    const lane = 'delivery';
    await sender.tell({ order: 'open', lane, keyed: false });
    const embedded = sender.name === 'store-sqlite';
    const receiver = embedded ? sender : await startRunner(sender.name, arena);
    try {
      showings.push({
        what: embedded ? 'delivery within the process' : 'delivery to another process',
        contestant: sender.name,
        rounds: [await deliver(sender, receiver, lane, count)]
      });
    } finally {
      if (!embedded) await receiver.stop();
    }
  }
  return showings;
}

async function deliver(sender: Runner, receiver: Runner, lane: string, count: number) {
  const send: Order = { order: 'send', lane, count, pauseMs: PAUSE_MS };
  await receiver.tell({ order: 'receive', lane });
  await sender.tell(send);
  return receiver.tell({ order: 'received', count });
}
