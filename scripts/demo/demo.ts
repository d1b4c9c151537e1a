import { join } from 'node:path';
import { previewDirectory } from '../setup/builds.mjs';
import { logDirectory, runDirectory } from '../setup/paths.mjs';
import { Progress } from '../setup/progress.mjs';
import type { DemoOptions } from './options.mjs';
import { DEMO_OPPORTUNITY } from './seeds.ts';
import { findAccountId, findOpportunityId } from './session.ts';
import { withStack, type Stack } from './stack.ts';
import { stopRequested, unlessStopped } from './stop-signal.ts';
import { welcome } from './welcome.ts';

const SHOWN_CUSTOMER = '01-ABF';

/**
 * Runs the demo until somebody stops it (exit code 0) or one of its processes ends by itself (exit code 1).
 */
export async function runDemo(options: DemoOptions): Promise<number> {
  const stop = stopRequested();
  const progress = new Progress();
  const exitCode = await withStack(
    {
      ports: { service: options.portService, org: options.portOrg, preview: options.portPreview },
      dev: options.dev,
      directories: {
        sage: join(runDirectory, 'sage'),
        keys: join(runDirectory, 'keys'),
        seed: join(runDirectory, 'seed'),
        store: join(runDirectory, 'store'),
        preview: previewDirectory
      },
      surroundings: {
        logDirectory,
        onLine: (name, line) => process.stdout.write(`[${name}] ${line}\n`)
      },
      progress,
      stop
    },
    (stack) => serve(stack, stop)
  );
  progress.say('Everything has been stopped.');
  return exitCode;
}

async function serve(stack: Stack, stop: AbortSignal): Promise<number> {
  const accountId = await findAccountId(stack.org.ready, SHOWN_CUSTOMER);
  const accountUrl = `${stack.preview.ready.url}/lightning/r/Account/${accountId}/view?user=rep`;
  const opportunityId = await findOpportunityId(stack.org.ready, DEMO_OPPORTUNITY);
  const opportunityUrl = `${stack.preview.ready.url}/lightning/r/Opportunity/${opportunityId}/view?user=rep`;
  console.log(welcome(stack, accountUrl, opportunityUrl));
  const children = [stack.sage, stack.service, stack.org, stack.preview];
  const died = await unlessStopped(Promise.race(children.map((child) => child.ended)), stop);
  console.error(`\n${died}\nThe demo cannot go on without it.`);
  return 1;
}
