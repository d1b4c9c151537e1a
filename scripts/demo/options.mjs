import { parseArgs } from 'node:util';
import { SetupFault } from '../setup/setup-fault.mjs';

/** @typedef {'balance' | 'orders'} CheckedThing */

/**
 * What the command line of the demo asks for. Port 0 takes a free one.
 * @typedef {object} DemoOptions
 * @property {boolean} help
 * @property {boolean} check
 * @property {CheckedThing} checked what is checked
 * @property {boolean} dev
 * @property {number} portService
 * @property {number} portOrg
 * @property {number} portPreview
 */

/**
 * Reads the command line. Throws a fault that names the option when a port is not one, or when options exclude each other.
 * @param {readonly string[]} args
 * @returns {DemoOptions}
 */
export function readOptions(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      'port-service': { type: 'string', default: '0' },
      'port-org': { type: 'string', default: '0' },
      'port-preview': { type: 'string', default: '0' },
      help: { type: 'boolean', default: false }
    }
  });
  const { help, check, dev } = values;
  if (check && dev) {
    throw new SetupFault(
      '--check and --dev do not go together.',
      'Leave one out: --check looks at the built page, --dev compiles it on request.'
    );
  }
  return {
    help,
    check,
    checked: readChecked(positionals, check),
    dev,
    portService: readPort('--port-service', values['port-service']),
    portOrg: readPort('--port-org', values['port-org']),
    portPreview: readPort('--port-preview', values['port-preview'])
  };
}

/**
 * @param {readonly string[]} positionals
 * @param {boolean} check
 * @returns {CheckedThing}
 */
function readChecked(positionals, check) {
  const [thing = 'balance', ...others] = positionals;
  if (
    positionals.length > 0 &&
    (!check || others.length > 0 || (thing !== 'orders' && thing !== 'balance'))
  ) {
    throw new SetupFault(
      `'${positionals.join(' ')}' is not understood.`,
      'Write --check, --check balance or --check orders.'
    );
  }
  return thing === 'orders' ? 'orders' : 'balance';
}

/**
 * @param {string} option
 * @param {string} text
 */
function readPort(option, text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new SetupFault(
    `${option} needs a port number from 0 to 65535, not '${text}'.`,
    'Give a free port, or leave the option out.'
  );
}
