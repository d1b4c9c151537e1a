import { fileURLToPath } from 'node:url';
import { seededRandom } from '../seeded-random.ts';
import { Acknowledged } from './acknowledged.ts';
import { startHost } from './engine-host.ts';
import type { FaultReport, FaultRun } from './fault-report.ts';
import { LoadChild } from './load-child.ts';
import { makeLoopFileSystem, type LoopFileSystem } from './loop-file-system.ts';
import { openPlace, type StorePlace } from './place.ts';
import { runFor } from './power-cut.ts';
import { readRows } from './rows.ts';

const PROGRAM = fileURLToPath(new URL('load/unflushed-process.ts', import.meta.url));
const DISK = { megabytes: 300 };

/** Cuts the power under a writer that does not flush: proof that a cut takes what was not flushed. */
export async function cutThePowerWithoutFlushing(
  { cuts }: { readonly cuts: number },
  { seed, say, stop }: FaultRun
): Promise<FaultReport> {
  const random = seededRandom(seed);
  const disk = await makeLoopFileSystem(DISK);
  const found: { acknowledged: number; lost: number }[] = [];
  try {
    const host = await startHost('sqlite', { dataDirectory: disk.directory });
    try {
      for (let cut = 0; cut < cuts && !stop.aborted; cut += 1) {
        found.push(await cutOnce(await host.freshPlace(), disk, random));
        say(`power-cut, control: ${cut + 1} of ${cuts}`);
      }
    } finally {
      await host.close();
    }
  } finally {
    await disk.close();
  }
  const lost = found.reduce((sum, each) => sum + each.lost, 0);
  return {
    scenario: 'power-cut',
    engine: 'synchronous=NORMAL',
    seed,
    figures: {
      cuts: found.length,
      acknowledged: found.reduce((sum, each) => sum + each.acknowledged, 0),
      lost,
      'cuts with a loss': found.filter((each) => each.lost > 0).length
    },
    violations: lost > 0 ? [] : ['a writer that never flushes lost nothing: these cuts prove nothing']
  };
}

async function cutOnce(
  place: StorePlace,
  disk: LoopFileSystem,
  random: () => number
): Promise<{ acknowledged: number; lost: number }> {
  if (place.engine !== 'sqlite') throw new Error('the control is for SQLite');
  await (await openPlace(place)).close();
  await disk.flush();
  const acknowledged = new Acknowledged();
  const child = new LoadChild(PROGRAM, { file: place.file }, (what) => acknowledged.hear(what));
  try {
    await child.heard('enqueued');
    await runFor(disk, random, false);
    await child.freeze();
    await disk.cutPower();
  } finally {
    await child.kill();
  }
  await disk.remount();
  const kept = new Set((await readRows(place)).jobs.map(({ id }) => id));
  const lost = [...acknowledged.enqueued.values()].filter((id) => !kept.has(id)).length;
  return { acknowledged: acknowledged.enqueued.size, lost };
}
