import { flushCompileCache } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import type { Store } from '../../../../callout-service/src/store/port/store.ts';
import { seededRandom } from '../../seeded-random.ts';
import { openLedger } from '../effects-ledger.ts';
import { LANE, openPlace } from '../place.ts';
import type { Load } from './load.ts';
import { attempt, tell } from './load.ts';
import { loadSettingsSchema } from './load-settings.ts';
import { produce } from './produce.ts';
import { say } from './said.ts';
import { reclaimAgainAndAgain, work } from './work.ts';

// The process under fire: it enqueues and works until it is killed, or until all jobs are done. What it is to do is its
// first argument, as JSON. It ends with whoever started it, since its input ends then.

flushCompileCache(); // one that is killed keeps nothing
process.stdin.on('end', () => process.exit(1)).resume();

const settings = loadSettingsSchema.parse(JSON.parse(process.argv[2] ?? ''));
say({ said: 'opening' });
const startedAt = performance.now();
const store = await openOrEnd();
say({ said: 'opened', milliseconds: performance.now() - startedAt });

const load: Load = {
  store,
  settings,
  ledger: openLedger(settings.ledger),
  random: seededRandom(settings.seed),
  ahead: 0,
  stopped: false
};
const workers = Array.from({ length: settings.workers }, (_, number) =>
  work(load, `${settings.process}-${number}`)
);
const producer = settings.produceFrom === undefined ? stopWhenDrained() : produce(load, settings.produceFrom);
await Promise.all([producer, reclaimAgainAndAgain(load), ...workers]);
await store.close();
say({ said: 'drained' });
process.exit(0);

async function stopWhenDrained(): Promise<void> {
  while (!load.stopped) {
    await attempt(async () => {
      const lanes = await store.jobs.statistics();
      load.stopped = !lanes.some(({ lane }) => lane === LANE);
    });
    await delay(25);
  }
}

/** A server that is killed while the store is opened ends the start of the process, as it would end the service's. */
async function openOrEnd(): Promise<Store> {
  try {
    return await openPlace(settings.place, { use: settings.use });
  } catch (error) {
    tell(error);
    return process.exit(1);
  }
}
