import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { previewDirectory } from '../setup/builds.mjs';
import { logDirectory, runDirectory } from '../setup/paths.mjs';
import { Progress } from '../setup/progress.mjs';
import { differences } from './comparison.ts';
import type { DemoOptions } from './options.mjs';
import { checkPage, type PageFindings } from './page-check.ts';
import { readSageFigures } from './sage-figures.ts';
import { findAccountId } from './session.ts';
import { withStack, type Stack } from './stack.ts';
import { stopRequested, unlessStopped } from './stop-signal.ts';

const CHECKED_CUSTOMER = '01-ABF';

/**
 * Does the demo's main job once, without a person: opens the page as a sales rep and compares it with Sage. Prints one
 * JSON line on stdout and gives 0, or writes the reason to stderr and gives 1. Uses files of its own, so it can run
 * beside a demo.
 */
export async function runCheck(options: DemoOptions): Promise<number> {
  mkdirSync(runDirectory, { recursive: true });
  const directory = mkdtempSync(join(runDirectory, 'check-'));
  const progress = new Progress();
  const stop = stopRequested();
  try {
    const exitCode = await withStack(
      {
        ports: { service: options.portService, org: options.portOrg, preview: options.portPreview },
        directories: {
          sage: join(directory, 'sage'),
          keys: join(directory, 'keys'),
          seed: join(directory, 'seed'),
          store: join(directory, 'store'),
          preview: previewDirectory
        },
        surroundings: { logDirectory: join(logDirectory, 'check'), onLine: () => undefined },
        progress,
        stop
      },
      (stack) => unlessStopped(inspect(stack, progress), stop)
    );
    if (!stop.aborted) return exitCode;
    progress.say('Stopped before the page was checked.'); // nothing was shown to be right
    return 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function inspect(stack: Stack, progress: Progress): Promise<number> {
  const accountId = await findAccountId(stack.org.ready, CHECKED_CUSTOMER);
  const accountUrl = `${stack.preview.ready.url}/lightning/r/Account/${accountId}/view?user=rep`;
  const findings = await progress.step('look at the page in Chromium', () =>
    checkPage(accountUrl, join(runDirectory, 'screenshots'))
  );
  printResult(findings);
  const wrong = differences(
    findings,
    await readSageFigures(stack.sage.ready.controlUrl, CHECKED_CUSTOMER),
    CHECKED_CUSTOMER
  );
  for (const each of wrong) progress.say(each);
  return wrong.length === 0 ? 0 : 1;
}

function printResult(findings: PageFindings): void {
  process.stdout.write(`${JSON.stringify(findings)}\n`);
}
