#!/usr/bin/env node
// The unmodified Salesforce CLI against the local org: npm run sf:org
// The org starts without any package; sf logs in, deploys force-app into it, and works with what came of that. Each step is
// checked on what sf says. A table goes to stdout, progress to stderr. Ends with 1 when a step is not as it should be.
import { startOrg, type RunningOrg } from '../../test/org-emulator/src/index.ts';
import { Progress, seconds } from '../setup/progress.mjs';
import { refuseStaleComponents } from './component-gate.mjs';
import { ensureSalesforceCli } from './install.mjs';
import { dataSteps } from './local-org/data-steps.ts';
import { deploySteps } from './local-org/deploy-steps.ts';
import { accessSteps, logInSteps } from './local-org/org-steps.ts';
import { sfAt } from './local-org/sf.ts';
import type { Setting, Step } from './local-org/step.ts';
import { createWorkplace, type Workplace } from './local-org/workplace.ts';

interface StepResult {
  readonly command: string;
  readonly milliseconds: number;
  readonly seen: string;
  readonly fault?: string;
}

const steps: readonly Step[] = [...logInSteps, ...deploySteps, ...accessSteps, ...dataSteps];

async function main(): Promise<number> {
  const progress = new Progress();
  const cli = await ensureSalesforceCli(progress);
  await progress.step('check that every component is compiled', () =>
    refuseStaleComponents(cli.node, cli.env)
  );
  const workplace = createWorkplace(cli.env);
  try {
    const org = await progress.step('start the local org, without a package', () => startEmptyOrg(workplace));
    try {
      return await runAll({ org, workplace, sf: sfAt(cli, workplace) }, progress);
    } finally {
      await org.close();
    }
  } finally {
    workplace.remove();
  }
}

function startEmptyOrg(workplace: Workplace): Promise<RunningOrg> {
  return startOrg({
    packageDirectory: workplace.emptyPackage,
    certificates: { Sage_Callout_Signing: workplace.signingKey },
    namedCredentialUrls: {},
    externalClientApps: [{ consumerKey: 'sf', certificate: workplace.publicKey }]
  });
}

async function runAll(setting: Setting, progress: Progress): Promise<number> {
  const results: StepResult[] = [];
  for (const step of steps) results.push(await runStep(step, setting, progress));
  const failed = results.filter(({ fault }) => fault !== undefined);
  console.log(table(results));
  for (const { command, fault } of failed) console.log(`\n${command}\n${String(fault)}`);
  const total = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  console.log(
    `\n${results.length - failed.length} of ${results.length} steps as they should be, ${seconds(total)}`
  );
  return failed.length === 0 ? 0 : 1;
}

/** Steps build on each other, but the later ones still tell something when an earlier one fails. */
async function runStep(step: Step, setting: Setting, progress: Progress): Promise<StepResult> {
  const { command } = step;
  const started = performance.now();
  const took = () => performance.now() - started;
  try {
    const seen = await progress.step(`sf ${command}`, () => step.run(setting));
    return { command, milliseconds: took(), seen };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    return { command, milliseconds: took(), seen: '', fault };
  }
}

function table(results: readonly StepResult[]): string {
  const rows = results.map(({ command, milliseconds, seen, fault }) =>
    [fault === undefined ? 'ok' : 'NO', seconds(milliseconds).padStart(7), command, seen].join(' | ')
  );
  return ['', ...rows].join('\n');
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});
