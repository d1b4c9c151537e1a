import { runCommand, tail } from '../setup/commands.mjs';
import { projectRoot } from '../setup/paths.mjs';
import { SetupFault } from '../setup/setup-fault.mjs';

// Commands of sf that send or package the source of components.
const TAKES_SOURCE = [
  ['project', 'deploy'],
  ['project', 'convert'],
  ['package', 'version', 'create'],
  ['package1', 'version', 'create']
];

/**
 * Whether a command of sf takes component bundles, written with blanks (`project deploy start`) or with colons
 * (`project:deploy:start`).
 * @param {readonly string[]} args
 * @returns {boolean}
 */
export function takesComponents(args) {
  const words = args.flatMap((arg) => arg.split(':'));
  return TAKES_SOURCE.some((command) => command.every((word, index) => words[index] === word));
}

/**
 * Refuses when a component has no .js that fits its .ts: Salesforce would take the bundle without a script and say
 * nothing.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export async function refuseStaleComponents(node, env) {
  const check = await runCommand(node, ['scripts/lwc/check-fresh.ts'], { cwd: projectRoot, env });
  if (check.exitCode === 0) return;
  throw new SetupFault(
    'a component is not compiled, or not as it stands now.',
    'Run npm run build:lwc, then this again.',
    tail(check.output)
  );
}
