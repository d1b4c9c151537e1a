#!/usr/bin/env node
// The pinned Salesforce CLI, installed when it is first used: node scripts/sf/run.mjs <sf arguments …>
import { spawn } from 'node:child_process';
import { Progress } from '../setup/progress.mjs';
import { reportFault } from '../setup/setup-fault.mjs';
import { ensureSalesforceCli } from './install.mjs';

/** @returns {Promise<number>} the exit code of sf */
async function main() {
  const { node, entry, env } = await ensureSalesforceCli(new Progress());
  return new Promise((resolve, reject) => {
    const sf = spawn(node, [entry, ...process.argv.slice(2)], { env, stdio: 'inherit' });
    sf.on('error', reject);
    sf.on('exit', (code) => resolve(code ?? 1));
  });
}

process.exitCode = await main().catch(reportFault);
