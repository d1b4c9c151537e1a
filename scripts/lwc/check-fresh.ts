// Fails unless every Lightning web component has been compiled from its present source.
// Called by every script that deploys or packages, before it does.
import { join } from 'node:path';
import { findStaleBundles } from './freshness.ts';

const problems = await findStaleBundles(join(import.meta.dirname, '../..'));
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`\nThe Lightning web components are not ready to deploy. Run: npm run build:lwc`);
  process.exitCode = 1;
}
