import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { previewDirectory } from '../setup/builds.mjs';
import { logDirectory, runDirectory } from '../setup/paths.mjs';
import { Progress } from '../setup/progress.mjs';
import { differences } from './comparison.ts';
import type { CheckedThing, DemoOptions } from './options.mjs';
import { DEMO_OPPORTUNITY } from './seeds.ts';
import { readSageTotal, readStory, stockDifferences } from './order-comparison.ts';
import { winOpportunity } from './order-check.ts';
import { checkPage } from './page-check.ts';
import { readSageFigures } from './sage-figures.ts';
import { findAccountId, findOpportunityId } from './session.ts';
import { withStack, type Stack } from './stack.ts';
import { stopRequested, unlessStopped } from './stop-signal.ts';

const CHECKED_CUSTOMER = '01-ABF';

/**
 * Does the demo's main jobs once, without a person: opens a page as a sales rep and compares it with Sage. Prints one
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
      (stack) => unlessStopped(inspections[options.checked](stack, progress), stop)
    );
    if (!stop.aborted) return exitCode;
    progress.say('Stopped before the page was checked.'); // nothing was shown to be right
    return 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const screenshots = join(runDirectory, 'screenshots');

type Inspection = (stack: Stack, progress: Progress) => Promise<number>;

const inspections: Readonly<Record<CheckedThing, Inspection>> = {
  balance: inspectBalance,
  orders: inspectOrder
};

async function inspectBalance(stack: Stack, progress: Progress): Promise<number> {
  const accountId = await findAccountId(stack.org.ready, CHECKED_CUSTOMER);
  const accountUrl = `${stack.preview.ready.url}/lightning/r/Account/${accountId}/view?user=rep`;
  const findings = await progress.step('look at the page in Chromium', () =>
    checkPage(accountUrl, screenshots)
  );
  process.stdout.write(`${JSON.stringify(findings)}\n`);
  return verdict(
    progress,
    differences(
      findings,
      await readSageFigures(stack.sage.ready.controlUrl, CHECKED_CUSTOMER),
      CHECKED_CUSTOMER
    )
  );
}

async function inspectOrder(stack: Stack, progress: Progress): Promise<number> {
  const { org, preview, sage } = stack;
  const { controlUrl } = sage.ready;
  const id = await findOpportunityId(org.ready, DEMO_OPPORTUNITY);
  const url = `${preview.ready.url}/lightning/r/Opportunity/${id}/view?user=rep`;
  const findings = await progress.step('win the opportunity in Chromium', () =>
    winOpportunity(url, DEMO_OPPORTUNITY, screenshots)
  );
  const story = await readStory(org.ready, id);
  process.stdout.write(`${JSON.stringify({ ...findings, story })}\n`);
  const total = await readSageTotal(controlUrl, findings.salesOrderNo);
  return verdict(progress, [
    ...(total === findings.total ? [] : [`total: the page shows '${findings.total}', Sage has '${total}'`]),
    ...(story.length > 1 ? [] : ['The sync log tells no story.']),
    ...(await stockDifferences(org.ready, controlUrl, id))
  ]);
}

function verdict(progress: Progress, wrong: readonly string[]): number {
  for (const each of wrong) progress.say(each);
  return wrong.length === 0 ? 0 : 1;
}
