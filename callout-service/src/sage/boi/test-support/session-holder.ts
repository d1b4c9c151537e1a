import { operation } from './operations.ts';
import { withQueue } from './test-queue.ts';

/** A process that holds a session, and says the process id of its bridge: for a test that kills it. */
await withQueue([], {}, async ({ queue, observer }) => {
  await queue.run(operation(() => Promise.resolve()));
  process.stdout.write(`${observer.pid}\n`);
  await new Promise(() => setInterval(() => undefined, 1_000));
});
