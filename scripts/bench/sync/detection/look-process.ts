import { z } from 'zod';
import { openStore } from '../../../../callout-service/src/store/open-store.ts';
import { createDetection } from '../../../../callout-service/src/sync/engine/detection/create-detection.ts';
import { systemClock } from '../../../../callout-service/src/telemetry/clock.ts';
import { connectServiceReader } from '../../sage/service-reader.ts';
import { lookNames, looks } from './looks.ts';

// Looks once for changes as a run does, each page kept before the next, in a process that does nothing else beside the
// reader process it starts. What is found is counted and thrown away.

const { LOOK, STORE_FILE } = z.object({ LOOK: z.enum(lookNames), STORE_FILE: z.string() }).parse(process.env);

const sage = connectServiceReader();
const store = await openStore({
  database: { engine: 'sqlite', file: STORE_FILE, use: 'exclusive', clock: Date.now, busyTimeoutMs: 5_000 },
  companyCode: 'ABC',
  retryPolicyOf: () => ({ maxAttempts: 1, backoffBaseMs: 1_000, backoffCeilingMs: 1_000 })
});
const { pair, mode } = looks[LOOK];
const { records, projections } = sage;
const settings = { maxVanishedPercent: 20 };
const detection = createDetection({ pair, records, projections, store, clock: systemClock, settings });

async function look(): Promise<object> {
  const begun = performance.now();
  let [looked, found, vanished] = [0, 0, 0];
  for await (const page of detection.pages(mode, new AbortController().signal)) {
    await store.transaction((within) => page.commit(within));
    looked += page.looked;
    found += page.records.length;
    vanished += page.vanished.length;
  }
  return { looked, found, vanished, elapsedMs: performance.now() - begun };
}

async function close(): Promise<void> {
  await store.close();
  await sage.close();
  process.exit(0);
}

// Connects, and asks what columns there are.
await records.warehouses.byKeys([]);
for await (const _page of projections.scan('inventory-figures', { pageSize: 1 })) break;

process.on('message', () => void look().then((result) => process.send?.(result)));
process.once('SIGTERM', () => void close());
process.send?.({ type: 'ready', pids: sage.pids() });
