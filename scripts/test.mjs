#!/usr/bin/env node
// The whole check of the repository, as CI runs it: sets up what is missing, then every stage, also after a failure.
// `node scripts/test.mjs lint unit` runs only the named stages; `--help` lists them.
import { parseArgs } from 'node:util';
import { handOver } from './setup/hand-over.mjs';
import { prepare } from './setup/prepare.mjs';
import { Progress } from './setup/progress.mjs';
import { reportFault } from './setup/setup-fault.mjs';
import { chooseStages, stageDescriptions } from './test/stage-names.mjs';

const help = `node scripts/test.mjs [stage …]

${stageDescriptions.map(({ name, checks }) => `  ${name.padEnd(10)} ${checks}`).join('\n')}

Without a stage, all of them. Logs and reports are in .run.`;

/** @returns {Promise<number>} the exit code */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', default: false } }
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const needs = new Set(chooseStages(positionals).flatMap((stage) => stage.needs));
  const node = await prepare([...needs], new Progress(), {
    builds: false // a stage of their own, so that the others run when they fail
  });
  return handOver(node, 'scripts/test/main.ts', positionals);
}

process.exitCode = await main().catch(reportFault);
