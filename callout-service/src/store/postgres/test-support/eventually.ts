import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until the answer is yes. */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`It never came to it that ${what}`);
    await wait(10);
  }
}
