#!/usr/bin/env node
// Converts force-app to the metadata format that deployments and packages take: node scripts/sf/convert.mjs
// The result stands in .run/mdapi. Refuses when a component has no .js that fits its .ts: Salesforce would take the bundle
// without a script and say nothing.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, tail } from '../setup/commands.mjs';
import { projectRoot, runDirectory } from '../setup/paths.mjs';
import { Progress } from '../setup/progress.mjs';
import { reportFault, SetupFault } from '../setup/setup-fault.mjs';
import { refuseStaleComponents } from './component-gate.mjs';
import { ensureSalesforceCli } from './install.mjs';

const outputDirectory = join(runDirectory, 'mdapi');

/**
 * sf leaves out, without a word, every file that it would write below a directory whose name begins with a dot; so it
 * writes elsewhere, and what it wrote is looked at.
 * @param {string} node
 * @param {string} entry
 * @param {NodeJS.ProcessEnv} env
 * @param {string} directory
 */
async function convert(node, entry, env, directory) {
  const args = ['project', 'convert', 'source', '--source-dir', 'force-app', '--output-dir', directory];
  const result = await runCommand(node, [entry, ...args], { cwd: projectRoot, env });
  if (result.exitCode === 0 && readdirSync(directory).length > 1) return;
  throw new SetupFault('sf could not convert force-app.', 'Correct what sf names.', tail(result.output));
}

async function main() {
  const progress = new Progress();
  const { node, entry, env } = await ensureSalesforceCli(progress);
  await progress.step('check that every component is compiled', () => refuseStaleComponents(node, env));
  const converted = mkdtempSync(join(tmpdir(), 'mdapi-'));
  try {
    await progress.step('sf project convert source', () => convert(node, entry, env, converted));
    rmSync(outputDirectory, { recursive: true, force: true });
    cpSync(converted, outputDirectory, { recursive: true });
  } finally {
    rmSync(converted, { recursive: true, force: true });
  }
  console.log(outputDirectory);
  return 0;
}

process.exitCode = await main().catch(reportFault);
