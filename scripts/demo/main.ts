import { runCheck } from './check.ts';
import { runDemo } from './demo.ts';
import { reportFault, SetupFault } from '../setup/setup-fault.mjs';
import { readOptions } from './options.mjs';

// The part of the demo that runs on Node.js 24; `scripts/demo.mjs` has set up the machine before.
try {
  const options = readOptions(process.argv.slice(2));
  process.exitCode = options.check ? await runCheck(options) : await runDemo(options);
} catch (error) {
  if (error instanceof SetupFault) reportFault(error);
  else console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
