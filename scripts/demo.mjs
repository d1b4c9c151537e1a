#!/usr/bin/env node
// One command shows it all: sets up what is missing, then starts Sage company, callout service, org and preview.
// `node scripts/demo.mjs --help` lists the options.
import { readOptions } from './demo/options.mjs';
import { handOver } from './setup/hand-over.mjs';
import { prepare } from './setup/prepare.mjs';
import { Progress } from './setup/progress.mjs';
import { reportFault } from './setup/setup-fault.mjs';

const help = `node scripts/demo.mjs [options]

Starts a Sage company, the callout service, a local org and a page preview, and keeps them until Ctrl-C.
What is missing on this machine is named and installed first.

  --check [balance]     look at the page of American Business Futures in a headless browser, print one JSON line, end
  --check orders        win the demo's opportunity there, wait for its sales order, compare with Sage, end
  --dev                 the preview compiles on request and shows an edited component at once, without a reload
  --port-service <n>    port of the callout service (default: a free one)
  --port-org <n>        port of the local org (default: a free one)
  --port-preview <n>    port of the preview (default: a free one)
  --help                this text`;

/** @returns {Promise<number>} the exit code */
async function main() {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(help);
    return 0;
  }
  const node = await prepare(options.check ? ['base', 'browser'] : ['base'], new Progress());
  return handOver(node, 'scripts/demo/main.ts', process.argv.slice(2));
}

process.exitCode = await main().catch(reportFault);
