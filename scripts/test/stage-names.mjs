import { SetupFault } from '../setup/setup-fault.mjs';

/**
 * One stage of the check, with what the machine must have for it.
 * @typedef {object} StageDescription
 * @property {string} name
 * @property {string} checks what it looks at, for the help
 * @property {readonly import('../setup/system-packages.mjs').Need[]} needs
 */

/** @type {readonly import('../setup/system-packages.mjs').Need[]} */
const base = ['base'];
/** @type {readonly import('../setup/system-packages.mjs').Need[]} */
const everything = ['base', 'browser', 'postgresql'];

/**
 * Every stage, in the order in which they run: what is quick and what others build on comes first.
 */
export const stageDescriptions = /** @satisfies {readonly StageDescription[]} */ (
  /** @type {const} */ ([
    { name: 'build', checks: 'compile the components, build the preview', needs: base },
    { name: 'format', checks: 'prettier', needs: base },
    { name: 'lint', checks: 'eslint: code rules, layers, component rules', needs: base },
    {
      name: 'types',
      checks: 'tsc over every workspace, the scripts, the components and their tests',
      needs: base
    },
    { name: 'fresh', checks: 'every component bundle has a compiled .js that fits its .ts', needs: base },
    {
      name: 'metadata',
      checks: "every *-meta.xml against Salesforce's own types, and what they refer to",
      needs: base
    },
    { name: 'unit', checks: 'vitest: service, stand-ins, preview, scripts', needs: everything },
    { name: 'lwc', checks: 'jest: the Lightning web components', needs: base },
    { name: 'e2e', checks: 'vitest: contract and browser tests of the whole', needs: everything }
  ])
);

/** @typedef {typeof stageDescriptions[number]['name']} StageName */

/**
 * The stages of these names in the order in which they run; all of them without a name. Throws a fault that lists the
 * stages when a name is not one of them.
 * @param {readonly string[]} names
 * @returns {(typeof stageDescriptions)[number][]}
 */
export function chooseStages(names) {
  const unknown = names.filter((name) => !stageDescriptions.some((stage) => stage.name === name));
  if (unknown.length > 0) {
    const known = stageDescriptions.map((stage) => stage.name).join(', ');
    throw new SetupFault(`there is no stage ${unknown.join(', ')}.`, `Name one of these: ${known}.`);
  }
  return stageDescriptions.filter((stage) => names.length === 0 || names.includes(stage.name));
}
