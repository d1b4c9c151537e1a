import { parseArgs } from 'node:util';
import { SetupFault } from '../setup/setup-fault.mjs';

/**
 * What the command line of the demo asks for. Port 0 takes a free one.
 * @typedef {object} DemoOptions
 * @property {boolean} help
 * @property {boolean} check
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
  const { values } = parseArgs({
    args: [...args],
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
    dev,
    portService: readPort('--port-service', values['port-service']),
    portOrg: readPort('--port-org', values['port-org']),
    portPreview: readPort('--port-preview', values['port-preview'])
  };
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
