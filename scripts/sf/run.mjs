#!/usr/bin/env node
// The pinned Salesforce CLI, installed when it is first used: npm run sf -- <sf arguments …>
// A command that sends or packages components is refused while one of them is not compiled as it stands.
import { spawn } from 'node:child_process';
import { Progress } from '../setup/progress.mjs';
import { reportFault } from '../setup/setup-fault.mjs';
import { refuseStaleComponents, takesComponents } from './component-gate.mjs';
import { ensureSalesforceCli } from './install.mjs';

/** @returns {Promise<number>} the exit code of sf */
async function main() {
  const args = process.argv.slice(2);
  const { node, entry, env } = await ensureSalesforceCli(new Progress());
  if (takesComponents(args)) await refuseStaleComponents(node, env);
  return new Promise((resolve, reject) => {
    const sf = spawn(node, [entry, ...args], { env, stdio: 'inherit' });
    sf.on('error', reject);
    sf.on('exit', (code) => resolve(code ?? 1));
  });
}

process.exitCode = await main().catch(reportFault);
