import { SetupFault } from '../setup/setup-fault.mjs';

/**
 * When a stage runs: `first` before all others; `linting` and `reading` beside each other, since each of their tools
 * uses one processor; `running` alone, since it uses them all; `last` alone, since a browser is easily held up. Within
 * a row one after the other.
 * @typedef {'first' | 'linting' | 'reading' | 'running' | 'last'} Row
 */

/**
 * One stage of the check, with what the machine must have for it.
 * @typedef {object} StageDescription
 * @property {string} name
 * @property {string} checks what it looks at, for the help
 * @property {readonly import('../setup/system-packages.mjs').Need[]} needs
 * @property {Row} row
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
    { name: 'build', checks: 'compile the components, build the preview', needs: base, row: 'first' },
    { name: 'format', checks: 'prettier', needs: base, row: 'reading' },
    { name: 'lint', checks: 'eslint: code rules, layers, component rules', needs: base, row: 'linting' },
    {
      name: 'types',
      checks: 'tsc over every workspace, the scripts, the components and their tests',
      needs: base,
      row: 'reading'
    },
    {
      name: 'fresh',
      checks: 'every component bundle has a compiled .js that fits its .ts',
      needs: base,
      row: 'reading'
    },
    {
      name: 'metadata',
      checks: "every *-meta.xml against Salesforce's own types, and what they refer to",
      needs: base,
      row: 'reading'
    },
    {
      name: 'unit',
      checks: 'vitest: service, stand-ins, preview, scripts',
      needs: everything,
      row: 'running'
    },
    { name: 'lwc', checks: 'jest: the Lightning web components', needs: base, row: 'reading' },
    { name: 'e2e', checks: 'vitest: contract and browser tests of the whole', needs: everything, row: 'last' }
  ])
);

/** @typedef {typeof stageDescriptions[number]['name']} StageName */

/**
 * What runs when: one step after the other, the rows of a step at the same time, the stages of a row one by one.
 * @template {{ readonly row: Row }} Stage
 * @param {readonly Stage[]} chosen
 * @returns {Stage[][][]}
 */
export function stepsOf(chosen) {
  /** @type {readonly (readonly Row[])[]} */
  const steps = [['first'], ['linting', 'reading'], ['running'], ['last']];
  return steps.map((rows) => rows.map((row) => chosen.filter((stage) => stage.row === row)));
}

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
