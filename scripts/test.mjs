#!/usr/bin/env node
// The whole check of the repository, as CI runs it: sets up what is missing, then every stage, also after a failure.
// `node scripts/test.mjs lint unit` runs only the named stages; `--help` lists them.
import { parseArgs } from 'node:util';
import { handOver } from './setup/hand-over.mjs';
import { prepare } from './setup/prepare.mjs';
import { Progress } from './setup/progress.mjs';
import { reportFault } from './setup/setup-fault.mjs';

const help = `node scripts/test.mjs [stage …]

  build      compile the components, build the preview
  format     prettier
  lint       eslint: code rules, layers, component rules
  types      tsc over every workspace, the scripts, the components and their tests
  fresh      every component bundle has a compiled .js that fits its .ts
  metadata   every *-meta.xml against Salesforce's own types, and what they refer to
  unit       vitest: service, stand-ins, preview, scripts
  lwc        jest: the Lightning web components
  e2e        vitest: contract and browser tests of the whole

Without a stage, all of them. Logs and reports are in .run.`;

/** Stages that need neither a browser nor PostgreSQL. */
const light = new Set(['build', 'format', 'lint', 'types', 'fresh', 'metadata', 'lwc']);

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
  const onlyLight = positionals.length > 0 && positionals.every((stage) => light.has(stage));
  const node = await prepare(onlyLight ? ['base'] : ['base', 'browser', 'postgresql'], new Progress(), {
    builds: false // a stage of their own, so that the others run when they fail
  });
  return handOver(node, 'scripts/test/main.ts', positionals);
}

process.exitCode = await main().catch(reportFault);
