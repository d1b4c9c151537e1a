#!/usr/bin/env node
// Run by npm's `prepare` after an install: points git at the hooks in `.husky/`. Set LEDGER_BRIDGE_HOOKS=off to leave git
// as it is (a shared work tree, an image build).
import { existsSync } from 'node:fs';

const wanted = process.env['LEDGER_BRIDGE_HOOKS'] !== 'off' && process.env['CI'] === undefined;
if (wanted && existsSync('.git')) {
  const { default: husky } = await import('husky');
  const problem = husky();
  if (problem !== '') console.warn(`Commit hooks are not active: ${problem}`);
}
