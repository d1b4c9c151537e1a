import { seededRandom } from '../seeded-random.ts';
import { OrderRun } from './order-run.ts';
const t0 = performance.now();
const say = (what: string) => console.log(((performance.now() - t0) / 1000).toFixed(1), what);
const run = await OrderRun.start({ engine: 'sqlite', instances: 1, accounts: 8, items: 5 }, seededRandom(7));
say('world ' + run.world.directory);
try {
  const stream = await run.newStream(Number(process.argv[2] ?? 12));
  say('seeded');
  await run.world.startServices();
  say('service');
  await stream.playUntil(stream.length);
  say('played');
  const v = await run.verdict(60_000);
  say(JSON.stringify(v, undefined, 1));
} finally {
  await run.world.close({ keep: true });
}
