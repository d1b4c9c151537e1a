import { parseArgs } from 'node:util';

/** What the command line of the demo asks for. Port 0 takes a free one. */
export interface DemoOptions {
  readonly check: boolean;
  readonly portService: number;
  readonly portOrg: number;
  readonly portPreview: number;
}

/** Reads the command line; throws an error that names the option when a port is not one. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      check: { type: 'boolean', default: false },
      'port-service': { type: 'string', default: '0' },
      'port-org': { type: 'string', default: '0' },
      'port-preview': { type: 'string', default: '0' }
    }
  });
  return {
    check: values.check,
    portService: readPort('--port-service', values['port-service']),
    portOrg: readPort('--port-org', values['port-org']),
    portPreview: readPort('--port-preview', values['port-preview'])
  };
}

function readPort(option: string, text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`${option} needs a port number from 0 to 65535, not '${text}'.`);
}
