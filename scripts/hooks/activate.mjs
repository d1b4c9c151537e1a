#!/usr/bin/env node
// Run by npm's `prepare` after an install: points git at the hooks in `.husky/`. Set LEDGER_BRIDGE_HOOKS=off to leave git
// as it is (a shared work tree, an image build).
import { existsSync } from 'node:fs';

const wanted = process.env['LEDGER_BRIDGE_HOOKS'] !== 'off' && process.env['CI'] === undefined;
if (wanted && existsSync('.git')) await activate();

async function activate() {
  const husky = await loadHusky();
  // Whoever installs the service alone leaves the development packages out, and commits nothing there.
  if (husky === undefined) return;
  const problem = husky();
  if (problem !== '') console.warn(`Commit hooks are not active: ${problem}`);
}

/** @returns {Promise<typeof import('husky')['default'] | undefined>} undefined when it is not installed */
async function loadHusky() {
  try {
    return (await import('husky')).default;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
