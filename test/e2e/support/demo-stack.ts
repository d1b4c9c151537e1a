import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectControl, type SageControl } from '@ledger-bridge/sage-company';
import { withStack, type Stack } from '../../../scripts/demo/stack.ts';
import { previewDirectory } from '../../../scripts/setup/builds.mjs';
import { Progress } from '../../../scripts/setup/progress.mjs';

/** The demo's four processes, running for a test, with the controls of the Sage company. */
export interface DemoStack {
  readonly stack: Stack;
  readonly sage: SageControl;
  close(): Promise<void>;
}

/**
 * Starts what `scripts/demo.mjs` starts, on free ports and with files of its own, and keeps it until `close`. The built
 * preview must be there; `scripts/test.mjs` builds it first. One in another directory is built when it is not there.
 */
export async function startDemoStack(preview = previewDirectory): Promise<DemoStack> {
  const directory = mkdtempSync(join(tmpdir(), 'ledger-bridge-e2e-'));
  const started = Promise.withResolvers<Stack>();
  const finished = Promise.withResolvers<number>();
  const run = withStack(settingsIn(directory, preview), (stack) => {
    started.resolve(stack);
    return finished.promise;
  });
  run.catch((error: unknown) => {
    rmSync(directory, { recursive: true, force: true });
    started.reject(error);
  });
  const stack = await started.promise;
  return {
    stack,
    sage: connectControl(stack.sage.ready.controlUrl),
    async close() {
      finished.resolve(0);
      await run;
      rmSync(directory, { recursive: true, force: true });
    }
  };
}

function settingsIn(directory: string, preview: string): Parameters<typeof withStack>[0] {
  return {
    ports: { service: 0, org: 0, preview: 0 },
    directories: {
      sage: join(directory, 'sage'),
      keys: join(directory, 'keys'),
      store: join(directory, 'store'),
      preview
    },
    surroundings: { logDirectory: join(directory, 'logs'), onLine: () => undefined },
    progress: new Progress(),
    stop: new AbortController().signal
  };
}
